"""Days by number."""

import pytest

from tests.corpus.dates.reading import read


@pytest.mark.parametrize(
    ("text", "shown", "iso"),
    [
        ("It ends on Nov. 23.", "Nov. 23", "2019-11-23"),
        ("It ended on November 3rd.", "November 3rd", "2019-11-03"),
        ("It ended on 3 November.", "3 November", "2019-11-03"),
        ("It ended on the 3rd of November.", "3rd of November", "2019-11-03"),
        ("It ended on Nov. 14, 2003, at noon.", "Nov. 14, 2003", "2003-11-14"),
        ("It ended on Friday, 14 November 2003.", "Friday, 14 November 2003", "2003-11-14"),
        ("See the minutes of 2019-10-01.", "2019-10-01", "2019-10-01"),
        ("See the minutes of 13/10/2019.", "13/10/2019", "2019-10-13"),
        ("See the minutes of 10/13/2019.", "10/13/2019", "2019-10-13"),
        ("It ran on Nov. 14-16.", "Nov. 14-16", "2019-11-14/2019-11-16"),
        ("It ran on 14-16 November 2003.", "14-16 November 2003", "2003-11-14/2003-11-16"),
        ("It ran on Nov. 7 and 8.", "Nov. 7 and 8", "2019-11-07/2019-11-08"),
        ("It ended on Nov. 23 last year.", "Nov. 23 last year", "2018-11-23"),
        ("It ended on Wednesday, Jan. 2.", "Wednesday, Jan. 2", "2019-01-02"),
    ],
)
def test_a_day_is_read_in_every_usual_form(text: str, shown: str, iso: str) -> None:
    assert read(text) == [(shown, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "It ended on Feb. 30.",
        "It ended on Feb. 29, 2019.",
        "It ended on Nov. 31.",
        "See the minutes of 03/04/2019.",
        # Nov. 14 is a Thursday in 2019, a Wednesday in 2018 and a Saturday in 2020.
        "It ended on Monday, Nov. 14.",
        "May 10 percent be enough?",
        "They saw the Sept. 11 attacks on television.",
    ],
)
def test_days_that_do_not_exist_or_are_unsure_are_left_out(text: str) -> None:
    assert read(text) == []


def test_a_number_of_people_is_no_second_day() -> None:
    assert read("It ended on Nov. 7 and 15 people left.") == [("Nov. 7", "2019-11-07")]
