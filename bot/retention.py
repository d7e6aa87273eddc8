"""What is older than it may be, deleted."""

import time
from collections.abc import Callable
from typing import Final

from bot.database import Database

__all__ = ["RETENTION_DAYS", "Retention"]

# How long to keep what was said where the settings do not say, in days.
RETENTION_DAYS: Final = 30
DAY: Final = 86_400.0
# How many rows of a table to go through in one transaction.
MOST: Final = 500

# Each takes the time before which all is too old, and how many rows to change at most. Links that
# belong to no chat hold no words of one.
STATEMENTS: Final = (
    "DELETE FROM turns WHERE number IN (SELECT number FROM turns WHERE asked_at < ?1 LIMIT ?2)",
    "DELETE FROM feedback WHERE rowid IN (SELECT rowid FROM feedback WHERE at < ?1 LIMIT ?2)",
    # A day that is set, and the end of the last conversation, hold while there are turns.
    (
        "DELETE FROM states WHERE rowid IN (SELECT rowid FROM states WHERE used_at < ?1"
        " AND NOT EXISTS (SELECT 1 FROM turns WHERE turns.chat = states.chat) LIMIT ?2)"
    ),
    (
        "DELETE FROM shown WHERE update_id IN"
        " (SELECT update_id FROM shown WHERE shown_at < ?1 LIMIT ?2)"
    ),
    (
        "DELETE FROM links WHERE rowid IN"
        " (SELECT rowid FROM links WHERE kept_at < ?1 AND chat <> 0 LIMIT ?2)"
    ),
    (
        "UPDATE inbox SET raw = '' WHERE update_id IN (SELECT update_id FROM inbox"
        " WHERE state = 'dead' AND received_at < ?1 AND raw <> '' LIMIT ?2)"
    ),
    (
        "UPDATE outbox SET payload = '{}' WHERE id IN (SELECT id FROM outbox JOIN inbox"
        " USING (update_id) WHERE outbox.state IN ('dead', 'uncertain') AND next_at IS NULL"
        " AND payload <> '{}' AND received_at < ?1 LIMIT ?2)"
    ),
)


class Retention:
    """Deletes what was said too long ago, for the database's thread.

    Parameters
    ----------
    database
        where it is kept.
    days
        how long to keep it, 1 or more.
    clock
        seconds since 1970.
    """

    def __init__(
        self,
        database: Database,
        days: int = RETENTION_DAYS,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._database = database
        self._days = days
        self._clock = clock
        self._purged_at = float("-inf")

    def enforce(self) -> bool:
        """Delete some of what is too old; say whether there may be more.

        Once a day the file is rid of it too: that rewrites all of it.
        """
        before = self._clock() - self._days * DAY
        with self._database.transaction():
            changed = [self._change(sql, before) for sql in STATEMENTS]
            if any(changed) and self._clock() - self._purged_at >= DAY:
                self._purged_at = self._clock()
                self._database.purge_soon()
        return max(changed) == MOST

    def _change(self, sql: str, before: float) -> int:
        counted = f"{sql} RETURNING 1"
        return len(self._database.rows(counted, before, MOST))
