"""What was said before in a chat, as far as later questions need it."""

import datetime
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Protocol

from bot.answers import Answer, Outcome
from bot.proof.claims import Claim, claim

__all__ = ["LONGEST_HISTORY", "ChatKey", "Histories", "MemoryHistories", "State", "Turn", "turn"]

# Follow-ups reach back a few turns at most.
LONGEST_HISTORY = 8

# Names a conversation: a chat, and in forums its topic.
ChatKey = str


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what was shown for it.

    Attributes:
        question: as it was typed.
        understood: what was searched for.
        generation: the index generation that was searched.
        quotes: the quotes shown, in the order shown.
        as_of: the day by which everything searched was published, or None for any.
    """

    question: str
    understood: str
    generation: str
    quotes: tuple[Claim, ...]
    as_of: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What holds for a chat until it is changed.

    Attributes:
        as_of: search only what was published by this day, or None for all.
        topic: what the last timeline was of; "" when there was none.
        page: the page of it that was shown, from 1.
    """

    as_of: datetime.date | None = None
    topic: str = ""
    page: int = 1


class Histories(Protocol):
    """Keeps the last turns of each chat, and what it has set."""

    def turns(self, chat: ChatKey) -> list[Turn]:
        """Return a chat's turns, oldest first, at most `LONGEST_HISTORY`."""
        ...

    def add(self, chat: ChatKey, turn: Turn) -> None:
        """Append a turn, and let the oldest go when there are too many."""
        ...

    def state(self, chat: ChatKey) -> State:
        """Return what holds for a chat."""
        ...

    def keep(self, chat: ChatKey, state: State) -> None:
        """Let something hold for a chat."""
        ...


class MemoryHistories:
    """Histories that end with the process."""

    def __init__(self) -> None:
        self._turns: defaultdict[ChatKey, deque[Turn]] = defaultdict(
            lambda: deque(maxlen=LONGEST_HISTORY)
        )
        self._states: dict[ChatKey, State] = {}

    def turns(self, chat: ChatKey) -> list[Turn]:
        """Return a chat's turns, oldest first."""
        return list(self._turns[chat]) if chat in self._turns else []

    def add(self, chat: ChatKey, turn: Turn) -> None:
        """Append a turn."""
        self._turns[chat].append(turn)

    def state(self, chat: ChatKey) -> State:
        """Return what holds for a chat."""
        return self._states.get(chat, State())

    def keep(self, chat: ChatKey, state: State) -> None:
        """Let something hold for a chat."""
        self._states[chat] = state


def turn(question: str, outcome: Outcome, as_of: datetime.date | None = None) -> Turn:
    """Note what was asked and what was shown."""
    if isinstance(outcome, Answer):
        shown = (*outcome.in_reading_order(), *(c.older for c in outcome.conflicts))
    else:
        shown = outcome.nearest
    claims = tuple(claim(quote) for quote in shown)
    return Turn(question, outcome.understood, outcome.generation, claims, as_of)
