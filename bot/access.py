"""Who may ask and who may administer: nobody, until the settings or the owner say so."""

import datetime
import hmac
import secrets
import sqlite3
from collections.abc import Callable, Collection
from typing import Literal

from bot.audit.recording import Action, is_recent, now, record, user
from bot.database import Database
from bot.setting_forms import is_person

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
        where the owner, the open door, the lists of commands and the audit log are kept.
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
        return None if self._has_any("owner") else self._code

    def may_ask(self, chat: int, user: int | None) -> bool:
        """Say whether a user may ask in a chat; whoever is denied may not, whatever else holds."""
        if self.is_denied(chat, user):
            return False
        if self._chats == "*" or chat in self._chats or self._has_any("open"):
            return True
        if self._has("allowed", chat):
            return True
        return user is not None and user == chat and self.may_administer(user)

    @property
    def is_for_everybody(self) -> bool:
        """Whether everybody may ask, without exception."""
        return (self._chats == "*" or self._has_any("open")) and not self._has_any("denied")

    def is_denied(self, *ids: int | None) -> bool:
        """Say whether one of some chats and users is on the list of those that may not ask."""
        return any(each is not None and self._has("denied", each) for each in ids)

    def may_administer(self, user: int | None) -> bool:
        """Say whether a user is the owner or one of the administrators.

        Being denied takes nothing of this away, so that nobody can lock the owner out.
        """
        if user is None or not is_person(user):
            return False
        return user in self._admins or self._has("owner", user)

    def pair(self, code: str, who: int) -> bool:
        """Make a user the owner if the code is right; it works once."""
        expected = self.pairing_code
        if expected is None or not is_person(who):
            return False
        if not hmac.compare_digest(code.strip().encode(), expected.encode()):
            self.deny(who, "a wrong pairing code")
            return False
        with self._database.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO access VALUES ('owner', ?)", (who,))
            connection.execute("DELETE FROM access WHERE role = 'denied' AND id = ?", (who,))
            record(connection, user(who), "pair", at=self._clock())
        return True

    def open(self, by: int) -> None:
        """Let everybody ask, as an administrator says."""
        with self._database.transaction() as connection:
            added = connection.execute("INSERT OR IGNORE INTO access VALUES ('open', 0)")
            self._record(connection, added.rowcount, by, "open")

    def close(self, by: int) -> None:
        """Let only those ask whom the settings and the lists name, as an administrator says."""
        with self._database.transaction() as connection:
            gone = connection.execute("DELETE FROM access WHERE role = 'open'")
            self._record(connection, gone.rowcount, by, "close")

    def allow(self, who: int, by: int) -> None:
        """Let a chat, or a user in their private chat, ask; this ends that they are denied."""
        self._enlist(who, "allowed", "denied", by, "allow")

    def forbid(self, who: int, by: int) -> None:
        """Let a chat, or a user wherever they are, ask no longer, whatever else holds."""
        self._enlist(who, "denied", "allowed", by, "deny")

    def listed(self, role: Literal["allowed", "denied"]) -> list[int]:
        """Return the chats and users on a list of the commands, in order."""
        rows = self._database.rows("SELECT id FROM access WHERE role = ? ORDER BY id", role)
        return [int(str(number)) for (number,) in rows]

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

    def _enlist(self, who: int, role: str, other: str, by: int, action: Action) -> None:
        """Put a number on one list and take it off the other."""
        with self._database.transaction() as connection:
            gone = connection.execute("DELETE FROM access WHERE role = ? AND id = ?", (other, who))
            added = connection.execute("INSERT OR IGNORE INTO access VALUES (?, ?)", (role, who))
            self._record(connection, gone.rowcount + added.rowcount, by, action, str(who))

    def _record(
        self,
        connection: sqlite3.Connection,
        n_changed: int,
        by: int,
        action: Action,
        what: str = "",
    ) -> None:
        """Record a change where there is one."""
        if n_changed:
            record(connection, user(by), action, what, at=self._clock())

    def _has(self, role: str, number: int) -> bool:
        """Say whether a number has a role; it takes as long however many have."""
        sql = "SELECT 1 FROM access WHERE role = ? AND id = ?"
        return bool(self._database.rows(sql, role, number))

    def _has_any(self, role: str) -> bool:
        return bool(self._database.rows("SELECT 1 FROM access WHERE role = ? LIMIT 1", role))


def _code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
