"""When the thing that a sentence tells happened."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.timeline.clauses import Span, clauses_about, looks_ahead, tells_of_past
from bot.timeline.gathering import Told
from bot.timeline.naming import Names, stems_in
from bot.timeline.roles import Role, part

if TYPE_CHECKING:
    from corpus.dates import DateMention
    from corpus.dates.periods import Grain

__all__ = ["When", "date_of"]

# What speaks against taking a date for the event's, in the same measure as `_coarseness`; a part
# that is missing never is.
_AGAINST = {Role.EVENT: 0.0, Role.ASIDE: 0.5, Role.UNDER: 0.5, Role.REPORT: 2.0}
_NO_DATE = 1.0
_TOO_COARSE = frozenset({"decade", "century"})
# How far from a clause beside the main one the topic is named that the clause tells of, in
# characters.
_DESCRIBED = 48
# A date counts for less the farther from the words of the topic it stands, in characters, but never
# as little as one of a side clause.
_FAR = 200.0
_MOST_FAR = 0.45
# So far ahead, in days, a date without a year is rather one of the past told of in passing, unless
# the sentence looks forward.
_MOST_AHEAD = 120
_A_MONTH = 31
_YEAR = re.compile(r"\d{4}|\byear\b")
# What looks like a day of the year; one that has not been told stands for something else.
_DAY_OF_YEAR = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:\.|[a-z]+)? \d{1,2}\b"
    r"(?!,? \d{4})"
)


@dataclass(frozen=True, slots=True)
class When:
    """When an event happened, as far as a sentence says; the days as in `events.Event`.

    Attributes:
        clause: where the clause that says so begins and ends in the sentence.
        is_ahead: whether the event was still to come when the sentence was written.
        doubt: what speaks against it, 0 or more.
    """

    first: datetime.date
    last: datetime.date
    grain: "Grain"
    label: str
    start: int
    end: int
    clause: Span
    is_ahead: bool
    doubt: float


@dataclass(frozen=True, slots=True)
class _Choice:
    doubt: float
    clause: Span
    mention: "DateMention"


def date_of(told: Told, names: Names) -> When | None:
    """Return when the thing that a sentence tells happened, None where it does not say.

    A date that says when somebody spoke, and one as coarse as a year, give way to a finer one
    of the event; then the one nearest to the topic wins. The first sentence of a news report
    happened on the day of the report where it tells of the past and names no day.

    Parameters
    ----------
    told
        a sentence about a topic.
    names
        of the topic: where some of a sentence's clauses hold one, only they count.
    """
    from corpus.dates import find_dates

    found = find_dates(told.text, told.published)
    if not found:
        return _day_of_report(told)
    words = list(stems_in(told.text))
    naming = [start for stem, start in words if stem in names.any]
    close = [start for stem, start in words if stem in names.own] or naming
    choices = _choices(told, found, naming, close)
    if not choices:
        return None
    best = min(choices, key=lambda choice: choice.doubt)
    when, clause = best.mention, best.clause
    if _another_is_nearer(told.text, when, found, close):
        return None
    is_ahead = _is_ahead(told, when, clause)
    days = (when.first, when.last, when.grain, when.iso)
    return When(*days, when.start, when.end, clause, is_ahead, best.doubt)


def _choices(
    told: Told, found: Sequence["DateMention"], naming: list[int], close: list[int]
) -> list[_Choice]:
    """Return the dates that may be the event's."""
    choices = []
    # What opens a report is its news as a whole.
    whole = [(0, len(told.text))]
    for clause in whole if told.opens_news else clauses_about(told.text, naming):
        for mention in found:
            if clause[0] <= mention.start < clause[1] and _is_sure(told, mention, clause):
                doubt = _doubt(told.text, mention, naming)
                if doubt is not None:
                    far = min(_nearest(mention.start, close) / _FAR, 1.0) * _MOST_FAR
                    choices.append(_Choice(doubt + far, clause, mention))
    return choices


def _day_of_report(told: Told) -> When | None:
    day = told.published
    if not told.opens_news or day is None or not tells_of_past(told.text):
        return None
    return When(
        day, day, "day", day.isoformat(), 0, 0, (0, len(told.text)), is_ahead=False, doubt=_NO_DATE
    )


def _is_ahead(told: Told, when: "DateMention", clause: Span) -> bool:
    """Say whether the event was still to come: by the day of the report, else by its words."""
    if told.published is None or when.first <= told.published <= when.last:
        return looks_ahead(told.text, when.start, clause)
    return told.published < when.first


def _is_sure(told: Told, when: "DateMention", clause: Span) -> bool:
    """Say whether a date is no guess, and as fine as it must be where the topic is not named."""
    if not told.share and (when.last - when.first).days > _A_MONTH:
        return False
    if told.published is None or _YEAR.search(told.text, when.start, when.end):
        return True
    is_far = (when.first - told.published).days > _MOST_AHEAD
    return not is_far or looks_ahead(told.text, when.start, clause)


def _doubt(text: str, when: "DateMention", naming: list[int]) -> float | None:
    """Return what speaks against a date being the event's; None where it cannot be."""
    here = part(text, when.start, when.end)
    against = _AGAINST.get(here.role)
    if against is None or when.grain in _TOO_COARSE:
        return None
    if naming and here.role in {Role.ASIDE, Role.UNDER}:
        first = here.start - (_DESCRIBED if here.role is Role.ASIDE else 0)
        if not any(first <= at < when.end + _DESCRIBED for at in naming):
            return None
    return against + _coarseness(when.first, when.last)


def _coarseness(first: datetime.date, last: datetime.date) -> float:
    """Return 0 for a day, up to 1.5 for a month, 3 for a season, 4 for a year, 6 beyond."""
    n_days = (last - first).days + 1
    steps = ((1, 0.0), (7, 1.0), (31, 1.5), (92, 3.0), (366, 4.0))
    return next((doubt for most, doubt in steps if n_days <= most), 6.0)


def _another_is_nearer(
    text: str, chosen: "DateMention", found: Sequence["DateMention"], naming: list[int]
) -> bool:
    """Say whether a day that could not be told stands nearer to the topic than the chosen one."""
    told = [range(when.start, when.end) for when in found]
    untold = [day.start() for day in _DAY_OF_YEAR.finditer(text)]
    untold = [at for at in untold if not any(at in span for span in told)]
    return any(_nearest(at, naming) < _nearest(chosen.start, naming) for at in untold)


def _nearest(at: int, naming: list[int]) -> int:
    return min((abs(name - at) for name in naming), default=0)
