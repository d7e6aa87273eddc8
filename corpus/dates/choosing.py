"""Which of the days that fit the same words is meant."""

from calendar import monthrange
from datetime import date, timedelta

from corpus.dates.periods import Period, months_away
from corpus.dates.tense import Direction

__all__ = ["choose_day_of_year", "choose_month", "choose_weekday"]

# A date this close is meant whatever the verb says: "said the talks of Nov. 20" a week before.
_NEAR_DAYS = 21
# Without a verb, a date further off than this could as well be the one on the other side; news
# without a verb, as under photographs, tells of the past.
_SURE_DAYS_BACK = 120
_SURE_DAYS_AHEAD = 60
# So far ahead, news gives the year.
_MOST_DAYS_AHEAD = 300
_SURE_MONTHS = 4


def choose_weekday(weekday: int, today: date, way: Direction) -> date | None:
    """Return the last or the coming such weekday, today included; None when the way is unknown.

    Without a verb, today, yesterday and tomorrow are sure enough.
    """
    n_back = (today.weekday() - weekday) % 7
    gone, coming = today - timedelta(days=n_back), today + timedelta(days=-n_back % 7)
    if way is Direction.UNKNOWN and min(n_back, -n_back % 7) > 1:
        return None
    if way is Direction.UNKNOWN:
        return gone if n_back <= 1 else coming
    return gone if way is Direction.PAST else coming


def choose_day_of_year(month: int, day: int, today: date, way: Direction) -> date | None:
    """Return the day of this month and number that is nearest the way the sentence points."""
    days = [date(y, month, day) for y in _years(month, day, today.year)]
    nearest = min(days, key=lambda on: abs(on - today))
    n_ahead = (nearest - today).days
    if abs(n_ahead) <= _NEAR_DAYS:
        return nearest
    if way is Direction.UNKNOWN:
        return nearest if -_SURE_DAYS_BACK <= n_ahead <= _SURE_DAYS_AHEAD else None
    gone = [on for on in days if on <= today]
    coming = [on for on in days if on >= today]
    if way is Direction.PAST:
        return gone[-1]
    return coming[0] if (coming[0] - today).days <= _MOST_DAYS_AHEAD else None


def choose_month(number: int, today: date, way: Direction) -> Period | None:
    """Return the month of this number that is nearest the way the sentence points."""
    n_back = (today.month - number) % 12
    n_on = -n_back % 12
    if way is Direction.UNKNOWN and min(n_back, n_on) > _SURE_MONTHS:
        return None
    if way is Direction.PAST or (way is Direction.UNKNOWN and n_back <= n_on):
        return months_away(today, -n_back)
    return months_away(today, n_on)


def _years(month: int, day: int, around: int) -> list[int]:
    """Return years around this one that have such a day: all but for Feb. 29."""
    if not 1 <= day <= monthrange(2000, month)[1]:
        raise ValueError(f"no day {day} in month {month}")
    reach = 1 if (month, day) != (2, 29) else 8
    years = range(around - reach, around + reach + 1)
    return [number for number in years if day <= monthrange(number, month)[1]]
