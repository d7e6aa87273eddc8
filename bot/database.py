"""The SQLite file that keeps what must survive a restart, brought to the newest schema."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.errors import DatabaseUnusable

__all__ = ["Database", "check_version"]

# How long to wait for another process that is writing, in seconds.
PATIENCE = 5.0
# How to begin, undo and end a transaction, and one inside another.
OUTER = ("BEGIN IMMEDIATE", ("ROLLBACK",), "COMMIT")
INNER = ("SAVEPOINT part", ("ROLLBACK TO part", "RELEASE part"), "RELEASE part")


class Database:
    """One connection, used from one thread at a time.

    Parameters
    ----------
    file
        the database; made when it does not exist.

    Raises
    ------
    DatabaseUnusable
        it cannot be opened, is damaged, or was made by a newer version.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists():
                # People's questions are nobody else's business; SQLite's other files follow it.
                file.touch(mode=0o600)
            self._connection = sqlite3.connect(
                file, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._prepare()
        except (sqlite3.Error, OSError) as error:
            raise DatabaseUnusable(file, str(error)) from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run statements that take effect together or not at all.

        Inside another transaction it is a part of that one: it can fail by itself, and takes
        effect when the outer one does.
        """
        begin, undo, end = INNER if self._connection.in_transaction else OUTER
        self._connection.execute(begin)
        try:
            yield self._connection
            self._connection.execute(end)
        except BaseException:
            # Where the disk fails, SQLite itself has undone everything.
            if self._connection.in_transaction:
                for statement in undo:
                    self._connection.execute(statement)
            raise

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Return the rows of a query."""
        return self._connection.execute(sql, values).fetchall()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _prepare(self) -> None:
        try:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute("PRAGMA secure_delete = ON")
            self._migrate()
        except BaseException:
            self.close()
            raise

    def _migrate(self) -> None:
        """Apply the numbered scripts that the file has not seen yet, each in one transaction."""
        version = check_version(self.file, self._connection)
        scripts = _scripts()
        for number, script in enumerate(scripts[version:], version + 1):
            statements = f"BEGIN; {script.read_text()} PRAGMA user_version = {number}; COMMIT;"
            self._connection.executescript(statements)


def check_version(file: Path, connection: sqlite3.Connection) -> int:
    """Return how many migrations an open file has seen.

    Raises
    ------
    DatabaseUnusable
        more than there are.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(_scripts()):
        raise DatabaseUnusable(file, "it was made by a newer version of Quoth", "update Quoth")
    return version


def _scripts() -> list[Traversable]:
    entries = resources.files("bot.migrations").iterdir()
    scripts = [entry for entry in entries if entry.name.endswith(".sql")]
    return sorted(scripts, key=lambda entry: entry.name)
