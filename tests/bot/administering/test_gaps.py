"""The command that tells what was asked and declined most, without who asked it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.administering.gaps import MOST_GAPS, MOST_READ, gaps
from bot.database import Database
from bot.history import Turn
from bot.phrases import administering
from bot.replies import say
from bot.stored_histories import StoredHistories
from tests.bot.plans import plans

ADMIN = 22


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "quoth.db")
    yield database
    database.close()


def declined(question: str) -> Turn:
    return Turn(question, question, "g-000001", (), is_answered=False)


def shown(database: Database) -> str:
    return gaps(database, is_on=True)["gaps"](ADMIN, "").plain()


def test_unless_the_operator_says_so_no_question_is_shown(database: Database) -> None:
    StoredHistories(database).add("telegram:7", declined("Where is the ferry?"))

    found = gaps(database, is_on=False)["gaps"](ADMIN, "")

    assert found == say(administering.GAPS_OFF)


def test_questions_of_the_same_words_are_one_and_the_most_asked_comes_first(
    database: Database,
) -> None:
    histories = StoredHistories(database)
    asked = ("Where is the tower?", "where is the FERRY", "Which ferry is it?", "Thanks a lot!")
    for chat, question in enumerate(asked):
        histories.add(f"telegram:{chat + 7000}", declined(question))
    histories.add("telegram:9", Turn("Who rang?", "Who rang?", "g-000001", ()))

    # "ferry" twice, "tower" once; what was answered and small talk are no gaps.
    assert shown(database) == "Declined most:\n2  ferry\n1  tower"


def test_no_chat_stands_in_what_is_shown_and_no_more_than_a_few_questions(
    database: Database,
) -> None:
    histories = StoredHistories(database)
    for number in range(MOST_GAPS + 5):
        histories.add("telegram:7654321", declined(f"who saw the ghost{number:02}x"))

    found = shown(database)

    # A line more than questions: the heading.
    assert len(found.splitlines()) == MOST_GAPS + 1
    assert "7654321" not in found


def test_what_a_chat_has_forgotten_is_not_shown(database: Database) -> None:
    histories = StoredHistories(database)
    histories.add("telegram:7", declined("Where is the ferry?"))

    histories.forget("telegram:7")

    assert shown(database) == administering.NO_GAPS


def test_only_declined_questions_are_read_and_the_newest_of_them(database: Database) -> None:
    histories = StoredHistories(database)
    with database.transaction():
        histories.add("telegram:7", declined("Where is the ferry?"))
        for number in range(MOST_READ):
            histories.add(f"telegram:{number + 100}", declined("Where is the tower?"))

    steps = plans(database, lambda: shown(database))

    assert shown(database) == f"Declined most:\n{MOST_READ}  tower"
    assert steps == ["SCAN turns USING INDEX turns_declined"]
