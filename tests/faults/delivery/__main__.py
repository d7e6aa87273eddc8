"""The programme of faults for delivery.

`python -m tests.faults.delivery` is its short form, `--long` the long one.
"""

import argparse
import asyncio
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.faults.delivery.arms import ARMS, QUOTH
from tests.faults.delivery.programmes import PROGRAMMES
from tests.faults.delivery.results import Result, line, table
from tests.faults.delivery.running import make_home, run
from tests.faults.delivery.sizes import Size
from tests.faults.reporting import Report

__all__ = ["main"]

SHORT = Size(n_cycles=10, n_questions=80, is_long=False)
LONG = Size(n_cycles=200, n_questions=600, is_long=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Run programmes; return 1 when Quoth broke a promise."""
    arguments = _parser().parse_args(argv)
    size, seed = LONG if arguments.long else SHORT, arguments.seed
    if seed is None:
        seed = random.randrange(10**6)  # noqa: S311 - printed, to be given again
    arms = (QUOTH,) if arguments.alone else ARMS
    report, results = Report(), list[Result]()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        home = make_home(folder)
        for n, name in enumerate(arguments.only):
            report.step(n, len(arguments.only), name)
            found = asyncio.run(run(name, home, folder, seed, size, arms))
            _tell(found, report)
            results += found
    print(table(results))
    lost = sum(len(each.verdict.lost) for each in results if each.arm == QUOTH.name)
    return report.summary(f"seed {seed}: {lost} questions lost in {len(arguments.only)} programmes")


def _tell(results: Sequence[Result], report: Report) -> None:
    for result in results:
        print(line(result), flush=True)
        if result.arm == QUOTH.name:
            for breach in result.all_breaches:
                report.breach(f"{result.programme}: {breach}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.faults.delivery", description=__doc__)
    parser.add_argument("--long", action="store_true", help="200 cycles, and what takes minutes")
    parser.add_argument("--seed", type=int, help="of every decision (chosen, and printed)")
    names = list(PROGRAMMES)
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="(all)")
    parser.add_argument("--alone", action="store_true", help="without the control")
    parser.add_argument("--keep", type=Path, help="an empty folder for homes and logs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
