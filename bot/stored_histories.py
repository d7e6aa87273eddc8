"""Histories that survive a restart."""

import json

from bot.database import Database
from bot.history import LONGEST_HISTORY, ChatKey, Turn

__all__ = ["StoredHistories"]


class StoredHistories:
    """Keeps the last turns of each chat in the database.

    Parameters
    ----------
    database
        where the turns are kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def turns(self, chat: ChatKey) -> list[Turn]:
        """Return a chat's turns, oldest first."""
        rows = self._database.rows(
            "SELECT question, understood, generation, quotes FROM turns WHERE chat = ?"
            " ORDER BY number",
            chat,
        )
        return [Turn(str(q), str(u), str(g), _places(str(places))) for q, u, g, places in rows]

    def add(self, chat: ChatKey, turn: Turn) -> None:
        """Append a turn, and let the oldest go when there are too many."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO turns (chat, question, understood, generation, quotes)"
                " VALUES (?, ?, ?, ?, ?)",
                (chat, turn.question, turn.understood, turn.generation, json.dumps(turn.quotes)),
            )
            connection.execute(
                "DELETE FROM turns WHERE chat = ?1 AND number NOT IN"
                " (SELECT number FROM turns WHERE chat = ?1 ORDER BY number DESC LIMIT ?2)",
                (chat, LONGEST_HISTORY),
            )


def _places(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((str(document), int(sentence)) for document, sentence in json.loads(text))
