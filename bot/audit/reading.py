"""The audit log of a database, read without a word written to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.audit.chain import Entry
from bot.database import check_version
from bot.errors import DatabaseUnusable

__all__ = ["reading"]

_SELECT = "SELECT number, at, actor, action, detail, digest FROM audit ORDER BY number"


@contextmanager
def reading(file: Path) -> Iterator[Iterator[Entry]]:
    """Hand out the entries of a database, in the order of their numbers, as they stand.

    Raises
    ------
    DatabaseUnusable
        There is no such file, it is no database of Quoth, or it is damaged.
    """
    if not file.exists():
        raise DatabaseUnusable(file, "there is no such database", "name the home with --home")
    address = f"{file.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            # Half a character that somebody has put in is an entry that does not fit, no failure.
            connection.text_factory = lambda text: text.decode(errors="replace")
            check_version(file, connection)
            yield (_entry(row) for row in connection.execute(_SELECT))
    except sqlite3.Error as error:
        raise DatabaseUnusable(file, str(error)) from error


def _entry(row: tuple[object, ...]) -> Entry:
    number, *texts = row
    return Entry(int(str(number)), *(str(text) for text in texts))
