"""The amounts of the measure that a question asks for: a share, money, a length of time."""

import re

from bot.answers import Highlight

__all__ = ["fitting"]

# (what the question says, what the value of a fitting amount holds)
_COST = "cost|pay|paid|spend|spent|earn|donated?|sell|sold|raised?|gross|worth"
_TIMES = "minute|hour|day|week|month|year|decade"
_MEASURES = (
    (r"\b(?:percent\w*|per cent|proportion|share)\b", r"%|\bper ?cent"),
    (
        rf"\bhow much (?:money|(?:did|does|do|was|were) [^?]{{0,80}}\b(?:{_COST}))\b",
        r"[$€£¥₩₹]|\b(?:dollars?|euros?|pounds?|yuan|yen|won|RMB|USD|cents?)\b",
    ),
    (
        rf"\bhow (?:long (?:did|does|do|was|were|has|have|had|will)|many (?:{_TIMES})s)\b",
        rf"{_TIMES}|second|centur|millenni",
    ),
)
_PATTERNS = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(value)) for asked, value in _MEASURES
)


def fitting(found: tuple[Highlight, ...], question: str) -> tuple[Highlight, ...]:
    """Return the amounts of the measure asked for, or all where there is none.

    >>> share, sum_ = Highlight(0, 3, "number", "40 %"), Highlight(9, 12, "number", "9 $")
    >>> [found.value for found in fitting((share, sum_), "What percentage is paid?")]
    ['40 %']
    """
    for asked, value in _PATTERNS:
        if asked.search(question):
            return tuple(piece for piece in found if value.search(piece.value)) or found
    return found
