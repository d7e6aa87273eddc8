"""What says when."""

import datetime

import pytest

from bot.pieces.times import times


def found(text: str, published: datetime.date | None = None) -> list[tuple[str, str]]:
    return [(text[time.start : time.end], time.value) for time in times(text, published)]


@pytest.mark.parametrize(
    "time",
    [
        "May 14",
        "3 June",
        "November",
        "Monday",
        "10 a.m.",
        "22:15 CST",
        "summer months",
        "noon",
        "two years later",
        "45,000 years ago",
        "44 BC",
        "30 AD",
        "mid-century",
        "300-250 BC",
        "6th and 4th centuries BC",
        "7th–5th centuries BCE",
    ],
)
def test_a_time_without_a_day_of_its_own_is_its_own_value(time: str) -> None:
    assert found(f"It fell, {time}, and stayed.") == [(time, time)]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("It fell in late 1998.", ("late 1998", "1998")),
        ("At the end of 1998 it fell.", ("end of 1998", "1998")),
        ("It fell between 1910 and 1913.", ("between 1910 and 1913", "1910/1913")),
        ("After 1945 it fell.", ("After 1945", "1945")),
        ("It fell in year 1949.", ("year 1949", "1949")),
        ("It fell in the 5th century CE.", ("5th century CE", "0401/0500")),
    ],
)
def test_a_time_has_the_words_that_narrow_it(text: str, time: tuple[str, str]) -> None:
    assert found(text) == [time]


def test_the_words_of_one_time_narrow_no_other() -> None:
    assert found("It fell two years before 1998.") == [
        ("two years before", "two years before"),
        ("1998", "1998"),
    ]


def test_with_a_day_of_publication_the_same_words_are_resolved() -> None:
    day = datetime.date(2019, 11, 14)

    assert found("It falls on Monday.", day) == [("Monday", "2019-11-18")]


@pytest.mark.parametrize("text", ["They may march.", "It costs 30.", "A second boat."])
def test_other_words_say_no_time(text: str) -> None:
    assert found(text) == []
