"""A sentence with its document, and two values that do not go together."""

import datetime
import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = ["Difference", "Kind", "Span", "Statement", "title"]

STOP = re.compile(r"[\n.:;!?]")
Kind = Literal["date", "number", "name", "yes or no"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a document.

    Attributes:
        document: id of the document.
        date: day of publication, or None.
        text: the sentence, unchanged.
        context: the document's title and what its paragraph says before; it may name the
            subject, and gives no values.
    """

    document: str
    date: datetime.date | None
    text: str
    context: str = ""


def title(context: str) -> str:
    """Return what stands in front of a context's first stop.

    >>> title("Halden library rules. Cards are free.")
    'Halden library rules'
    """
    return STOP.split(context, maxsplit=1)[0]


class Span(NamedTuple):
    """A value in a sentence.

    Attributes:
        start: first character in the sentence, from 0.
        end: one past the last.
        value: the characters between them, unchanged.
    """

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Two values for the same thing.

    Attributes:
        kind: what kind of value differs.
        one: the value in the one sentence.
        other: the value in the other.
    """

    kind: Kind
    one: Span
    other: Span
