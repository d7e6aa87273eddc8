"""Periods and how they are shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates.periods import (
    Period,
    century,
    day,
    decade,
    month,
    months_away,
    quarter,
    show,
    span,
    week,
    year,
)

SAFE_DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (day(date(2019, 11, 23)), "2019-11-23"),
        (week(date(2019, 11, 14)), "2019-11-11/2019-11-17"),
        (month(2019, 11), "2019-11"),
        (quarter(2019, 3), "2019-07/2019-09"),
        (year(2019), "2019"),
        (decade(1990), "1990/1999"),
        (century(1801), "1801/1900"),
        (span(year(1910), year(1945)), "1910/1945"),
        (span(month(2018, 3), month(2018, 5)), "2018-03/2018-05"),
        (span(day(date(2019, 11, 14)), day(date(2019, 11, 16))), "2019-11-14/2019-11-16"),
        (span(day(date(2019, 11, 1)), day(date(2019, 11, 30))), "2019-11-01/2019-11-30"),
    ],
)
def test_a_period_is_shown_as_coarsely_as_its_edges_allow(period: Period, shown: str) -> None:
    assert show(period) == shown


def test_february_ends_with_its_leap_day() -> None:
    assert month(2024, 2).last == date(2024, 2, 29)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="back to"):
        span(year(2019), year(2018))


@given(SAFE_DAYS)
def test_a_week_is_seven_days_from_a_monday_and_has_the_day_it_is_told_by(on: date) -> None:
    found = week(on)

    assert found.first.weekday() == 0
    assert (found.last - found.first).days == 6
    assert found.first <= on <= found.last


@given(SAFE_DAYS, st.integers(-500, 500))
def test_months_away_and_back_again_is_the_same_month(on: date, n_months: int) -> None:
    away = months_away(on, n_months)

    assert months_away(away.first, -n_months) == month(on.year, on.month)
