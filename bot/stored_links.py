"""Texts of links that survive a restart."""

import hashlib
import hmac
import time
from collections.abc import Callable

from bot.database import Database

__all__ = ["MOST_OF_CHAT", "StoredLinks"]

# A chat keeps as many of its questions; somebody who types one inline makes a few on the way.
MOST_OF_CHAT = 50


class StoredLinks:
    """Keeps the texts that are too long for a link in the database.

    Parameters
    ----------
    database
        where they are kept.
    clock
        says what time it is, in seconds since 1970.
    """

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock
        ((key,),) = database.rows("SELECT value FROM keys WHERE name = 'links'")
        if not isinstance(key, bytes):
            raise TypeError("the key is no bytes")
        self._key = key

    def digest(self, text: bytes) -> bytes:
        """Return 32 bytes that only this database can tell from a text."""
        return hmac.digest(self._key, text, hashlib.sha256)

    def keep(self, key: str, text: str, chat: int) -> None:
        """Keep a text, and let the oldest of its chat go; what belongs to no chat (0) stays."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO links (key, chat, text, kept_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (key, chat) DO UPDATE SET kept_at = excluded.kept_at"
                " WHERE chat != 0",
                (key, chat, text, self._clock()),
            )
            if chat:
                connection.execute(
                    "DELETE FROM links WHERE chat = ?1 AND key NOT IN"
                    " (SELECT key FROM links WHERE chat = ?1 ORDER BY kept_at DESC, key LIMIT ?2)",
                    (chat, MOST_OF_CHAT),
                )

    def find(self, key: str) -> str | None:
        """Return the text under a key, whosever it is, or None where there is none."""
        for (text,) in self._database.rows("SELECT text FROM links WHERE key = ? LIMIT 1", key):
            return str(text)
        return None
