"""The answers of a conversation as JSON that `quoth verify` reads."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bot.history import Turn
from bot.serialising import dumps

__all__ = ["answers"]


def answers(turns: Sequence[Turn]) -> str:
    """Return a JSON list with an object for each question, one a line.

    "quotes" has all that was shown, so that all of it is verified; where "answered" is false, they
    are the nearest to the question.
    """
    return "[\n" + ",\n".join(dumps(_answer(turn)) for turn in turns) + "\n]\n"


def _answer(turn: Turn) -> dict[str, Any]:
    return {
        "id": turn.number,
        "asked_at": None if turn.asked_at is None else turn.asked_at.isoformat(),
        "question": turn.question,
        "understood": turn.understood,
        "as_of": None if turn.as_of is None else turn.as_of.isoformat(),
        "answered": turn.is_answered,
        "quotes": [asdict(quote) for quote in turn.quotes],
        "generation": turn.generation,
    }
