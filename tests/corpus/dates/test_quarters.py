"""Parts of a year."""

from datetime import date

import pytest

from tests.corpus.dates.reading import read


@pytest.mark.parametrize(
    ("text", "shown", "iso"),
    [
        ("Profit fell in the third quarter.", "third quarter", "2019-07/2019-09"),
        ("It posted a second-quarter loss.", "second-quarter", "2019-04/2019-06"),
        ("Sales will fall in the first quarter.", "first quarter", "2020-01/2020-03"),
        ("It opened in the last quarter of 2011.", "last quarter of 2011", "2011-10/2011-12"),
        ("Profit fell in Q3 2018.", "Q3 2018", "2018-07/2018-09"),
        ("It opened in the first half of 2018.", "first half of 2018", "2018-01/2018-06"),
        (
            "It opened in the second half of this year.",
            "second half of this year",
            "2019-07/2019-12",
        ),
        (
            "It fell in the first nine months of 2018.",
            "first nine months of 2018",
            "2018-01/2018-09",
        ),
    ],
)
def test_a_part_of_a_year_is_read(text: str, shown: str, iso: str) -> None:
    assert read(text) == [(shown, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "They led by ten in the third quarter.",
        "Profit fell in the fiscal third quarter.",
        "Three quarters of the staff left.",
        "They trailed in the first half.",
        # The quarter under way, and the same one a year ago.
        "Profit fell in the fourth quarter.",
    ],
)
def test_matches_and_fiscal_years_are_left_out(text: str) -> None:
    assert read(text) == []


def test_a_quarter_that_is_to_be_reported_is_over() -> None:
    found = read("It will report fourth-quarter earnings.", date(2020, 1, 20))

    assert found == [("fourth-quarter", "2019-10/2019-12")]
