"""The lines of a text in which quotes are shown, as far as layout tells one from another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.proof.shown import shown

__all__ = ["Line", "read_lines"]

# barred: of a quote, as the terminal prints it; above: what may stand right above a quote.
Kind = Literal["blank", "barred", "above", "words"]

LABEL = r"-?\d[\d/-]*"
# In a timeline the quotes stand beside a column of dates.
BARRED = re.compile(rf"(?P<date>{LABEL})?\s*\|(?: (?P<words>.*))?")
# The date of an event, the prompt and a question, the sender and the time that Telegram puts above
# each of several copied messages.
ABOVE = re.compile(rf"{LABEL}|[>$] .*|[^\[]{{1,80}}, \[[^\]]{{0,40}}\d:\d\d[^\]]{{0,20}}\]:?")
CITED = re.compile(r".*, sentences? [\d-]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text.

    Attributes:
        words: without the bar in front of them and the date beside it.
        kind: what it looks like.
        opens: whether a quote may begin with it.
    """

    words: tuple[str, ...]
    kind: Kind
    opens: bool


def read_lines(text: str) -> Iterator[Line]:
    r"""Yield the lines of a text.

    >>> [line.kind for line in read_lines("Understood as: fare\n\n| 18 crowns.\n  Ferry")]
    ['words', 'blank', 'barred', 'words']
    """
    before: Kind = "blank"
    for line in shown(text).split("\n"):
        stripped = line.strip()
        barred = BARRED.fullmatch(stripped)
        if barred:
            words = tuple((barred["words"] or "").split())
            yield Line(words, "barred", opens=before != "barred" or bool(barred["date"]))
            before = "barred"
            continue
        kind = _kind(stripped)
        yield Line(tuple(stripped.split()), kind, opens=before in ("blank", "above"))
        # A quote may follow right on the citation of the one before.
        before = "above" if CITED.fullmatch(stripped) else kind


def _kind(stripped: str) -> Kind:
    if not stripped:
        return "blank"
    return "above" if ABOVE.fullmatch(stripped) else "words"
