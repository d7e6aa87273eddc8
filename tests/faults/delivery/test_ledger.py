"""What the ledger reads is what stands in the file and its log, and it leaves both alone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.delivery.ledger import Open, open_rows, unsettled


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with two updates to answer, one given up, and a message in each state."""
    path = tmp_path / "quoth.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE inbox (update_id INTEGER, state TEXT)")
        database.execute("CREATE TABLE outbox (update_id INTEGER, state TEXT)")
        states = ["new", "new", "dead", "done"]
        database.executemany("INSERT INTO inbox VALUES (?, ?)", enumerate(states))
        states = ["ready", "sending", "sent", "uncertain", "dead"]
        database.executemany("INSERT INTO outbox VALUES (?, ?)", enumerate(states))
    return path


def test_open_rows_are_counted_by_what_they_wait_for(file: Path) -> None:
    assert open_rows(file) == Open(n_new=2, n_unsent=2, n_uncertain=1, n_dead=2)
    assert unsettled(file) == frozenset({1})


def test_what_stands_in_the_log_alone_is_read_and_stays_there(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("UPDATE outbox SET state = 'sent'")
        log = file.with_name("quoth.db-wal").read_bytes()

        found = unsettled(file)

        assert found == frozenset()
        assert file.with_name("quoth.db-wal").read_bytes() == log


def test_without_a_record_nothing_is_known(tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    sqlite3.connect(empty).close()

    assert (unsettled(empty), open_rows(empty)) == (None, None)
    assert (unsettled(tmp_path / "none"), open_rows(tmp_path / "none")) == (None, None)
