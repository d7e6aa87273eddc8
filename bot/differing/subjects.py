"""Whether the names in a question, or else the documents' titles, tell two subjects apart."""

import re

from bot.differing.moments import MONTHS, WEEKDAYS
from bot.differing.statements import Statement, title

__all__ = ["are_other_subjects"]

WORD = re.compile(r"[^\W\d_]+")


def are_other_subjects(question: str, one: Statement, other: Statement) -> bool:
    """Say whether a name of the question stands on one side only, or two titles name two things.

    >>> first = Statement("a", None, "The toll is $2.", "Corrie bridge")
    >>> second = Statement("b", None, "The toll is $3.", "Tarff bridge")
    >>> are_other_subjects("What is the toll?", first, second)
    True
    """
    if not one.context or not other.context:
        return False
    names = [word for word in WORD.findall(question)[1:] if _is_name(word)]
    if names:
        sides = [f"{side.context} {side.text}".casefold() for side in (one, other)]
        return any((name.casefold() in sides[0]) != (name.casefold() in sides[1]) for name in names)
    titles = [WORD.findall(title(side.context)) for side in (one, other)]
    return len(titles[0]) == len(titles[1]) and _differ_by_name(*titles)


def _differ_by_name(one: list[str], other: list[str]) -> bool:
    """Say whether two titles are equal but for one name."""
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 < len(one) and all(_is_name(word) for word in differing[0])


def _is_name(word: str) -> bool:
    lowered = word.lower()
    return word[0].isupper() and lowered not in WEEKDAYS and lowered[:3] not in MONTHS
