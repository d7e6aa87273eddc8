"""Whether a later document replaces an earlier one, or the two disagree."""

from typing import Literal

from bot.differing.statements import Statement

__all__ = ["Relation", "relation"]

Relation = Literal["changed since", "disagreeing"]


def relation(one: Statement, other: Statement) -> Relation:
    """Name what holds between statements that differ.

    With different days of publication the newer one tells what changed since the older; on the
    same day, or without a date, neither can be preferred.

    >>> from datetime import date
    >>> older = Statement("a", date(2023, 1, 10), "The fare is 3 dollars.")
    >>> relation(older, Statement("b", date(2024, 2, 1), "The fare is 4 dollars."))
    'changed since'
    >>> relation(older, Statement("c", None, "The fare is 4 dollars."))
    'disagreeing'
    """
    if one.date is None or other.date is None or one.date == other.date:
        return "disagreeing"
    return "changed since"
