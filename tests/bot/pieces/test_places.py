"""The places of a sentence."""

import pytest

from bot.pieces.places import places
from bot.pieces.sentence import cut

WHERE = "Where is it?"


def found(text: str, question: str = WHERE) -> list[str]:
    return [piece.value for piece in places(cut(text, question))]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It stands near the old mill in Nordby.", ["old mill", "Nordby"]),
        ("It lies 15 km north of Nordby.", ["north of Nordby"]),
        ("They visited Nordby.", ["Nordby"]),
        ("They went to the harbour.", ["harbour"]),
        ("They went abroad.", ["abroad"]),
        ("They kept it outside in the kennel.", ["outside", "kennel"]),
    ],
)
def test_what_stands_behind_a_word_of_place_is_a_place(text: str, shown: list[str]) -> None:
    assert found(text) == shown


@pytest.mark.parametrize(
    "text",
    ["It rose in 1998.", "It rose in recent years.", "In fact it rose.", "They went to see it."],
)
def test_times_turns_of_phrase_and_verbs_are_no_places(text: str) -> None:
    assert found(text) == []


def test_where_nothing_stands_behind_a_word_of_place_names_serve() -> None:
    assert found("A Nordby paper wrote it.") == ["Nordby"]


def test_a_question_for_a_city_is_answered_by_names() -> None:
    text = "In the old harbour, Nordby keeps boats."

    assert found(text, "Which city keeps boats?") == ["Nordby"]
