"""Days and times are found with what begins or ends then."""

import datetime

import pytest

from bot.differing.moments import moments

DAY = datetime.date(2024, 3, 4)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("at noon", 720), ("at 12:05 a.m.", 5), ("at 11:40 p.m.", 1420), ("until 20:00", 1200)],
)
def test_times_are_minutes_since_midnight(text: str, minutes: int) -> None:
    (moment,) = moments(text, None)

    assert (moment.kind, moment.first) == ("time", minutes)


def test_a_score_is_no_time() -> None:
    assert moments("The song is 3:55 long.", None) == ()


def test_the_ends_of_a_range_begin_and_end() -> None:
    found = moments("The museum is open from 9 a.m. to 5 p.m.", None)

    assert [moment.role for moment in found] == ["begin", "end"]


def test_a_day_on_which_something_is_said_is_a_report() -> None:
    (moment,) = moments("Officials said Tuesday that the road is closed.", DAY)

    assert moment.is_report


def test_habits_are_told_without_a_date() -> None:
    kinds = [
        moments(text, None)[0].kind
        for text in ("on Mondays", "on the 25th of each month", "every March")
    ]

    assert kinds == ["weekday", "month day", "month"]


def test_what_is_postponed_lies_ahead() -> None:
    # Told of on March 4, 2024.
    (moment,) = moments("The deadline has been extended to April 15.", DAY)

    assert datetime.date.fromordinal(moment.first) == datetime.date(2024, 4, 15)
