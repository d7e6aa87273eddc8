"""Months by name."""

import pytest

from tests.corpus.dates.reading import read


@pytest.mark.parametrize(
    ("text", "shown", "iso"),
    [
        ("It fell in August.", "August", "2019-08"),
        ("It will open in March.", "March", "2020-03"),
        ("It fell in mid-March 2003.", "March 2003", "2003-03"),
        ("It fell in Sept. 2003.", "Sept. 2003", "2003-09"),
        ("It fell in June of last year.", "June of last year", "2018-06"),
        ("It was won in May.", "May", "2019-05"),
        ("She left last December.", "last December", "2018-12"),
        ("She will leave next May.", "next May", "2020-05"),
        ("He won the September vote.", "September", "2019-09"),
        ("It fell from March to June.", "March to June", "2019-03/2019-06"),
    ],
)
def test_a_month_is_read_where_its_surroundings_make_it_one(
    text: str, shown: str, iso: str
) -> None:
    assert read(text) == [(shown, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "The troops may march.",
        "May spoke to June and April.",
        "It was written by April Dunne.",
        "He stayed loyal to May.",
        "The Women's March drew thousands.",
        "The river usually freezes in January.",
        "In 2003 they met in March.",
        "She will leave next December.",
    ],
)
def test_names_and_unsure_months_are_left_out(text: str) -> None:
    assert [found for found in read(text) if not found[0].isdecimal()] == []
