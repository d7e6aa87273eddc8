"""The days and times of a sentence, and whether something begins or ends then."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from bot.differing.tokens import Token, tokens

if TYPE_CHECKING:
    from corpus.dates import DateMention

__all__ = ["WEEKDAYS", "Moment", "Role", "moments"]

Role = Literal["", "begin", "end"]
When = Literal["date", "weekday", "month day", "month", "time"]
MOST_KEPT = 1024
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
HINT = re.compile(
    r"\d{4}|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"|\b(?:last|next|this|week|month|year|yesterday|tomorrow|quarter|ago)\b"
)
CLOCK = re.compile(
    r"\b(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)\b(?!:)|(?P<word>noon|midnight))",
    re.IGNORECASE,
)
# "At 20:00" is a time; "3:55" may be a score or a length.
CLOCK_BEFORE = re.compile(
    r"\b(?:at|by|from|until|till|to|between|and|before|after|since|around|about) \Z", re.IGNORECASE
)
DAY_OF_WEEK = re.compile(rf"\b({'|'.join(day.capitalize() for day in WEEKDAYS)})s?\b")
MONTH_OF_YEAR = re.compile(rf"\b(?:every|each) ((?i:{'|'.join(MONTHS)}))[a-z]*\b")
DAY_OF_MONTH = re.compile(
    r"\bthe (\d{1,2})(?:st|nd|rd|th)(?: day)?(?= of (?:each|every|the) |\W*\Z)"
)
RECURRING: tuple[tuple[When, re.Pattern[str], Callable[[str], int]], ...] = (
    ("weekday", DAY_OF_WEEK, WEEKDAYS.index),
    ("month day", DAY_OF_MONTH, int),
    ("month", MONTH_OF_YEAR, MONTHS.index),
)
RANGE = re.compile(r"\b(?:to|through|until|and)\b|[-–—]")
DIGIT_YEAR = re.compile(r"\d{4}")
MOVED_BEFORE = re.compile(
    r"\b(?:extended|postponed|moved|delayed|rescheduled|pushed|put off) (?:back )?(?:to|until) \Z"
)
BEGINNING = frozenset(("begin", "open", "launch"))
ENDING = frozenset(("end", "deadline"))
REPORTING = frozenset("said says told announced reported confirmed added stated".split())


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a span of days, or a time of day.

    Attributes:
        kind: "date", "weekday" (not told which week), "month day" (of each month), "month" (of each
            year), or "time".
        start: first character in the sentence, from 0.
        end: one past the last.
        first: the first day's ordinal, the weekday from 0, the day of the month from 1, the
            month from 0, or minutes since midnight.
        last: the same of the last day.
        names: what the words name without their year: a weekday, a month and a day.
        has_year: true where the sentence gives the year.
        is_range: true where both ends are written, as in "May 3 to May 9".
        role: what begins or ends then.
        before: the words in front, up to three.
        is_report: true for the day on which something is said.
    """

    kind: When
    start: int
    end: int
    first: int
    last: int
    names: tuple[str, ...]
    has_year: bool
    is_range: bool
    role: Role
    before: tuple[str, ...]
    is_report: bool


@lru_cache(maxsize=MOST_KEPT)
def moments(text: str, published: datetime.date | None) -> tuple[Moment, ...]:
    """Return a sentence's days and times, in order.

    >>> [(m.kind, m.first, m.role) for m in moments("It opens at 9 a.m. on Mondays.", None)]
    [('time', 540, 'begin'), ('weekday', 0, 'begin')]
    """
    sequence = tokens(text)
    found = [*_dates(text, published, sequence), *_clock(text, sequence)]
    taken = [(moment.start, moment.end) for moment in found]
    for kind, pattern, number in RECURRING:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                value = number(match[1].lower())
                found.append(_moment(kind, match.span(), (value, value), sequence, text))
    return tuple(_ranged(sorted(found, key=lambda moment: moment.start), sequence))


