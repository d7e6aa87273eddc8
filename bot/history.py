"""What was said before in a chat, as far as later questions need it."""

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Protocol

from bot.answers import Answer, Outcome

__all__ = ["LONGEST_HISTORY", "ChatKey", "Histories", "MemoryHistories", "Turn", "turn"]

# Follow-ups reach back a few turns at most.
LONGEST_HISTORY = 8

# Names a conversation: a chat, and in forums its topic.
ChatKey = str


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and where its answer stands.

    Attributes:
        question: as it was typed.
        understood: what was searched for.
        generation: the index generation that was searched.
        quotes: (document id, sentence number from 0) of each quote shown, in the order shown.
    """

    question: str
    understood: str
    generation: str
    quotes: tuple[tuple[str, int], ...]


class Histories(Protocol):
    """Keeps the last turns of each chat."""

    def turns(self, chat: ChatKey) -> list[Turn]:
        """Return a chat's turns, oldest first, at most `LONGEST_HISTORY`."""
        ...

    def add(self, chat: ChatKey, turn: Turn) -> None:
        """Append a turn, and let the oldest go when there are too many."""
        ...


class MemoryHistories:
    """Histories that end with the process."""

    def __init__(self) -> None:
        self._turns: defaultdict[ChatKey, deque[Turn]] = defaultdict(
            lambda: deque(maxlen=LONGEST_HISTORY)
        )

    def turns(self, chat: ChatKey) -> list[Turn]:
        """Return a chat's turns, oldest first."""
        return list(self._turns[chat]) if chat in self._turns else []

    def add(self, chat: ChatKey, turn: Turn) -> None:
        """Append a turn."""
        self._turns[chat].append(turn)


def turn(question: str, outcome: Outcome) -> Turn:
    """Note what was asked and what was shown."""
    shown = outcome.in_reading_order() if isinstance(outcome, Answer) else outcome.nearest
    places = tuple((quote.document, quote.sentence) for quote in shown)
    return Turn(question, outcome.understood, outcome.generation, places)
