"""Two dates that are the ends of one period: "from Monday to Thursday", "Nov. 30-Dec. 2"."""

import re
from datetime import timedelta

from corpus.dates.periods import Period, day, month, span
from corpus.dates.place import Found, Reading

__all__ = ["join_ranges"]

_JOINT = re.compile(r" ?[-–—] ?|,? (?P<word>to|through|until|till|and) (?:late |early |mid-|the )?")
_LONGEST_JOINT = len(" through early ")
_FROM = re.compile(r"\b[Ff]rom (?:late |early |mid-|the )?\Z")
_BETWEEN = re.compile(r"\b[Bb]etween (?:late |early |mid-|the )?\Z")
# What is put off from one day to another lasts no longer for it.
_MOVED = re.compile(
    r"\b(?:moved|postponed|delayed|pushed|rescheduled|brought|shifted|changed|put off|extended)\b"
    r"[^.;]{0,60}\Z"
)
_REACH = 80
# Periods with names of their own, as weeks and quarters, are no ends.
_ENDS = {("day", "day"), ("month", "month")}


def join_ranges(text: str, found: list[Found]) -> list[Found]:
    """Return the expressions in order, the two ends of each range as one."""
    joined: list[Found] = []
    for expression in found:
        whole = _join(text, joined[-1], expression) if joined else None
        if whole is None:
            joined.append(expression)
        else:
            joined[-1] = whole
    return joined


def _join(text: str, first: Found, last: Found) -> Found | None:
    if not _is_range(text, first, last):
        return None
    try:
        period = _span(first.reading, last.reading)
    except (ValueError, OverflowError):
        return None
    return Found(first.start, last.end, Reading(period))


def _is_range(text: str, first: Found, last: Found) -> bool:
    ends = (first.reading.period.grain, last.reading.period.grain)
    if last.start - first.end > _LONGEST_JOINT or ends not in _ENDS:
        return False
    joint = _JOINT.fullmatch(text, first.end, last.start)
    if joint is None:
        return False
    front = text[max(0, first.start - _REACH) : first.start]
    if joint["word"] == "and":
        return _BETWEEN.search(front) is not None
    return not _MOVED.search(front) and not (
        joint["word"] and first.reading.cycle == "week" and not _FROM.search(front)
    )


def _span(first: Reading, last: Reading) -> Period:
    """Return the period; an end without a year or week takes the one that fits the other end."""
    one, two = first.period, last.period
    if last.cycle == "none" and first.cycle == "year":
        one = _in_year(one, two.first.year)
        one = one if one.first <= two.first else _in_year(one, two.first.year - 1)
    elif last.cycle == "year":
        two = _in_year(two, one.first.year)
        two = two if two.first >= one.first else _in_year(two, one.first.year + 1)
    elif last.cycle == "week":
        n_days = (two.first - one.first).days % 7
        two = day(one.first + timedelta(days=n_days))
    if two.first <= one.first:
        raise ValueError("a range that ends before it begins")
    return span(one, two)


def _in_year(period: Period, number: int) -> Period:
    """Return the same day or month of another year; ValueError where it has no such day."""
    if period.grain == "month":
        return month(number, period.first.month)
    return day(period.first.replace(year=number))