def _dates(text: str, published: datetime.date | None, sequence: tuple[Token, ...]) -> list[Moment]:
    if not HINT.search(text):
        return []
    # Its grammar takes a while to load, and few sentences need it.
    from corpus.dates import find_dates

    return [
        _moment("date", (date.start, date.end), _days(date, text, published), sequence, text)
        for date in find_dates(text, published)
        if text[date.start : date.end].lower() not in ("today", "now")
    ]


def _days(mention: "DateMention", text: str, published: datetime.date | None) -> tuple[int, int]:
    """Return the first and the last day; what is "postponed to May 3" lies ahead."""
    days = mention.first, mention.last
    is_past = published is not None and mention.last < published
    has_year = DIGIT_YEAR.search(text[mention.start : mention.end]) is not None
    if is_past and not has_year and MOVED_BEFORE.search(text[: mention.start]):
        days = _next_year(mention.first), _next_year(mention.last)
    return days[0].toordinal(), days[1].toordinal()


def _next_year(day: datetime.date) -> datetime.date:
    # Feb. 29 has none: the day before stands in.
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _clock(text: str, sequence: tuple[Token, ...]) -> list[Moment]:
    found = []
    for match in CLOCK.finditer(text):
        if match["hour24"] and not CLOCK_BEFORE.search(text[: match.start()]):
            continue
        minutes = _minutes(match)
        if minutes is not None:
            found.append(_moment("time", match.span(), (minutes, minutes), sequence, text))
    return found


def _minutes(match: re.Match[str]) -> int | None:
    if match["word"]:
        return 720 if match["word"].lower() == "noon" else 0
    if match["half"]:
        hour = int(match["hour"])
        if not 1 <= hour <= 12:
            return None
        return (hour % 12 + (12 if match["half"] in "pP" else 0)) * 60 + int(match["minute"] or 0)
    return int(match["hour24"]) * 60 + int(match["minute24"])


def _moment(
    kind: When,
    span: tuple[int, int],
    values: tuple[int, int],
    sequence: tuple[Token, ...],
    text: str,
) -> Moment:
    written = text[slice(*span)]
    at = next((n for n, token in enumerate(sequence) if token.end > span[0]), len(sequence))
    before = tuple(token.text for token in sequence[max(0, at - 3) : at])
    return Moment(
        kind, *span, *values,
        names=_names(written),
        has_year=bool(DIGIT_YEAR.search(written)),
        is_range=values[0] < values[1] and bool(RANGE.search(written)),
        role=_role(sequence, at),
        before=before,
        is_report=bool(REPORTING & set(before[-2:])),
    )  # fmt: skip


def _names(written: str) -> tuple[str, ...]:
    lowered = DIGIT_YEAR.sub("", written.lower())
    words = re.findall(r"[a-z]+|\d+", lowered)
    dates = [word[:3] for word in words if word[:3] in MONTHS] + [
        word for word in words if word.isdecimal()
    ]
    return tuple(dates) or tuple(word.rstrip("s") for word in words if word.rstrip("s") in WEEKDAYS)


def _role(sequence: tuple[Token, ...], at: int) -> Role:
    if at and sequence[at - 1].text in ("until", "through", "till"):
        return "end"
    for token in (*reversed(sequence[:at]), *sequence[at:]):
        if token.concept in BEGINNING:
            return "begin"
        if token.concept in ENDING:
            return "end"
    return ""


def _ranged(found: list[Moment], sequence: tuple[Token, ...]) -> list[Moment]:
    """Mark the two ends of "9 a.m. to 5 p.m."."""
    ranged = list(found)
    for n in range(len(found) - 1):
        one, other = ranged[n], ranged[n + 1]
        between = [t.text for t in sequence if one.end <= t.start and t.end <= other.start]
        if (
            one.kind == other.kind
            and between in (["to"], ["-"], ["–"], ["until"], ["and"])
            and (between != ["and"] or "between" in one.before)
        ):
            ranged[n : n + 2] = [replace(one, role="begin"), replace(other, role="end")]
    return ranged
