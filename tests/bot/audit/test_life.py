"""The life of the bot in the audit log."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.audit.chain import follow
from bot.audit.life import note_index, witnessed
from bot.audit.reading import reading
from bot.database import Database
from bot.errors import DatabaseUnusable


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "quoth.db")
    yield database
    database.close()


def told(database: Database) -> list[tuple[str, str]]:
    with reading(database.file) as entries:
        return [(entry.action, entry.detail) for entry in entries]


def test_a_start_an_index_and_a_stop_are_recorded_in_this_order(database: Database) -> None:
    with witnessed(database.file, "g-000001"):
        before = told(database)

    assert before == [("start", ""), ("index", "g-000001")]
    assert told(database) == [*before, ("stop", "stopped")]


def test_an_index_is_recorded_when_it_is_another_than_before(database: Database) -> None:
    for index in ("g-000001", "g-000001", "g-000002"):
        with witnessed(database.file, index):
            pass

    seen = [detail for action, detail in told(database) if action == "index"]
    assert seen == ["g-000001", "g-000002"]


def test_an_end_by_an_error_names_its_kind_and_not_its_words(database: Database) -> None:
    with pytest.raises(ValueError, match="words"), witnessed(database.file, "g-000001"):
        raise ValueError("words that may be anybody's")

    assert told(database)[-1] == ("stop", "ValueError")


def test_the_log_lines_carry_the_heads_that_the_log_can_be_compared_with(
    database: Database,
) -> None:
    with capture_logs() as logs, witnessed(database.file, "g-000001"):
        pass

    heads = [line["head"] for line in logs if line["event"] == "audit log"]
    with reading(database.file) as entries:
        kept = list(entries)
    assert heads == [f"{entry.number}:{entry.digest}" for entry in kept[1:]]
    assert str(follow(kept)) == heads[-1]


def test_nothing_runs_that_leaves_no_trace(database: Database) -> None:
    ran = []
    with database.transaction() as connection:
        connection.execute("DROP TABLE audit")

    with (
        pytest.raises(DatabaseUnusable, match="the start is not recorded"),
        witnessed(database.file, "g-000001"),
    ):
        ran.append(True)

    assert ran == []


def test_a_stop_that_cannot_be_recorded_is_a_warning(database: Database) -> None:
    with (
        capture_logs() as logs,
        witnessed(database.file, "g-000001"),
        database.transaction() as connection,
    ):
        connection.execute("DROP TABLE audit")

    assert [line["event"] for line in logs if line["log_level"] == "warning"] == [
        "the stop is not recorded"
    ]


def test_a_generation_taken_up_within_a_transaction_is_recorded_when_that_ends(
    database: Database,
) -> None:
    with database.transaction():
        noting = note_index(database.file, "g-000002")
    noting.join()

    assert told(database) == [("index", "g-000002")]


def test_where_a_change_of_index_cannot_be_recorded_the_log_says_so(tmp_path: Path) -> None:
    (tmp_path / "quoth.db").mkdir()

    with capture_logs() as logs:
        note_index(tmp_path / "quoth.db", "g-000002").join()

    assert [(log["log_level"], log["index"]) for log in logs] == [("warning", "g-000002")]
