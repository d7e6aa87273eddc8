"""Whether two days or times can be the same one, and which of them a question is after."""

from bot.differing.goals import Goal
from bot.differing.moments import WEEKDAYS, Moment, Role, moments
from bot.differing.scope import days_between, is_happening
from bot.differing.statements import Statement
from bot.differing.tokens import tokens

__all__ = ["coincide", "conflicting_moments"]

KINDS = ("date", "month day", "month", "weekday", "time")
# Two things that happen at most this far from their reports, which lie this far apart, are two.
NEAR_REPORT = 300
APART = 200
# A week tells "Friday" of two articles apart; further apart, it names a habit.
WITHIN_WEEK = 7
LOOSE = frozenset("about around shortly approximately roughly before after nearly soon".split())
LOOSE_MINUTES = 45
ONCE = frozenset("was were had took held won began ended opened closed".split())
RULES = frozenset("must every each always usually".split())


def conflicting_moments(
    goal: Goal, one: Statement, other: Statement
) -> tuple[Moment, Moment] | None:
    """Return two days or times that differ, days first; None where a day of each is the same.

    Where a question asks what time it is, or the days are the same, the times are compared.
    """
    n_days = days_between(one, other)
    kinds = KINDS if not goal.modifiers & {"time", "hour"} else KINDS[::-1]
    pairs = []
    for kind in kinds:
        ones, others = (_fitting(statement, kind, goal.role) for statement in (one, other))
        if not ones or not others:
            continue
        if not any(coincide(a, b, n_days, goal.role) for a in ones for b in others):
            pairs.append((ones[0], others[0]))
    if not pairs or _are_editions(goal, *pairs[0], one, other):
        return None
    # Another time on another day is another occasion, unless a rule is told.
    is_rule = _is_rule(one) or _is_rule(other)
    return pairs[0] if len(pairs) == 1 or is_rule else None


def _fitting(statement: Statement, kind: str, role: Role) -> list[Moment]:
    return [
        moment
        for moment in moments(statement.text, statement.date)
        if (moment.kind == kind or (kind == "weekday" and _is_weekday(moment)))
        and not moment.is_report
        and (not role or moment.is_range or moment.role in ("", role))
    ]


def _is_weekday(moment: Moment) -> bool:
    return bool(moment.names) and set(moment.names) <= set(WEEKDAYS)


def coincide(one: Moment, other: Moment, n_days: int | None, role: Role) -> bool:
    """Say whether two moments of one kind can be the same.

    Parameters
    ----------
    one, other
        both of the same kind.
    n_days
        days between the two publications, or None.
    role
        which end of a span of days is meant, if one is.
    """
    if one.kind == "time":
        loose = bool(LOOSE & set(one.before + other.before))
        return abs(one.first - other.first) <= (LOOSE_MINUTES if loose else 0)
    if one.kind != other.kind or one.kind == "weekday":
        return one.names == other.names
    if one.kind != "date":
        return one.first == other.first
    if one.names and one.names == other.names and not (one.has_year and other.has_year):
        return n_days is None or n_days > WITHIN_WEEK or one.first == other.first
    shared = set(one.names) & set(other.names)
    if shared and one.names != other.names and not (one.has_year and other.has_year):
        return shared in (set(one.names), set(other.names)) or _meet(one, other)
    if _is_open(one, other) or _is_open(other, one):
        return True
    if role and (one.is_range or other.is_range):
        return _end(one, role) == _end(other, role)
    return _meet(one, other)


def _meet(one: Moment, other: Moment) -> bool:
    return one.first <= other.last and other.first <= one.last


def _are_editions(
    goal: Goal, one: Moment, other: Moment, first: Statement, second: Statement
) -> bool:
    """Say whether each day lies near its own publication, those far apart, and both happen once.

    "Fees are due on May 1" tells a rule: another day in another year is another rule.
    """
    if first.date is None or second.date is None or one.kind != "date":
        return False
    if not is_happening(goal) and not (_happens(first) and _happens(second)):
        return False
    days = first.date.toordinal(), second.date.toordinal()
    near = [abs(m.first - day) <= NEAR_REPORT for m, day in zip((one, other), days, strict=True)]
    return all(near) and abs(days[0] - days[1]) > APART


def _happens(statement: Statement) -> bool:
    words = {token.text for token in tokens(statement.text)}
    return bool(words & ONCE) and not words & RULES


def _is_rule(statement: Statement) -> bool:
    return bool({token.text for token in tokens(statement.text)} & RULES)


def _end(moment: Moment, role: Role) -> int:
    return moment.last if role == "end" else moment.first


def _is_open(one: Moment, other: Moment) -> bool:
    """Say whether "before" or "after" the one leaves room for the other."""
    if one.before[-1:] == other.before[-1:]:
        return False
    if one.before[-1:] == ("before",) and "not" in one.before:
        return other.first >= one.first
    if one.before[-1:] in (("before",), ("by",)):
        return other.first <= one.last
    return one.before[-1:] == ("after",) and other.first >= one.first
