"""A question as it reaches Quoth."""

import datetime
from dataclasses import dataclass

__all__ = ["LONGEST_QUESTION", "Question"]

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
