"""`quoth audit`: 0 where the chain holds, 1 and the first bad entry where it does not."""

import datetime
import sqlite3
from contextlib import closing, redirect_stderr
from io import StringIO
from pathlib import Path

import pytest

from bot.audit.chain import Head
from bot.audit.recording import record, user
from bot.database import Database
from bot.errors import DatabaseUnusable
from tests.bot.audit.calling import call

NOON = datetime.datetime(2024, 5, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def head(tmp_path: Path) -> Head:
    """The head of a log with three entries in the home `tmp_path`."""
    database = Database(tmp_path / "quoth.db")
    with database.transaction() as connection:
        record(connection, "quoth", "start", at=NOON)
        record(connection, user(7), "open", at=NOON)
        head = record(connection, user(8), "denied", "/close in chat 8", at=NOON)
    database.close()
    return head


def change(home: Path, statement: str) -> None:
    with closing(sqlite3.connect(home / "quoth.db", isolation_level=None)) as connection:
        connection.execute(statement)


def test_the_log_is_shown_an_entry_a_line(head: Head, tmp_path: Path) -> None:
    time = "2024-05-01T12:00:00.000+00:00"

    code, out = call(tmp_path, "show")

    assert code == 0
    assert out.splitlines() == [
        f"1  {time}  quoth  start",
        f"2  {time}  telegram:7  open",
        f"3  {time}  telegram:8  denied  /close in chat 8",
    ]


def test_a_whole_log_holds_and_gives_its_head(head: Head, tmp_path: Path) -> None:
    assert call(tmp_path, "verify") == (0, f"3 entries hold, head {head}\n")
    assert call(tmp_path, "verify", "--head", str(head)) == (0, f"3 entries hold, head {head}\n")


def test_the_first_bad_entry_is_named(head: Head, tmp_path: Path) -> None:
    change(tmp_path, "UPDATE audit SET actor = 'telegram:9' WHERE number >= 2")

    assert call(tmp_path, "verify") == (
        1,
        "entry 2: its digest does not fit: it or the entry before was changed\n",
    )


def test_a_log_that_was_cut_off_is_found_by_its_head(head: Head, tmp_path: Path) -> None:
    change(tmp_path, "DELETE FROM audit WHERE number = 3")

    assert call(tmp_path, "verify")[0] == 0
    assert call(tmp_path, "verify", "--head", str(head)) == (
        1,
        "entry 3: it is missing, and so is all up to 3\n",
    )


def test_what_somebody_plants_in_an_entry_steers_no_terminal(head: Head, tmp_path: Path) -> None:
    change(tmp_path, "UPDATE audit SET detail = char(27) || '[2J' || char(10) || '9  forged'")

    lines = call(tmp_path, "show")[1].splitlines()

    assert len(lines) == 3
    assert "\x1b" not in "".join(lines)


def test_a_head_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    with redirect_stderr(StringIO()) as err, pytest.raises(SystemExit) as stop:
        call(tmp_path, "verify", "--head", "12")

    assert stop.value.code == 2
    assert "'12' is not NUMBER:DIGEST" in err.getvalue()


def test_a_home_without_a_database_is_an_error_and_stays_one(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable):
        call(tmp_path, "verify")

    assert list(tmp_path.iterdir()) == []
