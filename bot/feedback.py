"""What people say of answers, kept with what they were asked and what they quoted."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, Protocol, get_args

from bot.database import Database
from bot.history import ChatKey, Forgetter, Turn
from bot.stored_histories import json_of

__all__ = ["VERDICTS", "Feedback", "MemoryFeedback", "Opinion", "Opinions", "Verdict"]

Verdict = Literal["helpful", "not helpful", "wrong", "incomplete", "outdated", "not asked"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody says of an answer.

    Attributes:
        verdict: in one of the fixed words.
        reason: in words of their own; may be empty.
        user: the user's id; 0 where there is none.
    """

    verdict: Verdict
    reason: str = ""
    user: int = 0


class Opinions(Forgetter, Protocol):
    """Takes in what is said of answers."""

    def give(self, chat: ChatKey, turn: Turn, opinion: Opinion) -> None:
        """Keep an opinion of a turn, in the place of an earlier one of the same user."""
        ...

    def counts(self) -> dict[Verdict, int]:
        """Return how many opinions there are of each verdict that there are any of."""
        ...


class Feedback:
    """Opinions in the database: one of a turn and a user.

    Each is as old as its turn, whose words it repeats, so that it is kept no longer.

    Parameters
    ----------
    database
        where they are.
    clock
        seconds since 1970.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def give(self, chat: ChatKey, turn: Turn, opinion: Opinion) -> None:
        """Keep an opinion of a turn, in the place of an earlier one of the same user."""
        with self._database.transaction():
            self._database.rows(
                "INSERT OR REPLACE INTO feedback (chat, turn, user, at, question, understood,"
                " generation, claims, verdict, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                chat,
                turn.number,
                opinion.user,
                self._clock() if turn.asked_at is None else turn.asked_at.timestamp(),
                turn.question,
                turn.understood,
                turn.generation,
                json_of(turn.quotes),
                opinion.verdict,
                opinion.reason,
            )

    def counts(self) -> dict[Verdict, int]:
        """Return how many opinions there are of each verdict that there are any of."""
        rows = self._database.rows("SELECT verdict, count(*) FROM feedback GROUP BY verdict")
        found = {str(verdict): int(str(n)) for verdict, n in rows}
        return {verdict: found[verdict] for verdict in VERDICTS if verdict in found}

    def forget(self, chat: ChatKey) -> None:
        """Delete the opinions of a chat."""
        with self._database.transaction():
            self._database.rows("DELETE FROM feedback WHERE chat = ?", chat)


class MemoryFeedback:
    """Opinions that end with the process."""

    def __init__(self) -> None:
        self._opinions: dict[tuple[ChatKey, int, int], Opinion] = {}

    def give(self, chat: ChatKey, turn: Turn, opinion: Opinion) -> None:
        """Keep an opinion of a turn, in the place of an earlier one of the same user."""
        self._opinions[chat, turn.number, opinion.user] = opinion

    def counts(self) -> dict[Verdict, int]:
        """Return how many opinions there are of each verdict that there are any of."""
        given = [opinion.verdict for opinion in self._opinions.values()]
        return {verdict: given.count(verdict) for verdict in VERDICTS if verdict in given}

    def forget(self, chat: ChatKey) -> None:
        """Delete the opinions of a chat."""
        self._opinions = {key: each for key, each in self._opinions.items() if key[0] != chat}
