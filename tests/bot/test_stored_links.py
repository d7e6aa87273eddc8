"""Texts of links stay until their chat has newer ones or is forgotten."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from bot.database import Database
from bot.stored_links import MOST_OF_CHAT, StoredLinks


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "quoth.db")
    yield opened
    opened.close()


def ticking(database: Database) -> StoredLinks:
    """Return links whose clock goes on by a second with each look at it."""
    seconds = count(1_700_000_000)
    return StoredLinks(database, clock=lambda: float(next(seconds)))


def test_a_text_survives_a_restart(tmp_path: Path) -> None:
    before = Database(tmp_path / "quoth.db")
    StoredLinks(before).keep("qA", "Wer? “Mara” 🐙 \x00'; --", 7)
    before.close()

    after = Database(tmp_path / "quoth.db")

    assert StoredLinks(after).find("qA") == "Wer? “Mara” 🐙 \x00'; --"
    assert StoredLinks(after).find("qB") is None
    after.close()


def test_a_chat_keeps_its_last_questions_and_no_other_chat_loses_any(database: Database) -> None:
    links = ticking(database)
    links.keep("other", "of another chat", 8)
    links.keep("document", "of no chat", 0)

    for number in range(MOST_OF_CHAT + 2):
        links.keep(f"q{number}", f"question {number}", 7)

    gone = [links.find(f"q{number}") for number in range(3)]
    assert gone == [None, None, "question 2"]
    assert (links.find("other"), links.find("document")) == ("of another chat", "of no chat")


def test_a_question_asked_again_is_as_good_as_new(database: Database) -> None:
    links = ticking(database)
    for number in [*range(MOST_OF_CHAT), 0, MOST_OF_CHAT]:
        links.keep(f"q{number}", f"question {number}", 7)

    # There were 51; question 1 is the one that was asked longest ago.
    kept = {row[0] for row in database.rows("SELECT text FROM links")}
    assert kept == {f"question {number}" for number in range(MOST_OF_CHAT + 1)} - {"question 1"}


def test_what_two_chats_keep_is_found_as_long_as_one_of_them_keeps_it(database: Database) -> None:
    links = ticking(database)
    links.keep("qA", "asked by both", 7)
    links.keep("qA", "asked by both", 8)

    for number in range(MOST_OF_CHAT):
        links.keep(f"q{number}", f"question {number}", 7)

    assert database.rows("SELECT chat FROM links WHERE key = 'qA'") == [(8,)]
    assert links.find("qA") == "asked by both"


def test_digests_are_those_of_one_database_and_survive_a_restart(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one.db", "two.db", "one.db")]

    digests = []
    for file in files:
        opened = Database(file)
        digests.append(StoredLinks(opened).digest(b"When does it end?"))
        opened.close()

    assert digests[0] == digests[2] != digests[1]
    assert len(digests[0]) == 32
