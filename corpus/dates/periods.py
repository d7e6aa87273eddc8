"""A stretch of days that the calendar has a name for."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

__all__ = [
    "Grain",
    "Period",
    "century",
    "day",
    "decade",
    "month",
    "months_away",
    "quarter",
    "show",
    "span",
    "week",
    "year",
]

Grain = Literal["day", "week", "month", "quarter", "year", "decade", "century", "period"]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included.

    Attributes:
        first: the first day.
        last: the last day; never before the first.
        grain: the calendar unit it is, or "period" for any other stretch.
    """

    first: date
    last: date
    grain: Grain

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period from {self.first} back to {self.last}")


def day(on: date) -> Period:
    """Return one day."""
    return Period(on, on, "day")


def week(on: date) -> Period:
    """Return the week with this day, Monday to Sunday as in ISO 8601."""
    monday = on - timedelta(days=on.weekday())
    return Period(monday, monday + timedelta(days=6), "week")


def month(of_year: int, number: int) -> Period:
    """Return a month, counted from 1."""
    n_days = monthrange(of_year, number)[1]
    return Period(date(of_year, number, 1), date(of_year, number, n_days), "month")


def months_away(on: date, n_months: int) -> Period:
    """Return the month that lies this many months after the one with this day.

    >>> months_away(date(2019, 11, 14), -11).first
    datetime.date(2018, 12, 1)
    """
    years, number = divmod(on.year * 12 + on.month - 1 + n_months, 12)
    return month(years, number + 1)


def quarter(of_year: int, number: int) -> Period:
    """Return a quarter of the calendar year, counted from 1."""
    first, last = month(of_year, 3 * number - 2), month(of_year, 3 * number)
    return Period(first.first, last.last, "quarter")


def year(number: int) -> Period:
    """Return a calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Period:
    """Return the ten years that begin with this one."""
    return Period(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century(first: int) -> Period:
    """Return the hundred years that begin with this one."""
    return Period(date(first, 1, 1), date(first + 99, 12, 31), "century")


def span(first: Period, last: Period) -> Period:
    """Return everything from the start of one period to the end of another."""
    return Period(first.first, last.last, "period")


def show(period: Period) -> str:
    """Return the ISO 8601 form, as coarse as the period's edges allow.

    >>> show(span(year(1910), year(1945)))
    '1910/1945'
    >>> show(quarter(2019, 3))
    '2019-07/2019-09'
    """
    forms = (_day_form, _month_form, _year_form)
    first, last = forms[_coarseness(period)](period.first), forms[_coarseness(period)](period.last)
    return first if period.grain in {"day", "month", "year"} else f"{first}/{last}"


def _coarseness(period: Period) -> int:
    """Return 0 to show days, 1 to show months, 2 to show years."""
    fixed = {"day": 0, "week": 0, "month": 1, "quarter": 1, "year": 2, "decade": 2, "century": 2}
    if period.grain in fixed:
        return fixed[period.grain]
    first, last = period.first, period.last
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year < last.year:
        return 2
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    return int(whole_months and (first.year, first.month) < (last.year, last.month))


def _day_form(on: date) -> str:
    return on.isoformat()


def _month_form(on: date) -> str:
    return f"{on.year:04}-{on.month:02}"


def _year_form(on: date) -> str:
    return f"{on.year:04}"
