"""Histories in the database survive a restart; tests/bot/test_history.py has what all share."""

import datetime
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot import migrations
from bot.database import Database
from bot.history import State, Turn, utc
from bot.proof.claims import claim
from bot.stored_histories import StoredHistories
from tests.bot.test_answers import quote

MIGRATIONS = Path(migrations.__file__).parent
SHOWN = (claim(quote("ärmel/файл.txt", 0)), claim(quote("b", 12)))
TURN = Turn("Wer? “Mara” 🐙", "Wer? “Mara” 🐙", "g-000001", SHOWN, datetime.date(2019, 11, 14))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quoth.db"


def test_turns_survive_a_restart(file: Path) -> None:
    before = Database(file)
    StoredHistories(before, lambda: 7.0).add("a", TURN)
    before.close()

    after = Database(file)

    assert StoredHistories(after).turns("a") == [replace(TURN, number=1, asked_at=utc(7.0))]
    after.close()


def test_a_text_that_looks_like_sql_is_only_text(file: Path) -> None:
    database = Database(file)
    histories = StoredHistories(database)
    hostile = Turn("'; DROP TABLE turns; --", "?1", "g-000001", ())

    histories.add("'; DROP TABLE turns; --", hostile)

    (found,) = histories.turns("'; DROP TABLE turns; --")
    assert (found.question, found.understood) == (hostile.question, hostile.understood)
    database.close()


def test_turns_of_an_older_database_are_taken_over_under_their_numbers(file: Path) -> None:
    with closing(sqlite3.connect(file)) as older:
        for script in sorted(MIGRATIONS.glob("*.sql"))[:4]:
            older.executescript(script.read_text())
        older.executescript(
            "INSERT INTO turns VALUES (5, 'a', 'Who?', 'who', 'g-000001', '[]', '2019-11-14');"
            "INSERT INTO states VALUES ('a', '2019-11-14', 'ferry', 2); PRAGMA user_version = 4"
        )

    database = Database(file)

    histories = StoredHistories(database)
    (found,) = histories.turns("a")
    assert replace(found, asked_at=None) == Turn(
        "Who?", "who", "g-000001", (), datetime.date(2019, 11, 14), is_answered=False, number=5
    )
    assert histories.state("a") == State(datetime.date(2019, 11, 14), "ferry", 2)
    assert histories.add("a", TURN) == 6
    database.close()
