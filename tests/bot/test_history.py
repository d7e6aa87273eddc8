"""What a chat remembers: the last turns, each chat its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers import Reason, Refusal
from bot.database import Database
from bot.history import LONGEST_HISTORY, Histories, MemoryHistories, Turn, turn
from bot.stored_histories import StoredHistories
from tests.bot.test_answers import answer, quote


@pytest.fixture(params=["memory", "stored"])
def histories(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Histories]:
    database = Database(tmp_path / "quoth.db")
    yield MemoryHistories() if request.param == "memory" else StoredHistories(database)
    database.close()


def asked(number: int) -> Turn:
    return Turn(f"question {number}", f"understood {number}", "g-000001", (("a.txt", number),))


def test_a_chat_nobody_has_asked_in_has_no_turns(histories: Histories) -> None:
    assert histories.turns("a") == []


def test_turns_come_back_whole_and_oldest_first(histories: Histories) -> None:
    histories.add("a", asked(1))
    histories.add("a", asked(2))

    assert histories.turns("a") == [asked(1), asked(2)]


def test_chats_know_nothing_of_each_other(histories: Histories) -> None:
    histories.add("a", asked(1))
    histories.add("b", asked(2))

    assert histories.turns("a") == [asked(1)]
    assert histories.turns("b") == [asked(2)]


def test_the_oldest_turns_go_when_there_are_too_many(histories: Histories) -> None:
    for number in range(LONGEST_HISTORY + 3):
        histories.add("a", asked(number))

    # Of turns 0 to LONGEST_HISTORY + 2 the first three are gone.
    assert histories.turns("a") == [asked(n) for n in range(3, LONGEST_HISTORY + 3)]


def test_a_turn_notes_the_quotes_in_the_order_they_are_shown() -> None:
    outcome = answer([("b", 7), ("a", 2), ("b", 3)])

    noted = turn("as typed", outcome)

    assert noted == Turn("as typed", "word", "g-000001", (("b", 3), ("b", 7), ("a", 2)))


def test_a_turn_of_a_refusal_notes_the_nearest_sentences() -> None:
    nearest = (quote("b", 1), quote("a", 0))
    outcome = Refusal("word", 0.1, Reason((), ()), nearest, (), "g-000002")

    noted = turn("as typed", outcome)

    assert noted == Turn("as typed", "word", "g-000002", (("b", 1), ("a", 0)))
