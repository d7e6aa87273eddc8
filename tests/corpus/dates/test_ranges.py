"""Two dates as the ends of one period."""

import pytest

from tests.corpus.dates.reading import read


@pytest.mark.parametrize(
    ("text", "shown", "iso"),
    [
        ("He stayed from Monday to Wednesday.", "Monday to Wednesday", "2019-11-11/2019-11-13"),
        ("He will stay from Monday to Thursday.", "Monday to Thursday", "2019-11-18/2019-11-21"),
        ("It runs Nov. 30-Dec. 2.", "Nov. 30-Dec. 2", "2019-11-30/2019-12-02"),
        ("It will run from Dec. 30 to Jan. 2.", "Dec. 30 to Jan. 2", "2019-12-30/2020-01-02"),
        ("It ran from March 3 to May 4, 2003.", "March 3 to May 4, 2003", "2003-03-03/2003-05-04"),
        ("It ran between May 2003 and June 2005.", "May 2003 and June 2005", "2003-05/2005-06"),
        ("Profit for the January-March period fell.", "January-March", "2019-01/2019-03"),
    ],
)
def test_two_ends_are_one_period(text: str, shown: str, iso: str) -> None:
    assert read(text) == [(shown, iso)]


def test_what_is_moved_from_one_day_to_another_lasts_no_longer() -> None:
    found = read("The vote was moved from Monday to Thursday of next week.")

    assert found == [("Monday", "2019-11-18"), ("Thursday of next week", "2019-11-21")]


def test_two_days_with_an_and_stay_two() -> None:
    assert read("He spoke on Monday and Tuesday.") == [
        ("Monday", "2019-11-11"),
        ("Tuesday", "2019-11-12"),
    ]
