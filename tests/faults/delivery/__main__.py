"""The programme of faults for delivery.

`python -m tests.faults.delivery` is its short form, `--long` the long one, `--brief` the one for
every check.
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

BRIEF = Size(n_cycles=1, n_questions=30, n_waiting=200, is_long=False)
SHORT = Size(n_cycles=3, n_questions=60, n_waiting=500, is_long=False)
LONG = Size(n_cycles=200, n_questions=600, n_waiting=50_000, is_long=True)
# Programmes at a time: each of them waits for most of its time.
AT_ONCE = 4
# Those that take longest go first, so that none of them runs by itself at the end.
LONGEST = ("R18", "R22")


def main(argv: Sequence[str] | None = None) -> int:
    """Run programmes; return 1 when Quoth broke a promise."""
    arguments = _parser().parse_args(argv)
    if arguments.seed is None:
        arguments.seed = random.randrange(10**6)  # noqa: S311 - printed, to be given again
    report = Report()
    with tempfile.TemporaryDirectory() as temporary:
        results = asyncio.run(_run_all(arguments, arguments.keep or Path(temporary), report))
    print(table(results))
    lost = sum(len(each.verdict.lost) for each in results if each.arm == QUOTH.name)
    n_programmes = len(arguments.only)
    return report.summary(
        f"seed {arguments.seed}: {lost} questions lost in {n_programmes} programmes"
    )


async def _run_all(arguments: argparse.Namespace, folder: Path, report: Report) -> list[Result]:
    """Run some programmes at a time, and tell of each when it is over."""
    home, room = make_home(folder), asyncio.Semaphore(arguments.at_once)
    arms = (QUOTH,) if arguments.alone else ARMS
    n_done = 0

    async def one(name: str) -> list[Result]:
        nonlocal n_done
        async with room:
            results = await run(name, home, folder, arguments.seed, arguments.size, arms)
        _tell(results, report)
        n_done += 1
        report.step(n_done, len(arguments.only), name)
        return results

    names = sorted(arguments.only, key=lambda name: name not in LONGEST)
    found = dict(zip(names, await asyncio.gather(*map(one, names)), strict=True))
    return [result for name in arguments.only for result in found[name]]


def _tell(results: Sequence[Result], report: Report) -> None:
    for result in results:
        print(line(result), flush=True)
        if result.arm == QUOTH.name:
            for breach in result.all_breaches:
                report.breach(f"{result.programme}: {breach}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.faults.delivery", description=__doc__)
    sizes = parser.add_mutually_exclusive_group()
    add = sizes.add_argument
    add(
        "--long",
        dest="size",
        action="store_const",
        const=LONG,
        help="200 cycles, and what takes minutes",
    )
    add("--brief", dest="size", action="store_const", const=BRIEF, help="one cycle")
    parser.set_defaults(size=SHORT)
    parser.add_argument("--seed", type=int, help="of every decision (chosen, and printed)")
    names = list(PROGRAMMES)
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="(all)")
    parser.add_argument("--alone", action="store_true", help="without the control")
    parser.add_argument("--at-once", type=int, default=AT_ONCE, help=f"programmes ({AT_ONCE})")
    parser.add_argument("--keep", type=Path, help="an empty folder for homes and logs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
