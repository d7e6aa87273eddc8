"""Which collection a chat asks, kept in the database; each change of it is in the audit log."""

import datetime
from collections.abc import Callable

from bot.audit.recording import now, record, user
from bot.database import Database

__all__ = ["OWN", "Assignments"]

# What stands for the home's own documents, which a chat asks that has no collection.
OWN = ""


class Assignments:
    """Tells chats their collections.

    Parameters
    ----------
    database
        where they are kept.
    end
        ends what a chat has said so far: none of it may show what it was told from other documents.
    clock
        says what time it is, in UTC.
    """

    def __init__(
        self,
        database: Database,
        end: Callable[[int], None],
        *,
        clock: Callable[[], datetime.datetime] = now,
    ) -> None:
        self._database = database
        self._end = end
        self._clock = clock

    def name(self, chat: int) -> str:
        """Return the name of the collection that a chat asks, `OWN` where it has none."""
        rows = self._database.rows("SELECT name FROM collections WHERE chat = ?", chat)
        return str(rows[0][0]) if rows else OWN

    def listed(self) -> list[tuple[int, str]]:
        """Return the chats that have one, with its name, ordered by name."""
        rows = self._database.rows("SELECT chat, name FROM collections ORDER BY name, chat")
        return [(int(str(chat)), str(name)) for chat, name in rows]

    def assign(self, chat: int, name: str, by: int) -> None:
        """Let a chat ask a collection, or with `OWN` the home's documents again."""
        if self.name(chat) == name:
            return
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM collections WHERE chat = ?", (chat,))
            if name != OWN:
                connection.execute("INSERT INTO collections VALUES (?, ?)", (chat, name))
            self._end(chat)
            record(connection, user(by), "collection", f"{chat} {name or '-'}", at=self._clock())
