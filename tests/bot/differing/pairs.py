"""Pairs of sentences, with what is to be found in them.

A line holds: the kind of difference, or "none: " and why there is none; the question; and for each
sentence its day of publication ("-" when unknown), in the longer lines the title of its document
("-" for none), and the sentence itself. The rules were written on `tuned.txt` and `plain.txt`;
`kept.txt`, `fresh.txt`, `again.txt` and `last.txt` were each measured once before they were looked
at, and `unseen.txt` was measured when no rule changed any more.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from bot.differing import Statement

__all__ = ["Pair", "pairs"]

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences and what holds between them.

    Attributes:
        kind: of the difference; empty where there is none.
        question: what is asked.
        one: the one sentence.
        other: the other.
    """

    kind: str
    question: str
    one: Statement
    other: Statement


def pairs(name: str) -> list[Pair]:
    """Read the pairs of a file: "tuned", "plain", "kept", "fresh", "again", "last" or "unseen"."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [_pair(line) for line in lines]


def _pair(line: str) -> Pair:
    kind, question, *rest = line.split(" | ")
    half = len(rest) // 2
    one, other = _statement("one", *rest[:half]), _statement("other", *rest[half:])
    return Pair("" if kind.startswith("none") else kind, question, one, other)


def _statement(document: str, day: str, *said: str) -> Statement:
    """Read a day, perhaps a title, and a sentence."""
    date = None if day == "-" else datetime.date.fromisoformat(day)
    title = said[0] if len(said) > 1 and said[0] != "-" else ""
    return Statement(document, date, said[-1], title)
