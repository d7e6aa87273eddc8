"""The SQLite file that keeps what must survive a restart, brought to the newest schema."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.errors import DatabaseUnusable

__all__ = ["Database", "check_version"]

# How long to wait for another process that is writing, in seconds.
PATIENCE = 5.0
# The same for a purge, in seconds: whoever waits for it waits longer, and it can be tried again.
SHORT_PATIENCE = 0.5
# How to begin, undo and end a transaction, and one inside another.
OUTER = ("BEGIN IMMEDIATE", ("ROLLBACK",), "COMMIT")
INNER = ("SAVEPOINT part", ("ROLLBACK TO part", "RELEASE part"), "RELEASE part")


class Database:
    """One connection, used from one thread at a time.

    Parameters
    ----------
    file
        the database; made when it does not exist.

    Attributes
    ----------
    needs_purge
        whether the file may still hold what was deleted.

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

    def purge_soon(self) -> None:
        """Note, in the transaction that deletes it, that nothing of it may stay in the file."""
        self._connection.execute("INSERT INTO purges DEFAULT VALUES")
        self.needs_purge = True

    def purge(self) -> bool:
        """Write the file anew, without what was deleted, and empty the log beside it.

        SQLite overwrites what it deletes, but not the copies that it leaves behind where it splits
        a page. Any thread may call this, outside of transactions; others wait for it as for any
        writer.

        Returns
        -------
        Whether it is done; where it is not, somebody else is at work, or the disk is full.
        """
        self.needs_purge = False
        try:
            is_done = self._purge()
        except sqlite3.Error:
            is_done = False
        self.needs_purge = self.needs_purge or not is_done
        return is_done

    def _purge(self) -> bool:
        # A connection of its own: this one may be within a transaction.
        with closing(
            sqlite3.connect(self.file, timeout=SHORT_PATIENCE, isolation_level=None)
        ) as other:
            ((last,),) = other.execute("SELECT coalesce(max(number), 0) FROM purges").fetchall()
            other.execute("VACUUM")
            ((is_busy, _, _),) = other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            if not is_busy:
                other.execute("DELETE FROM purges WHERE number <= ?", (last,))
        return not is_busy

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _prepare(self) -> None:
        try:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute("PRAGMA secure_delete = ON")
            self._migrate()
            self.needs_purge = bool(self.rows("SELECT 1 FROM purges LIMIT 1"))
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
