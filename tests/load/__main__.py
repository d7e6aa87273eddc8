"""Load programmes: `python -m tests.load --programme L1 --seconds 300`.

L1 many chats at a rate Telegram allows; L2 saturation; L5 soak; L6 floods by one chat and five;
L7 back-pressure. Questions come when they are due, whatever the bot does. A programme prints a
table and its promises, writes its curve as `L1.svg` and so on, and ends with 1 when one is missed.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.load.charts import draw
from tests.load.documents import QUESTIONS
from tests.load.flood import flood
from tests.load.machine import described
from tests.load.options import Options, Programme, Workshop
from tests.load.pressure import pressure
from tests.load.results import Result
from tests.load.saturation import saturation
from tests.load.soak import soak
from tests.load.steady import steady

__all__ = ["PROGRAMMES", "main"]

PROGRAMMES: dict[str, Programme] = {
    "L1": steady,
    "L2": saturation,
    "L5": soak,
    "L6": flood,
    "L7": pressure,
}
# Questions a second where none are given.
RATES = {"L1": (20.0,), "L5": (10.0,)}


def main(argv: Sequence[str] | None = None) -> int:
    """Carry a programme out; return 1 when a promise is missed."""
    arguments = _parser().parse_args(argv)
    is_kept = True
    for number in range(arguments.runs):
        print(f"{described()}; seed {arguments.seed + number}", flush=True)
        is_kept &= _carry_out(arguments, arguments.seed + number)
    return 0 if is_kept else 1


def _carry_out(arguments: argparse.Namespace, seed: int) -> bool:
    options = Options(
        seconds=arguments.seconds,
        n_chats=arguments.chats,
        rates=tuple(arguments.rates or RATES.get(arguments.programme, (20.0,))),
        seed=seed,
        has_limits=not arguments.no_limits,
        has_stock=arguments.stock,
        texts=("/help",) if arguments.commands else QUESTIONS,
    )
    with TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder))
        result = asyncio.run(_run(PROGRAMMES[arguments.programme], options, workshop))
    print(result.report(), flush=True)
    if arguments.output is not None:
        arguments.output.mkdir(parents=True, exist_ok=True)
        picture = arguments.output / f"{arguments.programme}.svg"
        picture.write_text(draw(result.chart), encoding="utf-8")
    return all(promise.is_kept for promise in result.promises)


async def _run(programme: Programme, options: Options, workshop: Workshop) -> Result:
    return await programme(options, workshop)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    add = parser.add_argument
    add("--programme", choices=PROGRAMMES, default="L1", help="what to do (L1)")
    add("--seconds", type=float, default=300.0, help="length of each run (300)")
    add("--chats", type=int, default=2_000, help="that ask (2,000)")
    add("--rates", type=float, nargs="+", help="questions a second of L1 and L5", metavar="N")
    add("--runs", type=int, default=1, help="of the programme, each with the next seed (1)")
    add("--seed", type=int, default=1, help="of every random choice (1)")
    add("--no-limits", action="store_true", help="L1, L5, L6: lift the bot's and the server's")
    add("--stock", action="store_true", help="L1, L2: run python-telegram-bot beside it")
    add("--commands", action="store_true", help="/help for questions: delivery, no answering")
    add("--output", type=Path, help="folder for the curve")
    return parser


if __name__ == "__main__":
    sys.exit(main())
