"""Who may ask and who may administer: nobody, until the settings or the owner say so."""

import hmac
import secrets
from collections.abc import Collection
from typing import Literal

from bot.database import Database

__all__ = ["Access"]

# Easy to type, hard to guess: 50 bits, and it works once.
CODE_LENGTH = 10
CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


class Access:
    """Answers who may do what, by numeric ids only.

    Parameters
    ----------
    chats
        chats that may ask by the settings, or "*" for all.
    admins
        users that may administer by the settings.
    database
        where the owner and the open door are kept.
    """

    def __init__(
        self, chats: Collection[int] | Literal["*"], admins: Collection[int], database: Database
    ) -> None:
        self._chats = chats
        self._admins = admins
        self._database = database
        # Without anybody to administer, whoever brings the code becomes the owner.
        needs_owner = not chats and not admins and not self._ids("owner")
        self.pairing_code = _code() if needs_owner else None

    def may_ask(self, chat: int, user: int | None) -> bool:
        """Say whether a user may ask in a chat."""
        if self._chats == "*" or chat in self._chats or self._ids("open"):
            return True
        return user is not None and user == chat and self.may_administer(user)

    def may_administer(self, user: int | None) -> bool:
        """Say whether a user is the owner or one of the administrators."""
        return user is not None and (user in self._admins or user in self._ids("owner"))

    def pair(self, code: str, user: int) -> bool:
        """Make a user the owner if the code is right; it works once."""
        expected = self.pairing_code
        if expected is None or not hmac.compare_digest(code.strip().encode(), expected.encode()):
            return False
        self._add("owner", user)
        self.pairing_code = None
        return True

    def open(self) -> None:
        """Let everybody ask."""
        self._add("open", 0)

    def close(self) -> None:
        """Let only those ask whom the settings and the owner name."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM access WHERE role = 'open'")

    def _add(self, role: str, who: int) -> None:
        with self._database.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO access VALUES (?, ?)", (role, who))

    def _ids(self, role: str) -> set[object]:
        return {row[0] for row in self._database.rows("SELECT id FROM access WHERE role = ?", role)}


def _code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
