"""Whether two sentences speak of different times, so that both can be right."""

import itertools
import re

from bot.differing.goals import Goal
from bot.differing.lexicon import is_event
from bot.differing.moments import WEEKDAYS, Moment, moments
from bot.differing.statements import Statement
from bot.differing.tokens import tokens

__all__ = [
    "are_apart",
    "are_other_events",
    "days_between",
    "is_event_unplaced",
    "is_happening",
    "is_weekly",
]

# What happens is told anew within weeks; later reports are of something else that happened.
STILL_REPORTED = 45
# What is to come may be moved for longer.
STILL_PLANNED = 200
# Days of a year or more: two of them are the same or are not.
LONG = 360
MONTH = 27
# "From May on" tells since when something holds, not for how long.
EFFECTIVE = frozenset("from effective starting beginning since until till of".split())
# Another figure for each day.
DAILY = frozenset("index share stock temperatur degre humid snow rain barrel".split())
# "This year" says no more than "now".
DEICTIC = re.compile("this|today|now|current", re.IGNORECASE)
# "On Sundays" tells of a part of the week.
WEEKLY = re.compile(r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b")
SPANS = frozenset("season term semester session".split())


def days_between(one: Statement, other: Statement) -> int | None:
    """Return the days between two publications, or None where one is unknown."""
    if one.date is None or other.date is None:
        return None
    return abs((one.date - other.date).days)


def are_apart(goal: Goal, one: Statement, other: Statement) -> bool:
    """Say whether each sentence holds for a time of its own.

    >>> from bot.differing.goals import goal
    >>> first = Statement("a", None, "In 2018, 120 trees were felled.")
    >>> second = Statement("b", None, "In 2019, 150 trees were felled.")
    >>> are_apart(goal("How many trees were felled?"), first, second)
    True
    """
    ones, others = _periods(one), _periods(other)
    if ones and others and not any(_meet(a, b) for a in ones for b in others):
        return True
    if bool(ones) != bool(others) and _is_past(ones or others, one, other):
        return True
    if is_weekly(one) != is_weekly(other):
        return True
    if _spans(one.text) != _spans(other.text) and _spans(one.text) and _spans(other.text):
        return True
    return are_other_events(goal, one, other)


def are_other_events(goal: Goal, one: Statement, other: Statement) -> bool:
    """Say whether the question is after something that happens, told of too far apart."""
    n_days = days_between(one, other)
    if not n_days:
        return False
    limit = STILL_PLANNED if _is_planned(one) and _is_planned(other) else STILL_REPORTED
    return bool(goal.modifiers & DAILY) or (is_happening(goal) and n_days > limit)


def is_happening(goal: Goal) -> bool:
    """Say whether the question is after something that happens once, or once a year."""
    return any(is_event(meaning) for meaning in goal.modifiers)


def is_event_unplaced(goal: Goal, one: Statement, other: Statement) -> bool:
    """Say whether the question is after something that happens, and nothing tells when."""
    dated = [bool(_periods(statement)) for statement in (one, other)]
    is_undated = not all(dated) and None in (one.date, other.date)
    return is_happening(goal) and (dated[0] != dated[1] or is_undated)


def is_weekly(statement: Statement) -> bool:
    """Say whether a sentence tells of a weekday of every week."""
    return bool(WEEKLY.search(statement.text))


def _is_planned(statement: Statement) -> bool:
    return any(token.text in ("will", "next", "upcoming") for token in tokens(statement.text))


def _periods(statement: Statement) -> list[Moment]:
    return [
        moment
        for moment in moments(statement.text, statement.date)
        if moment.kind in ("date", "weekday")
        and not moment.is_report
        and not DEICTIC.match(statement.text, moment.start)
        and (moment.is_range or not EFFECTIVE & set(moment.before[-1:]))
    ]


def _is_past(periods: list[Moment], own: Statement, other: Statement) -> bool:
    """Say whether the one looks back at a time that was over before both were published."""
    days = [s.date.toordinal() for s in (own, other) if s.date is not None]
    return len(days) == 2 and any(
        moment.last - moment.first >= MONTH and moment.last < min(days) for moment in periods
    )


def _meet(one: Moment, other: Moment) -> bool:
    if one.kind != other.kind:
        return not set(one.names + other.names) <= set(WEEKDAYS) or one.names == other.names
    is_habit = bool(one.names) and one.names == other.names and not one.has_year
    if min(one.last - one.first, other.last - other.first) >= LONG:
        return (one.first, one.last) == (other.first, other.last)
    return is_habit or (one.first <= other.last and other.first <= one.last)


def _spans(text: str) -> frozenset[str]:
    sequence = tokens(text)
    return frozenset(
        before.text
        for before, token in itertools.pairwise(sequence)
        if token.text in SPANS and before.text in ("last", "this", "next", "previous")
    )
