"""What a chat remembers: the last turns, each chat its own."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers import Conflict, Reason, Refusal
from bot.database import Database
from bot.history import LONGEST_HISTORY, Histories, MemoryHistories, State, Turn, turn
from bot.proof.claims import claim
from bot.stored_histories import StoredHistories
from tests.bot.test_answers import answer, quote


@pytest.fixture(params=["memory", "stored"])
def histories(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Histories]:
    database = Database(tmp_path / "quoth.db")
    yield MemoryHistories() if request.param == "memory" else StoredHistories(database)
    database.close()


def asked(number: int) -> Turn:
    shown = (claim(quote("a.txt", number)),)
    day = datetime.date(2019, 11, number % 28 + 1)
    return Turn(f"question {number}", f"understood {number}", "g-000001", shown, day)


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

    places = [(each.document, each.sentence) for each in noted.quotes]
    assert places == [("b", 3), ("b", 7), ("a", 2)]
    assert (noted.question, noted.understood, noted.generation) == ("as typed", "word", "g-000001")


def test_a_turn_of_a_refusal_notes_the_nearest_sentences() -> None:
    nearest = (quote("b", 1), quote("a", 0))
    outcome = Refusal("word", 0.1, Reason(), nearest, (), "g-000002")

    noted = turn("as typed", outcome)

    claims = (claim(quote("b", 1)), claim(quote("a", 0)))
    assert noted == Turn("as typed", "word", "g-000002", claims)


def test_a_turn_notes_statements_that_differ_behind_the_quotes() -> None:
    said = answer([("a", 2)])
    conflict = Conflict("changed since", "number", said.quotes[0], quote("b", 1))

    noted = turn("as typed", replace(said, conflicts=(conflict,)), datetime.date(2019, 11, 14))

    assert [each.document for each in noted.quotes] == ["a", "b"]
    assert noted.as_of == datetime.date(2019, 11, 14)


def test_what_a_chat_has_set_holds_for_it_alone_until_it_is_changed(histories: Histories) -> None:
    set_by_a = State(datetime.date(2019, 11, 14), "GSOMIA", 2)

    histories.keep("a", set_by_a)
    histories.keep("b", State(topic="ferry"))
    histories.keep("b", State())

    assert [histories.state(chat) for chat in "abc"] == [set_by_a, State(), State()]
