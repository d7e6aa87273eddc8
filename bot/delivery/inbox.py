"""What was received: each thing once, kept until it is answered and remembered for a while."""

import time
from collections.abc import Callable, Iterable

from bot.database import Database
from bot.delivery.values import Arrival, Entry

__all__ = ["Inbox"]

# Seconds to remember what was received. Ids repeat only after a week without any, and what is
# unconfirmed is repeated for a day.
MEMORY = 8 * 86_400.0
# Seconds between what is received one after the other, where the clock goes back.
MOMENT = 1e-6
# How many rows to forget in one transaction.
MOST_FORGOTTEN = 500


class Inbox:
    """Rows by the number of what was received; every method runs within a transaction.

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

    def add(self, arrivals: Iterable[Arrival]) -> list[Entry]:
        """Keep what was not received before, and return that."""
        now = self._now()
        return [
            Entry(each.update_id, each.chat or 0, each.lane)
            for each in arrivals
            if self._is_added(each, now, "new", each.raw)
        ]

    def leave_out(self, arrivals: Iterable[Arrival]) -> list[Arrival]:
        """Keep by its number alone what is not to be answered; return what was not here before."""
        now = self._now()
        return [each for each in arrivals if self._is_added(each, now, "done", "")]

    def open(self) -> list[Entry]:
        """Return what is not answered yet, oldest first."""
        rows = self._database.rows(
            "SELECT update_id, chat, lane FROM inbox WHERE state = 'new'"
            " ORDER BY received_at, update_id"
        )
        return [_entry(*row) for row in rows]

    def suspects(self) -> set[str]:
        """Return the lanes of what is not answered yet though it was tried before."""
        rows = self._database.rows("SELECT lane FROM inbox WHERE state = 'new' AND tries > 0")
        return {str(lane) for (lane,) in rows}

    def raws(self, having: str) -> list[str]:
        """Return what is not answered yet as it was received, where it holds a word."""
        rows = self._database.rows(
            "SELECT raw FROM inbox WHERE state = 'new' AND instr(raw, ?) ORDER BY update_id", having
        )
        return [str(raw) for (raw,) in rows]

    def is_open(self, update_id: int) -> bool:
        """Say whether it is here and not answered yet."""
        sql = "SELECT 1 FROM inbox WHERE update_id = ? AND state = 'new'"
        return bool(self._database.rows(sql, update_id))

    def raw(self, update_id: int) -> str:
        """Return an open row as it was received."""
        ((raw,),) = self._database.rows("SELECT raw FROM inbox WHERE update_id = ?", update_id)
        return str(raw)

    def done(self, update_id: int) -> None:
        """Note that it is answered; what it said is needed no more, and is not kept."""
        self._database.rows(
            "UPDATE inbox SET state = 'done', raw = '' WHERE update_id = ?", update_id
        )

    def dead(self, update_id: int) -> None:
        """Give it up, and keep it as it was received."""
        self._database.rows("UPDATE inbox SET state = 'dead' WHERE update_id = ?", update_id)

    def count_try(self, update_id: int) -> int:
        """Note that answering it failed, and return how often it has."""
        ((tries,),) = self._database.rows(
            "UPDATE inbox SET tries = tries + 1 WHERE update_id = ? RETURNING tries", update_id
        )
        return int(str(tries))

    def forget(self) -> bool:
        """Forget some of what is too old; say whether there may be more."""
        rows = self._database.rows(
            "SELECT update_id FROM inbox WHERE received_at < ? AND state <> 'new'"
            " AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.update_id = inbox.update_id"
            " AND next_at IS NOT NULL) LIMIT ?",
            self._clock() - MEMORY,
            MOST_FORGOTTEN,
        )
        for (update_id,) in rows:
            self._database.rows("DELETE FROM outbox WHERE update_id = ?", update_id)
            self._database.rows("DELETE FROM inbox WHERE update_id = ?", update_id)
        return len(rows) == MOST_FORGOTTEN

    def _now(self) -> float:
        """Return the time, but later than all that is here, which is the order of the answers."""
        ((latest,),) = self._database.rows("SELECT max(received_at) FROM inbox")
        return max(self._clock(), float(str(latest or 0.0)) + MOMENT)

    def _is_added(self, arrival: Arrival, now: float, state: str, raw: str) -> bool:
        added = self._database.rows(
            "INSERT OR IGNORE INTO inbox (update_id, chat, lane, raw, received_at, state)"
            " VALUES (?, ?, ?, ?, ?, ?) RETURNING update_id",
            arrival.update_id,
            arrival.chat,
            arrival.lane,
            raw,
            now,
            state,
        )
        return bool(added)


def _entry(update_id: object, chat: object, lane: object) -> Entry:
    return Entry(int(str(update_id)), int(str(chat or 0)), str(lane))
