"""The amounts of a sentence."""

import datetime

import pytest

from bot.pieces.numbers import numbers
from bot.pieces.sentence import cut


def found(
    text: str, question: str = "", published: datetime.date | None = None
) -> list[tuple[str, str]]:
    pieces = numbers(cut(text, question, published))
    return [(text[piece.start : piece.end], piece.value) for piece in pieces]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("The quay has nine brown dogs.", [("nine brown dogs", "9")]),
        ("A ticket costs $5.20 now.", [("$5.20", "5.2 $")]),
        ("It is 40% full.", [("40%", "40 %")]),
        ("It is 240 km long.", [("240 km", "240 km")]),
        ("They paid more than 500 crowns.", [("more than 500 crowns", "500")]),
        ("It drew 5.2 billion yuan.", [("5.2 billion yuan", "5200000000 yuan")]),
        ("A four-year term.", [("four-year", "4 year")]),
        ("It took 2 to 3 days.", [("2 to 3 days", "2-3 days")]),
        ("It took between 2 and 3 days.", [("between 2 and 3 days", "2-3 days")]),
        ("From 15 hours to 3 days.", [("From 15 hours to 3 days", "15 hours-3 days")]),
        ("It took 2 hours and 3 minutes.", [("2 hours", "2 hours"), ("3 minutes", "3 minutes")]),
        ("Hundreds of birds came.", [("Hundreds of birds", "Hundreds of birds")]),
        ("The boat is old.", []),
    ],
)
def test_a_number_stands_with_its_unit_or_noun(text: str, amounts: list[tuple[str, str]]) -> None:
    assert found(text) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 1998.",
        "It opened on May 14, 1998.",
        "It opened at 22:15.",
        "The 1965 treaty holds.",
        "It stood from 1521-1567.",
    ],
)
def test_the_numbers_of_dates_are_no_amounts(text: str) -> None:
    assert found(text) == []


def test_a_day_that_only_the_date_of_publication_tells_is_no_amount_either() -> None:
    day = datetime.date(2019, 11, 14)

    assert found("It ends on Nov. 23 for 9 dogs.", published=day) == [("9 dogs", "9")]


@pytest.mark.parametrize(
    "text", ["One of the boats left.", "No one came.", "Article 3 holds.", "A P-3 flew."]
)
def test_pronouns_and_labels_are_no_amounts(text: str) -> None:
    assert found(text) == []


def test_only_amounts_of_the_measure_asked_for_are_found() -> None:
    text = "In all 30 boats, 40% of them new, carried mail."

    assert found(text, "What percentage is new?") == [("40%", "40 %")]


def test_how_often_is_an_amount_where_it_is_asked() -> None:
    assert found("It runs twice a day.", "How often does it run?") == [
        ("twice a day", "twice a day")
    ]
