"""New entries: each seals the one before, and stands or falls with what it tells of."""

import datetime
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.audit.chain import Head, follow
from bot.audit.reading import reading
from bot.audit.recording import RECENT, is_recent, last_detail, now, record, user
from bot.database import Database

NOON = datetime.datetime(2024, 5, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "quoth.db")
    yield database
    database.close()


def test_entries_are_numbered_from_1_and_their_chain_holds(database: Database) -> None:
    with database.transaction() as connection:
        record(connection, "quoth", "start", at=NOON)
        record(connection, user(7), "open", at=NOON)
        head = record(connection, user(7), "close", "x", at=NOON)

    with reading(database.file) as entries:
        kept = list(entries)
    assert [(e.number, e.at, e.actor, e.action, e.detail) for e in kept] == [
        (1, "2024-05-01T12:00:00.000+00:00", "quoth", "start", ""),
        (2, "2024-05-01T12:00:00.000+00:00", "telegram:7", "open", ""),
        (3, "2024-05-01T12:00:00.000+00:00", "telegram:7", "close", "x"),
    ]
    assert follow(kept) == head == Head(3, kept[2].digest)


def test_an_entry_is_undone_with_its_transaction_and_leaves_no_gap(database: Database) -> None:
    with suppress(RuntimeError), database.transaction() as connection:
        record(connection, "quoth", "start")
        raise RuntimeError
    with database.transaction() as connection:
        record(connection, "quoth", "start")

    assert database.rows("SELECT number FROM audit") == [(1,)]


def test_what_was_recorded_today_is_recent_and_other_things_are_not(database: Database) -> None:
    day = NOON.date()
    with database.transaction() as connection:
        record(connection, user(7), "denied", "/open", at=NOON)

        assert is_recent(connection, user(7), "denied", "/open", day=day)
        assert not is_recent(connection, user(8), "denied", "/open", day=day)
        assert not is_recent(connection, user(7), "open", "/open", day=day)
        assert not is_recent(connection, user(7), "denied", "/close", day=day)
        tomorrow = day + datetime.timedelta(days=1)
        assert not is_recent(connection, user(7), "denied", "/open", day=tomorrow)


def test_only_the_last_entries_are_looked_through(database: Database) -> None:
    with database.transaction() as connection:
        record(connection, user(7), "denied", "/open", at=NOON)
        for _ in range(RECENT - 1):
            record(connection, "quoth", "start", at=NOON)

        assert is_recent(connection, user(7), "denied", "/open", day=NOON.date())
        record(connection, "quoth", "start", at=NOON)
        assert not is_recent(connection, user(7), "denied", "/open", day=NOON.date())


def test_the_last_detail_of_an_action_is_that_of_its_newest_entry(database: Database) -> None:
    with database.transaction() as connection:
        assert last_detail(connection, "index") is None
        record(connection, "quoth", "index", "g-000001")
        record(connection, "quoth", "index", "g-000002")
        record(connection, "quoth", "stop", "stopped")

        assert last_detail(connection, "index") == "g-000002"


def test_the_time_is_in_utc() -> None:
    assert now().utcoffset() == datetime.timedelta(0)
