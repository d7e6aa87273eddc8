"""New entries at the end of the audit log, in the transaction of what they tell of."""

import datetime
import sqlite3
from typing import Final, Literal

from bot.audit.chain import BEGINNING, Head, seal

__all__ = ["PROCESS", "Action", "is_recent", "last_detail", "now", "record", "user"]

Action = Literal[
    "start", "stop", "index", "pair", "open", "close", "allow", "deny", "collection", "denied"
]

PROCESS: Final = "quoth"
# How many of the last entries to look through for one that says the same; this bounds the time
# that somebody takes up who tries again and again.
RECENT: Final = 1000

_INSERT = "INSERT INTO audit (number, at, actor, action, detail, digest) VALUES (?, ?, ?, ?, ?, ?)"


def now() -> datetime.datetime:
    """Return the time in UTC."""
    return datetime.datetime.now(datetime.UTC)


def user(number: int) -> str:
    """Return how a Telegram user is named as an actor: by number, for names can be taken over."""
    return f"telegram:{number}"


def record(
    connection: sqlite3.Connection,
    actor: str,
    action: Action,
    detail: str = "",
    *,
    at: datetime.datetime | None = None,
) -> Head:
    """Append an entry and return the new head.

    Parameters
    ----------
    connection
        in a transaction, which the entry is kept or undone with.
    actor
        who did it: `PROCESS`, or what `user` returns.
    action
        what was done.
    detail
        what it was done to: a number, a name of a command or of a generation, no message.
    at
        when, in UTC; now where None.
    """
    row = connection.execute("SELECT number, digest FROM audit ORDER BY number DESC LIMIT 1")
    before, digest = row.fetchone() or (0, BEGINNING)
    number, time = before + 1, (at or now()).isoformat(timespec="milliseconds")
    head = Head(number, seal(digest, number, time, actor, action, detail))
    connection.execute(_INSERT, (number, time, actor, action, detail, head.digest))
    return head


def is_recent(
    connection: sqlite3.Connection, actor: str, action: Action, detail: str, *, day: datetime.date
) -> bool:
    """Say whether one of the last entries tells the same of the same day."""
    found = connection.execute(
        "SELECT 1 FROM audit WHERE number > (SELECT max(number) FROM audit) - ?"
        " AND actor = ? AND action = ? AND detail = ? AND substr(at, 1, 10) = ? LIMIT 1",
        (RECENT, actor, action, detail, day.isoformat()),
    )
    return found.fetchone() is not None


def last_detail(connection: sqlite3.Connection, action: Action) -> str | None:
    """Return the detail of the last entry of an action, or None where there is none."""
    found = connection.execute(
        "SELECT detail FROM audit WHERE action = ? ORDER BY number DESC LIMIT 1", (action,)
    )
    row = found.fetchone()
    return None if row is None else str(row[0])
