"""Reading leaves the database as it is, whatever is in it."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.audit.chain import Break, follow
from bot.audit.reading import reading
from bot.audit.recording import record
from bot.database import Database
from bot.errors import DatabaseUnusable


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with one entry."""
    database = Database(tmp_path / "quoth.db")
    with database.transaction() as connection:
        record(connection, "quoth", "start")
    database.close()
    return database.file


def test_reading_writes_nothing(file: Path) -> None:
    before = hashlib.sha256(file.read_bytes()).digest()

    with reading(file) as entries:
        n_entries = len(list(entries))

    assert n_entries == 1
    assert hashlib.sha256(file.read_bytes()).digest() == before


def test_entries_are_read_while_the_bot_has_the_database_open(file: Path) -> None:
    database = Database(file)
    with database.transaction() as connection:
        record(connection, "quoth", "stop")

    with reading(file) as entries:
        actions = [entry.action for entry in entries]

    assert actions == ["start", "stop"]
    database.close()


def test_half_a_character_is_an_entry_that_does_not_fit(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE audit SET detail = CAST(x'ff' AS TEXT)")

    with reading(file) as entries:
        found = follow(entries)

    assert isinstance(found, Break)
    assert found.number == 1


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    file = tmp_path / "quoth.db"

    with pytest.raises(DatabaseUnusable, match="no such database: name the home"), reading(file):
        pass

    assert not file.exists()


@pytest.mark.parametrize("content", [b"", b"no database at all, but long enough to read" * 100])
def test_what_is_no_database_of_quoth_is_one_line(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "quoth.db"
    file.write_bytes(content)

    with pytest.raises(DatabaseUnusable) as caught, reading(file) as entries:
        list(entries)

    assert str(caught.value).startswith(f"{file}: ")
    assert "\n" not in str(caught.value)
