"""The life of the bot in the audit log: when it started, from which index it answers, its end."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import structlog

from bot.audit.chain import Head
from bot.audit.recording import PROCESS, last_detail, record
from bot.database import Database
from bot.errors import DatabaseUnusable

__all__ = ["note_index", "witnessed"]

log = structlog.stdlib.get_logger()


@contextmanager
def witnessed(file: Path, index: str) -> Iterator[None]:
    """Record a start, the index where it is another than before, and the stop.

    The head goes to the log lines each time: there it is out of reach of whoever changes the
    database, and `quoth audit verify --head` compares it.

    Parameters
    ----------
    file
        the database; entries go through a connection of their own, as the one of the bot may be
        what hangs at the end.
    index
        the name of the generation that answers.

    Raises
    ------
    DatabaseUnusable
        The start cannot be recorded; nothing runs that leaves no trace.
    """
    try:
        _tell(_begin(file, index))
    except sqlite3.Error as error:
        raise DatabaseUnusable(file, f"the start is not recorded: {error}") from error
    reason = "stopped"
    try:
        yield
    except BaseException as error:
        reason = type(error).__name__
        raise
    finally:
        _end(file, reason)


def note_index(file: Path, index: str) -> threading.Thread:
    """Record that another generation answers, in a thread of its own; return the thread.

    Whoever takes a generation up may be within a transaction, which the entry has to wait for.

    Parameters
    ----------
    file
        the database.
    index
        the name of the generation.
    """
    thread = threading.Thread(target=_note_index, args=(file, index), name="audit")
    thread.start()
    return thread


def _note_index(file: Path, index: str) -> None:
    """Record a change of index; where that fails, answers go on."""
    try:
        with closing(Database(file)) as database, database.transaction() as connection:
            head = record(connection, PROCESS, "index", index)
    except (sqlite3.Error, DatabaseUnusable) as error:
        log.warning("a change of index is not recorded", index=index, reason=str(error))
    else:
        _tell(head)


def _begin(file: Path, index: str) -> Head:
    with closing(Database(file)) as database, database.transaction() as connection:
        head = record(connection, PROCESS, "start")
        if last_detail(connection, "index") != index:
            head = record(connection, PROCESS, "index", index)
    return head


def _end(file: Path, reason: str) -> None:
    """Record the stop; where that fails, the end itself must not."""
    try:
        with closing(Database(file)) as database, database.transaction() as connection:
            head = record(connection, PROCESS, "stop", reason)
    except (sqlite3.Error, DatabaseUnusable) as error:
        log.warning("the stop is not recorded", reason=str(error))
    else:
        _tell(head)


def _tell(head: Head) -> None:
    log.info("audit log", head=str(head))
