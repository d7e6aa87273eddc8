"""A question as it reaches Quoth."""

import datetime
import re
from dataclasses import dataclass

__all__ = ["LONGEST_QUESTION", "Question", "read_day"]

DAY = re.compile(r"\d{4}-\d\d-\d\d")

# Telegram's limit for one message, in characters; longer ones are cut before they are analysed.
LONGEST_QUESTION = 4096


@dataclass(frozen=True, slots=True)
class Question:
    """What someone wants to know, and where it may be looked up.

    Attributes:
        text: as it was typed.
        documents: ids to search, or None for all.
        as_of: search only what was published by this day, or None for all.
    """

    text: str
    documents: frozenset[str] | None = None
    as_of: datetime.date | None = None


def read_day(text: str) -> datetime.date:
    """Read a day written YYYY-MM-DD, and in no other way; raise ValueError for anything else."""
    if not DAY.fullmatch(text):
        raise ValueError(f"{text!r} is not a day such as 2019-11-14")
    return datetime.date.fromisoformat(text)
