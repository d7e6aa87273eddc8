"""Dates told from the day of publication."""

from datetime import date

import pytest

from tests.corpus.dates.reading import read


@pytest.mark.parametrize(
    ("text", "shown", "iso"),
    [
        ("He left yesterday.", "yesterday", "2019-11-13"),
        ("He leaves tomorrow.", "tomorrow", "2019-11-15"),
        ("He leaves tonight.", "tonight", "2019-11-14"),
        ("He left last night.", "last night", "2019-11-13"),
        ("He leaves the day after tomorrow.", "day after tomorrow", "2019-11-16"),
        ("He left earlier this week.", "this week", "2019-11-11/2019-11-17"),
        ("He leaves next month.", "next month", "2019-12"),
        ("He left last year.", "last year", "2018"),
        ("Sales fell last quarter.", "last quarter", "2019-07/2019-09"),
        ("He left three days ago.", "three days ago", "2019-11-11"),
        ("He left two weeks ago.", "two weeks ago", "2019-10-28/2019-11-03"),
        ("He left 11 months ago.", "11 months ago", "2018-12"),
        ("He left two years ago.", "two years ago", "2017"),
        ("He resigned later in the day.", "later in the day", "2019-11-14"),
    ],
)
def test_days_and_units_are_counted_from_the_day_of_publication(
    text: str, shown: str, iso: str
) -> None:
    assert read(text) == [(shown, iso)]


def test_later_in_the_day_is_the_day_the_sentence_named() -> None:
    found = read("He will land on Monday and speak later in the day.")

    assert found == [("Monday", "2019-11-18"), ("later in the day", "2019-11-18")]


@pytest.mark.parametrize(
    "text",
    [
        "Profit fell from a year earlier.",
        "It was the last year of his term.",
        "She wept in her last week in office.",
        "More than two years ago he left.",
        "A few weeks ago he left.",
        "In today's world, a letter is rare.",
        "Today, the site is a museum.",
        "They lost the last quarter of the game.",
    ],
)
def test_what_is_told_from_elsewhere_or_vaguely_is_left_out(text: str) -> None:
    assert read(text) == []


def test_on_a_sunday_the_week_is_unsure_but_the_next_is_not() -> None:
    sunday = date(2019, 11, 17)

    assert read("He left this week.", sunday) == []
    assert read("He leaves next week.", sunday) == [("next week", "2019-11-18/2019-11-24")]
