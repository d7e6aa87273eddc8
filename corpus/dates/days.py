"""Days by number: "Nov. 14", "Monday, Nov. 14, 2019", "14-16 November", "2019-11-14"."""

import re
from datetime import date

from corpus.dates.choosing import choose_day_of_year
from corpus.dates.periods import Period, day
from corpus.dates.place import Place, Reading, Rule
from corpus.dates.tense import direction
from corpus.dates.words import (
    DAY,
    END,
    MONTH,
    SHIFT,
    SHIFTS,
    WEEKDAY,
    YEAR,
    month_number,
    weekday_number,
)

__all__ = ["RULES"]

_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?),? )?"
# A second day in words ends here: "Nov. 14 and 15." but not "Nov. 14 and 15 people".
_CLOSED = (
    r"(?=[,.;:)\"”]|\s*\Z| (?:in|at|to|for|of|with|by|on|the|and|as|under|when|after|before)\b)"
)
_DASH = r" ?[-–—] ?"
_JOINT = r" (?:to|and|through|until) "
_YEAR = rf"(?:,? (?P<year>{YEAR}){END}|,? (?:of )?(?P<shift>{SHIFT}) year\b)?"

_MONTH_FIRST = (
    rf"{_WEEKDAY}(?P<month>{MONTH}) (?P<first>{DAY})"
    rf"(?:{_DASH}(?P<last>{DAY}){END}|{_JOINT}(?P<till>{DAY})(?:{_CLOSED}|(?=, {YEAR}))|{END})"
    rf"{_YEAR}"
)
_DAY_FIRST = (
    rf"{_WEEKDAY}(?P<first>{DAY})(?:(?:{_DASH}|{_JOINT})(?P<last>{DAY}))?"
    rf" (?:of )?(?P<month>{MONTH}){_YEAR}(?! ?\d)"
)
_YEAR_FIRST = rf"(?P<year>{YEAR})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d){END}"
_SLASHES = rf"(?P<one>\d\d?)(?P<mark>[./])(?P<two>\d\d?)(?P=mark)(?P<year>{YEAR}){END}"

# Things named after a day long gone.
_NAMESAKE = re.compile(
    r"(?: [\w-]+){0,3} "
    r"(?:attacks?|riots?|rioters|insurrection|uprising|movement|massacre|coup|revolution|committee"
    r"|commission|panel|hearings?|investigation|anniversary|war)\b"
)
# As close as this to the day of publication, no other year is meant.
_CLOSE_DAYS = 31
# Days that have become names of what happened then: Sept. 11, 2001, and Jan. 6, 2021.
_NAMES = frozenset({(9, 11), (1, 6)})
_UNIT = re.compile(
    r" ?(?:percent|miles|kilomet|km\b|meters|people|million|billion|points|o['’]clock)"
)


def _read_named(match: re.Match[str], place: Place) -> Reading | None:
    if _UNIT.match(place.after(12)) or re.search(r"(?:Nos?\.|pages?|pp?\.) \Z", place.before(8)):
        return None
    number, first, last = _numbers(match)
    on = _first_day(match, place, number, first)
    is_floating = match["year"] is None and match["shift"] is None
    if on is None or (is_floating and _is_name(on, place)):
        return None
    return Reading(_stretch(on, last), "year" if is_floating else "none")


def _numbers(match: re.Match[str]) -> tuple[int, int, int | None]:
    """Return the month, the day and the last day of a stretch."""
    groups = match.groupdict()
    last = groups.get("last") or groups.get("till")
    return (
        month_number(match["month"]),
        int(match["first"].rstrip("stndrh")),
        int(last.rstrip("stndrh")) if last else None,
    )


def _first_day(match: re.Match[str], place: Place, number: int, first: int) -> date | None:
    if match["year"]:
        return date(int(match["year"]), number, first)
    if match["shift"]:
        return date(place.today.year + SHIFTS[match["shift"]], number, first)
    if match["weekday"]:
        return _day_on(weekday_number(match["weekday"]), number, first, place.today)
    on = choose_day_of_year(number, first, place.today, direction(place))
    if on is None or _is_close(on, place):
        return on
    return None if place.tells_of_another_year() else on


def _day_on(weekday: int, number: int, first: int, today: date) -> date | None:
    """Return the nearest such day that falls on the weekday it is said to fall on."""
    days = [date(y, number, first) for y in (today.year - 1, today.year, today.year + 1)]
    fitting = [on for on in days if on.weekday() == weekday]
    return min(fitting, key=lambda on: abs(on - today), default=None)


def _stretch(on: date, last: int | None) -> Period:
    return day(on) if last is None else Period(on, on.replace(day=last), "period")


def _is_close(on: date, place: Place) -> bool:
    return abs(on - place.today).days <= _CLOSE_DAYS


def _is_name(on: date, place: Place) -> bool:
    """Say whether the day stands for what happened on it, in whichever year."""
    is_far = not _is_close(on, place)
    is_name, is_namesake = (on.month, on.day) in _NAMES, _NAMESAKE.match(place.after())
    return bool(is_far and (is_name or is_namesake)) or bool(is_name and is_namesake)


def _read_year_first(match: re.Match[str], place: Place) -> Reading:
    return Reading(day(date(int(match["year"]), int(match["month"]), int(match["day"]))))


def _read_slashes(match: re.Match[str], place: Place) -> Reading | None:
    """Read day and month in either order; unsure when both could be the month."""
    one, two = int(match["one"]), int(match["two"])
    if one <= 12 and two <= 12 and one != two:
        return None
    number, on = (two, one) if one > 12 else (one, two)
    return Reading(day(date(int(match["year"]), number, on)))


RULES = (
    Rule("year_month_day", _YEAR_FIRST, _read_year_first),
    Rule("slashes", _SLASHES, _read_slashes),
    Rule("month_day", _MONTH_FIRST, _read_named),
    Rule("day_month", _DAY_FIRST, _read_named),
)
