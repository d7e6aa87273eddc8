"""Months by name: "March 2018", "in August", "last May", "June of last year"."""

import re

from corpus.dates.choosing import choose_month
from corpus.dates.periods import Period, month, months_away
from corpus.dates.place import Place, Reading, Rule
from corpus.dates.tense import Direction, direction
from corpus.dates.words import END, MONTH, MONTH_NAME, SHIFT, SHIFTS, YEAR, month_number

__all__ = ["RULES"]

_WITH_YEAR = rf"(?P<month>{MONTH}),? (?:of )?(?P<year>{YEAR}){END}(?!-\w)"
_WITHOUT = (
    r"(?:(?P<which>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext) )?"
    rf"(?P<month>{MONTH_NAME})(?: (?:of )?(?P<shift>{SHIFT}) year\b)?"
)

_LEAD = re.compile(
    r"\b(?:(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hrough)"
    r"(?: early| late)?|[Ee]arly|[Ll]ate|[Mm]id|(?:end|start|beginning|middle|month|days?|weeks?"
    r"|half|rest|part) of)[ -]\Z"
)
# These could also come before a name: "by April Dunne", "to May".
_LOOSE_LEAD = re.compile(r"\b(?:[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter|[Bb]etween|[Ff]or|[Tt]o|[Oo]f) \Z")
_ARTICLE = re.compile(r"(?:\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur)|['’]s) \Z")
_BESIDE = re.compile(r"\b(?:[Bb]efore|[Aa]fter) \Z")
_USUALLY = re.compile(
    r"\b(?:typically|usually|normally|annually|often|always|[Ee]very|[Ee]ach)\b[^.;]{0,60}\Z"
)
_NOUN = re.compile(r" [a-z]{3}")
_RANGE = re.compile(rf"(?:-|–| (?:to|through|until) (?:early |late |mid-)?){MONTH_NAME}")
_RANGE_LEAD = re.compile(
    rf"(?:(?:[Bb]etween {MONTH_NAME} and|{MONTH_NAME} (?:to|through|until)) (?:early |late |mid-)?"
    rf"|{MONTH_NAME}[-–])\Z"
)
_GIVEN_NAMES = frozenset({4, 5, 6, 8})
_CAPITAL = re.compile(r" [A-Z]|['’]s\b")


def _read_with_year(match: re.Match[str], place: Place) -> Reading:
    return Reading(month(int(match["year"]), month_number(match["month"])))


def _read_without(match: re.Match[str], place: Place) -> Reading | None:
    number = month_number(match["month"])
    if match["shift"]:
        return Reading(month(place.today.year + SHIFTS[match["shift"]], number))
    if match["which"]:
        told = _told_apart(number, match["which"].lower(), place)
        return None if told is None else Reading(told)
    if not _is_month(number, place) or place.tells_of_another_year():
        return None
    chosen = choose_month(number, place.today, _way(place))
    return None if chosen is None else Reading(chosen, "year")


def _way(place: Place) -> Direction:
    """Return the way the verb points; "the November vote" and "after June" stand apart from it."""
    front = place.before(12)
    is_apart = _BESIDE.search(front) or (
        _ARTICLE.search(front) and not _RANGE.match(place.after(24))
    )
    return Direction.UNKNOWN if is_apart else direction(place)


def _is_month(number: int, place: Place) -> bool:
    """Say whether what stands around makes this a month, and no name."""
    if _USUALLY.search(place.before(80)):
        return False
    if number in _GIVEN_NAMES and _CAPITAL.match(place.after(3)):
        return False
    if _follows_month(place) or _is_end_of_range(place):
        return True
    front = place.before(24)
    if _LEAD.search(front):
        return True
    if number == 5:
        return bool(_RANGE.match(place.after(24)) or front.lower().endswith("between "))
    if number in _GIVEN_NAMES and front.endswith(" to "):
        return False
    if _LOOSE_LEAD.search(front) or _RANGE.match(place.after(24)):
        return True
    if number == 3 and front.endswith("s "):
        return False  # "the Women's March"
    return bool(_ARTICLE.search(front) and _NOUN.match(place.after(4)))


def _follows_month(place: Place) -> bool:
    return (
        place.follows()
        and place.previous is not None
        and place.previous.reading.period.grain == "month"
    )


def _is_end_of_range(place: Place) -> bool:
    return _RANGE_LEAD.search(place.before(40)) is not None


def _told_apart(number: int, which: str, place: Place) -> Period | None:
    """Return the month of "last", "this" or "next" May where all ways to count agree."""
    today = place.today
    last = months_away(today, -((today.month - number - 1) % 12 + 1))
    following = months_away(today, (number - today.month - 1) % 12 + 1)
    match which:
        case "last" | "this past":
            return (
                last if which != "last" or last.first.year < today.year else _only_past(last, place)
            )
        case "next":
            return following if following.first.year > today.year else None
        case "this coming":
            return following
    return month(today.year, number)


def _only_past(last: Period, place: Place) -> Period | None:
    """Return a "last May" of this year only when it is months ago, and the verb agrees."""
    is_sure = direction(place) is Direction.PAST and place.today.month - last.first.month <= 6
    return last if is_sure else None


RULES = (
    Rule("month_year", _WITH_YEAR, _read_with_year),
    Rule("month", _WITHOUT, _read_without),
)
