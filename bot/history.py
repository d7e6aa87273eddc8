"""What was said before in a chat, for later questions and for whoever wants to have it."""

import datetime
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from bot.answers import Answer, Outcome
from bot.proof.claims import Claim, claim

__all__ = [
    "LONGEST_CHAT",
    "LONGEST_HISTORY",
    "ChatKey",
    "Forgetter",
    "Histories",
    "MemoryHistories",
    "State",
    "Turn",
    "turn",
    "utc",
]

# Follow-ups reach back a few turns at most.
LONGEST_HISTORY = 8
# A chat has as many turns kept; somebody who asks all day does not fill the disk.
LONGEST_CHAT = 1000

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
        is_answered: whether the quotes answer the question; else they are the nearest to it.
        number: its own among all turns, from 1, which never comes again; 0 where it is not kept.
        asked_at: when it was kept, in UTC; None where it is not.
    """

    question: str
    understood: str
    generation: str
    quotes: tuple[Claim, ...]
    as_of: datetime.date | None = None
    is_answered: bool = True
    number: int = 0
    asked_at: datetime.datetime | None = None


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


class Forgetter(Protocol):
    """Keeps something of chats, and deletes it when it is told to."""

    def forget(self, chat: ChatKey) -> None:
        """Delete everything of a chat."""
        ...


class Histories(Forgetter, Protocol):
    """Keeps the turns of each chat, and what it has set."""

    def turns(self, chat: ChatKey) -> list[Turn]:
        """Return the last turns of a conversation, oldest first, at most `LONGEST_HISTORY`."""
        ...

    def conversation(self, chat: ChatKey) -> list[Turn]:
        """Return all turns of a conversation, oldest first, at most `LONGEST_CHAT`."""
        ...

    def turn(self, chat: ChatKey, number: int) -> Turn | None:
        """Return a turn of a chat, of an earlier conversation too; None where it is not kept."""
        ...

    def add(self, chat: ChatKey, turn: Turn) -> int:
        """Append a turn, let the oldest go when there are too many, and return its number."""
        ...

    def begin(self, chat: ChatKey) -> None:
        """Begin a new conversation, for which nothing holds."""
        ...

    def state(self, chat: ChatKey) -> State:
        """Return what holds for a chat."""
        ...

    def keep(self, chat: ChatKey, state: State) -> None:
        """Let something hold for a chat."""
        ...


class MemoryHistories:
    """Histories that end with the process.

    Parameters
    ----------
    clock
        seconds since 1970.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._turns: defaultdict[ChatKey, deque[Turn]] = defaultdict(
            lambda: deque(maxlen=LONGEST_CHAT)
        )
        self._states: dict[ChatKey, State] = {}
        # The number of the last turn before a chat's conversation.
        self._begins: dict[ChatKey, int] = {}
        self._number = 0

    def turns(self, chat: ChatKey) -> list[Turn]:
        """Return the last turns of a conversation, oldest first."""
        return self.conversation(chat)[-LONGEST_HISTORY:]

    def conversation(self, chat: ChatKey) -> list[Turn]:
        """Return all turns of a conversation, oldest first."""
        begins = self._begins.get(chat, 0)
        return [each for each in self._turns.get(chat, ()) if each.number > begins]

    def turn(self, chat: ChatKey, number: int) -> Turn | None:
        """Return a turn of a chat."""
        return next((each for each in self._turns.get(chat, ()) if each.number == number), None)

    def add(self, chat: ChatKey, turn: Turn) -> int:
        """Append a turn."""
        self._number += 1
        kept = replace(turn, number=self._number, asked_at=utc(self._clock()))
        self._turns[chat].append(kept)
        return self._number

    def begin(self, chat: ChatKey) -> None:
        """Begin a new conversation."""
        self._states.pop(chat, None)
        self._begins[chat] = self._number

    def state(self, chat: ChatKey) -> State:
        """Return what holds for a chat."""
        return self._states.get(chat, State())

    def keep(self, chat: ChatKey, state: State) -> None:
        """Let something hold for a chat."""
        self._states[chat] = state

    def forget(self, chat: ChatKey) -> None:
        """Delete everything of a chat."""
        self._turns.pop(chat, None)
        self._states.pop(chat, None)
        self._begins.pop(chat, None)


def turn(question: str, outcome: Outcome, as_of: datetime.date | None = None) -> Turn:
    """Note what was asked and what was shown."""
    is_answered = isinstance(outcome, Answer)
    if isinstance(outcome, Answer):
        shown = (*outcome.in_reading_order(), *(c.older for c in outcome.conflicts))
    else:
        shown = outcome.nearest
    claims = tuple(claim(quote) for quote in shown)
    return Turn(question, outcome.understood, outcome.generation, claims, as_of, is_answered)


def utc(seconds: float) -> datetime.datetime:
    """Return a time that is given in seconds since 1970.

    >>> utc(0.0).isoformat()
    '1970-01-01T00:00:00+00:00'
    """
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
