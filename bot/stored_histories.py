"""Histories that survive a restart."""

import datetime
import json
from dataclasses import asdict

from bot.database import Database
from bot.history import LONGEST_HISTORY, ChatKey, State, Turn
from bot.proof.claims import Claim, parse_claim

__all__ = ["StoredHistories"]


class StoredHistories:
    """Keeps the last turns of each chat, and what it has set, in the database.

    Parameters
    ----------
    database
        where they are kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def turns(self, chat: ChatKey) -> list[Turn]:
        """Return a chat's turns, oldest first."""
        rows = self._database.rows(
            "SELECT question, understood, generation, quotes, as_of FROM turns WHERE chat = ?"
            " ORDER BY number",
            chat,
        )
        return [
            Turn(str(question), str(understood), str(generation), _claims(str(quotes)), _day(day))
            for question, understood, generation, quotes, day in rows
        ]

    def add(self, chat: ChatKey, turn: Turn) -> None:
        """Append a turn, and let the oldest go when there are too many."""
        quotes = json.dumps([asdict(claim) for claim in turn.quotes])
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO turns (chat, question, understood, generation, quotes, as_of)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (chat, turn.question, turn.understood, turn.generation, quotes, _iso(turn.as_of)),
            )
            connection.execute(
                "DELETE FROM turns WHERE chat = ?1 AND number NOT IN"
                " (SELECT number FROM turns WHERE chat = ?1 ORDER BY number DESC LIMIT ?2)",
                (chat, LONGEST_HISTORY),
            )

    def state(self, chat: ChatKey) -> State:
        """Return what holds for a chat."""
        rows = self._database.rows("SELECT as_of, topic, page FROM states WHERE chat = ?", chat)
        for day, topic, page in rows:
            return State(_day(day), str(topic), int(str(page)))
        return State()

    def keep(self, chat: ChatKey, state: State) -> None:
        """Let something hold for a chat."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO states (chat, as_of, topic, page) VALUES (?, ?, ?, ?)",
                (chat, _iso(state.as_of), state.topic, state.page),
            )


def _claims(text: str) -> tuple[Claim, ...]:
    return tuple(parse_claim(fields) for fields in json.loads(text))


def _day(stored: object) -> datetime.date | None:
    return None if stored is None else datetime.date.fromisoformat(str(stored))


def _iso(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()
