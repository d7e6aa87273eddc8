"""Whether two sentences are equal but for their values and words such as "now"."""

import re

from bot.differing.contents import Content
from bot.differing.goals import Goal
from bot.differing.tokens import tokens

__all__ = ["are_aligned"]

Spans = tuple[tuple[int, int], ...]
Side = tuple[str, Content, Spans]
# These tell no more than that a sentence holds when it is written.
PRESENT = re.compile(
    r"\b(?:now|today|currently|still|this (?:year|month|season)|so far|at present|at the moment)\b",
    re.IGNORECASE,
)
# So much of what is asked must be held by both.
COVERED = 0.5


def are_aligned(goal: Goal, one: Side, other: Side) -> bool:
    """Say whether two sentences say the same, word for word, values set aside.

    Parameters
    ----------
    goal
        what was asked.
    one, other
        each sentence, what it is about, and where its value stands.
    """
    if _words(one) != _words(other):
        return False
    known = one[1].known & other[1].known
    if goal.names - known:
        return False
    return len(goal.concepts & known) >= COVERED * len(goal.concepts)


def _words(side: Side) -> list[str]:
    text, _, spans = side
    left = (*spans, *(match.span() for match in PRESENT.finditer(text)))
    return [
        token.text
        for token in tokens(text)
        if token.kind != "sign" and not any(low <= token.start < high for low, high in left)
    ]
