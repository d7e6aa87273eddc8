"""Arguments that several commands share."""

import argparse
import datetime

__all__ = ["DECLINED", "add_scope", "day"]

# Exit code of a question that the documents do not answer.
DECLINED = 3


def day(text: str) -> datetime.date:
    """Read a day given as YYYY-MM-DD."""
    from bot.questions import read_day

    try:
        return read_day(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2019-11-14") from None


def add_scope(parser: argparse.ArgumentParser) -> None:
    """Add the options that narrow where an answer may come from."""
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="only what was published by then, YYYY-MM-DD"
    )
    parser.add_argument(
        "--document", action="append", metavar="ID", help="only this document (repeatable)"
    )
