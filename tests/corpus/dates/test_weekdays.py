"""Weekdays and weekends."""

from datetime import date

import pytest

from tests.corpus.dates.reading import read

SATURDAY = date(2019, 11, 16)


@pytest.mark.parametrize(
    ("text", "shown", "iso"),
    [
        ("He left on Friday.", "Friday", "2019-11-08"),
        ("He will leave on Friday.", "Friday", "2019-11-15"),
        ("He left last Friday.", "last Friday", "2019-11-08"),
        ("He leaves next Tuesday.", "next Tuesday", "2019-11-19"),
        ("He leaves this Friday.", "this Friday", "2019-11-15"),
        ("He left on Monday of last week.", "Monday of last week", "2019-11-04"),
        ("He spoke in a Tuesday interview.", "Tuesday", "2019-11-12"),
        ("He left over the weekend.", "weekend", "2019-11-09/2019-11-10"),
        ("He leaves this weekend.", "this weekend", "2019-11-16/2019-11-17"),
        ("He left last weekend.", "last weekend", "2019-11-09/2019-11-10"),
    ],
)
def test_a_weekday_is_read_by_verb_and_by_what_it_says_itself(
    text: str, shown: str, iso: str
) -> None:
    assert read(text) == [(shown, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "It is open on Fridays.",
        "They met every Monday, Wednesday and Friday.",
        "They met on a Friday.",
        "They met the following Friday.",
        "The Sunday Times called it dull.",
        "They shopped on Black Friday.",
        "Sheffield Wednesday lost again.",
        # Tomorrow or in eight days; three days or ten days ago.
        "He leaves next Friday.",
        "He left last Monday.",
        "It is the last Thursday of the month.",
    ],
)
def test_names_recurring_days_and_unsure_ones_are_left_out(text: str) -> None:
    assert read(text) == []


def test_on_a_saturday_the_last_weekend_could_be_either() -> None:
    assert read("He left last weekend.", SATURDAY) == []
