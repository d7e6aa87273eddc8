"""What the bot's database says of questions and answers, read from a copy."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Open", "open_rows", "received", "unsettled"]

SUFFIXES = ("", "-wal")


@dataclass(frozen=True, slots=True)
class Open:
    """Rows that are not done with.

    Attributes:
        n_new: updates that wait in the inbox.
        n_unsent: messages that are ready or being sent.
        n_uncertain: messages of which nobody knows whether they arrived.
        n_dead: updates and messages that were given up.
    """

    n_new: int
    n_unsent: int
    n_uncertain: int
    n_dead: int


def unsettled(file: Path) -> frozenset[int] | None:
    """Return the updates whose answers are being sent; None where no such record is kept.

    The file of a dead process is copied with its log before it is opened, so that recovering it
    stays with the next process.
    """
    rows = _rows(file, "SELECT update_id FROM outbox WHERE state = 'sending'")
    return None if rows is None else frozenset(int(str(row[0])) for row in rows)


def received(file: Path) -> frozenset[int]:
    """Return the updates that it remembers."""
    rows = _rows(file, "SELECT update_id FROM inbox")
    return frozenset(int(str(row[0])) for row in rows or ())


def open_rows(file: Path) -> Open | None:
    """Return what is left of the work; None where no such record is kept."""
    inbox = _rows(file, "SELECT state, count(*) FROM inbox GROUP BY state")
    outbox = _rows(file, "SELECT state, count(*) FROM outbox GROUP BY state")
    if inbox is None or outbox is None:
        return None
    received = {str(state): int(str(n)) for state, n in inbox}
    to_send = {str(state): int(str(n)) for state, n in outbox}
    return Open(
        n_new=received.get("new", 0),
        n_unsent=to_send.get("ready", 0) + to_send.get("sending", 0),
        n_uncertain=to_send.get("uncertain", 0),
        n_dead=received.get("dead", 0) + to_send.get("dead", 0),
    )


def _rows(file: Path, sql: str) -> list[tuple[object, ...]] | None:
    if not file.exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        for suffix in SUFFIXES:
            if (log := Path(f"{file}{suffix}")).exists():
                shutil.copy(log, f"{copy}{suffix}")
        with closing(sqlite3.connect(copy)) as connection:
            try:
                return connection.execute(sql).fetchall()
            except sqlite3.Error:
                return None
