"""What a chat remembers: the last turns, each chat its own."""

import datetime
import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers import Conflict, Reason, Refusal
from bot.database import Database
from bot.history import (
    LONGEST_CHAT,
    LONGEST_HISTORY,
    Histories,
    MemoryHistories,
    State,
    Turn,
    turn,
    utc,
)
from bot.proof.claims import claim
from bot.stored_histories import StoredHistories
from tests.bot.test_answers import answer, quote


@pytest.fixture(params=["memory", "stored"])
def histories(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Histories]:
    database = Database(tmp_path / "quoth.db")
    clock = itertools.count(1_700_000_000.0).__next__
    yield MemoryHistories(clock) if request.param == "memory" else StoredHistories(database, clock)
    database.close()


def asked(number: int) -> Turn:
    shown = (claim(quote("a.txt", number)),)
    day = datetime.date(2019, 11, number % 28 + 1)
    return Turn(f"question {number}", f"understood {number}", "g-000001", shown, day)


def kept(turn: Turn, number: int) -> Turn:
    """The turn as the one of that number, where nothing but turns was kept before."""
    return replace(turn, number=number, asked_at=utc(1_700_000_000.0 + number - 1))


def questions(turns: list[Turn]) -> list[str]:
    return [each.question for each in turns]


def test_a_chat_nobody_has_asked_in_has_no_turns(histories: Histories) -> None:
    assert histories.turns("a") == histories.conversation("a") == []


def test_turns_come_back_whole_and_oldest_first_with_their_number_and_time(
    histories: Histories,
) -> None:
    declined = replace(asked(2), is_answered=False)

    numbers = [histories.add("a", each) for each in (asked(1), declined)]

    assert numbers == [1, 2]
    assert histories.turns("a") == [kept(asked(1), 1), kept(declined, 2)]
    assert histories.turns("a")[0].asked_at == datetime.datetime(
        2023, 11, 14, 22, 13, 20, tzinfo=datetime.UTC
    )


def test_chats_know_nothing_of_each_other(histories: Histories) -> None:
    histories.add("a", asked(1))
    histories.add("b", asked(2))

    assert histories.turns("a") == [kept(asked(1), 1)]
    assert histories.turns("b") == [kept(asked(2), 2)]
    assert histories.turn("b", 1) is None


def test_follow_ups_reach_back_a_few_turns_and_the_conversation_has_them_all(
    histories: Histories,
) -> None:
    numbers = [histories.add("a", asked(number)) for number in range(LONGEST_HISTORY + 3)]

    # Of turns 0 to LONGEST_HISTORY + 2 the first three are out of reach.
    assert questions(histories.turns("a")) == [
        f"question {n}" for n in range(3, LONGEST_HISTORY + 3)
    ]
    assert [each.number for each in histories.conversation("a")] == numbers
    assert histories.turn("a", numbers[0]) == kept(asked(0), 1)


def test_a_chat_has_only_so_many_turns_kept(histories: Histories) -> None:
    histories.add("b", asked(1))

    # The first two, of numbers 2 and 3, have to go.
    for number in range(LONGEST_CHAT + 2):
        histories.add("a", asked(number))

    left = histories.conversation("a")
    assert len(left) == LONGEST_CHAT
    assert (left[0].question, left[-1].question) == ("question 2", f"question {LONGEST_CHAT + 1}")
    assert [histories.turn("a", 3), questions(histories.turns("b"))] == [None, ["question 1"]]


def test_a_new_conversation_takes_nothing_over_and_leaves_earlier_turns_where_they_are(
    histories: Histories,
) -> None:
    before = histories.add("a", asked(1))
    histories.add("b", asked(7))

    histories.begin("a")
    histories.keep("a", State(page=3))
    histories.add("a", asked(2))

    assert questions(histories.turns("a")) == ["question 2"]
    assert questions(histories.conversation("a")) == ["question 2"]
    assert histories.turn("a", before) == kept(asked(1), 1)
    assert questions(histories.turns("b")) == ["question 7"]


def test_a_new_conversation_has_nothing_set(histories: Histories) -> None:
    histories.keep("a", State(datetime.date(2019, 11, 14), "ferry", 2))

    histories.begin("a")

    assert histories.state("a") == State()


def test_what_is_forgotten_is_gone_and_its_numbers_never_come_again(histories: Histories) -> None:
    histories.add("b", asked(1))
    last = histories.add("a", asked(2))
    histories.keep("a", State(topic="ferry"))

    histories.forget("a")

    assert histories.conversation("a") == []
    assert histories.state("a") == State()
    assert questions(histories.conversation("b")) == ["question 1"]
    assert histories.add("a", asked(3)) > last


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
    assert noted == Turn("as typed", "word", "g-000002", claims, is_answered=False)


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
