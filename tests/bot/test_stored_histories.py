"""Histories in the database survive a restart; tests/bot/test_history.py has what all share."""

import datetime
from pathlib import Path

import pytest

from bot.database import Database
from bot.history import Turn
from bot.proof.claims import claim
from bot.stored_histories import StoredHistories
from tests.bot.test_answers import quote

SHOWN = (claim(quote("ärmel/файл.txt", 0)), claim(quote("b", 12)))
TURN = Turn("Wer? “Mara” 🐙", "Wer? “Mara” 🐙", "g-000001", SHOWN, datetime.date(2019, 11, 14))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quoth.db"


def test_turns_survive_a_restart(file: Path) -> None:
    before = Database(file)
    StoredHistories(before).add("a", TURN)
    before.close()

    after = Database(file)

    assert StoredHistories(after).turns("a") == [TURN]
    after.close()


def test_a_text_that_looks_like_sql_is_only_text(file: Path) -> None:
    database = Database(file)
    histories = StoredHistories(database)
    hostile = Turn("'; DROP TABLE turns; --", "?1", "g-000001", ())

    histories.add("'; DROP TABLE turns; --", hostile)

    assert histories.turns("'; DROP TABLE turns; --") == [hostile]
    database.close()


def test_a_question_that_is_let_go_is_no_longer_in_the_file(file: Path) -> None:
    database = Database(file)
    histories = StoredHistories(database)
    histories.add("a", Turn("unforgettable secret", "", "", ()))

    for number in range(20):
        histories.add("a", Turn(f"question {number}", "", "", ()))

    database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    assert b"unforgettable secret" not in file.read_bytes()
