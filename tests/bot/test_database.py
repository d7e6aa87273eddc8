"""The database: made when needed, brought up to date, and refused when it cannot be used."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import Database
from bot.errors import DatabaseUnusable


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "quoth.db"


def set_version(file: Path, version: int) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def test_a_new_database_has_the_tables_and_waits_for_the_disk(file: Path) -> None:
    database = Database(file)

    names = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    modes = [database.rows(f"PRAGMA {name}")[0][0] for name in ("journal_mode", "synchronous")]

    assert {("access",), ("turns",)} <= set(names)
    assert modes == ["wal", 2]
    database.close()


def test_opening_again_changes_nothing(file: Path) -> None:
    first = Database(file)
    before = first.rows("SELECT sql FROM sqlite_schema ORDER BY name")
    first.close()

    second = Database(file)

    assert second.rows("SELECT sql FROM sqlite_schema ORDER BY name") == before
    second.close()


def test_a_transaction_that_fails_leaves_nothing(file: Path) -> None:
    database = Database(file)

    with pytest.raises(sqlite3.IntegrityError), database.transaction() as connection:
        connection.executemany("INSERT INTO access VALUES (?, 7)", [("owner",), ("nobody",)])

    assert database.rows("SELECT * FROM access") == []
    with database.transaction() as connection:
        connection.execute("INSERT INTO access VALUES ('owner', 8)")
    assert database.rows("SELECT * FROM access") == [("owner", 8)]
    database.close()


def test_a_database_of_a_newer_version_is_refused_with_the_remedy(file: Path) -> None:
    Database(file).close()
    set_version(file, 10_000)

    with pytest.raises(DatabaseUnusable) as caught:
        Database(file)

    assert str(caught.value) == f"{file}: it was made by a newer version of Quoth: update Quoth"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "quoth.db"
    file.write_bytes(b"not a database at all, but long enough to look at" * 100)

    with pytest.raises(DatabaseUnusable, match="restore it from a backup"):
        Database(file)

    assert file.read_bytes().startswith(b"not a database")


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(DatabaseUnusable) as caught:
        Database(tmp_path / "file" / "quoth.db")

    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith("check its permissions or restore it from a backup")


def test_a_database_is_readable_by_its_user_alone(file: Path) -> None:
    before = os.umask(0)
    try:
        database = Database(file)
        with database.transaction() as connection:
            connection.execute("INSERT INTO access VALUES ('owner', 8)")
        modes = {path.name: path.stat().st_mode & 0o777 for path in file.parent.glob("quoth.db*")}
        database.close()
    finally:
        os.umask(before)

    assert modes == {"quoth.db": 0o600, "quoth.db-wal": 0o600, "quoth.db-shm": 0o600}


def test_a_transaction_inside_another_fails_by_itself(file: Path) -> None:
    database = Database(file)

    with database.transaction() as connection:
        connection.execute("INSERT INTO access VALUES ('owner', 1)")
        with pytest.raises(sqlite3.IntegrityError), database.transaction() as inner:
            inner.executemany("INSERT INTO access VALUES (?, 2)", [("owner",), ("nobody",)])
        with database.transaction() as inner:
            inner.execute("INSERT INTO access VALUES ('owner', 3)")

    assert database.rows("SELECT id FROM access ORDER BY id") == [(1,), (3,)]
    database.close()


def test_a_transaction_inside_one_that_fails_leaves_nothing(file: Path) -> None:
    database = Database(file)

    def fail() -> None:
        with database.transaction():
            with database.transaction() as inner:
                inner.execute("INSERT INTO access VALUES ('owner', 1)")
            raise ValueError("after the inner one went well")

    with pytest.raises(ValueError, match="went well"):
        fail()

    assert database.rows("SELECT * FROM access") == []
    database.close()
