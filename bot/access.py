"""Who may ask and who may administer: nobody, until the settings or the owner say so."""

import datetime
import hmac
import secrets
from collections.abc import Callable, Collection
from typing import Literal

from bot.audit.recording import is_recent, now, record, user
from bot.database import Database

__all__ = ["Access"]

# Easy to type, hard to guess: 50 bits, and it works once.
CODE_LENGTH = 10
CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


class Access:
    """Answers who may do what, by numeric ids only; each change of it is in the audit log.

    Parameters
    ----------
    chats
        chats that may ask by the settings, or "*" for all.
    admins
        users that may administer by the settings.
    database
        where the owner, the open door and the audit log are kept.
    clock
        says what time it is, in UTC.
    """

    def __init__(
        self,
        chats: Collection[int] | Literal["*"],
        admins: Collection[int],
        database: Database,
        *,
        clock: Callable[[], datetime.datetime] = now,
    ) -> None:
        self._chats = chats
        self._admins = admins
        self._database = database
        self._clock = clock
        # Without anybody to administer, whoever brings the code becomes the owner.
        self._code = _code() if not chats and not admins else None

    @property
    def pairing_code(self) -> str | None:
        """The code that makes its sender the owner; None where there is somebody to administer."""
        return None if self._ids("owner") else self._code

    def may_ask(self, chat: int, user: int | None) -> bool:
        """Say whether a user may ask in a chat."""
        if self._chats == "*" or chat in self._chats or self._ids("open"):
            return True
        return user is not None and user == chat and self.may_administer(user)

    def may_administer(self, user: int | None) -> bool:
        """Say whether a user is the owner or one of the administrators."""
        return user is not None and (user in self._admins or user in self._ids("owner"))

    def pair(self, code: str, who: int) -> bool:
        """Make a user the owner if the code is right; it works once."""
        expected = self.pairing_code
        if expected is None:
            return False
        if not hmac.compare_digest(code.strip().encode(), expected.encode()):
            self.deny(who, "a wrong pairing code")
            return False
        with self._database.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO access VALUES ('owner', ?)", (who,))
            record(connection, user(who), "pair", at=self._clock())
        return True

    def open(self, by: int) -> None:
        """Let everybody ask, as an administrator says."""
        self._change("open", "INSERT OR IGNORE INTO access VALUES ('open', 0)", by)

    def close(self, by: int) -> None:
        """Let only those ask whom the settings and the owner name, as an administrator says."""
        self._change("close", "DELETE FROM access WHERE role = 'open'", by)

    def deny(self, who: int | None, what: str) -> None:
        """Record that somebody tried what only others may; each of it once a day.

        Parameters
        ----------
        who
            the user, or None for one who writes in the name of a chat.
        what
            names what was tried, without words of theirs.
        """
        at, actor = self._clock(), user(who or 0)
        with self._database.transaction() as connection:
            if not is_recent(connection, actor, "denied", what, day=at.date()):
                record(connection, actor, "denied", what, at=at)

    def _change(self, action: Literal["open", "close"], statement: str, by: int) -> None:
        """Change the door, and record it where it was not so before."""
        with self._database.transaction() as connection:
            if connection.execute(statement).rowcount:
                record(connection, user(by), action, at=self._clock())

    def _ids(self, role: str) -> set[object]:
        return {row[0] for row in self._database.rows("SELECT id FROM access WHERE role = ?", role)}


def _code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
