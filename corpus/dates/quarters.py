"""Parts of a year as accounts have them: "the third quarter", "the first half of 2019"."""

import re

from corpus.dates.periods import Period, month, quarter, span
from corpus.dates.place import Place, Reading, Rule
from corpus.dates.tense import Direction, direction
from corpus.dates.words import END, NUMBER, SHIFT, SHIFTS, YEAR, quantity

__all__ = ["RULES"]

_OF_YEAR = rf"(?:of )?(?:(?P<year>{YEAR}){END}|(?P<shift>{SHIFT}|the) year(?!\w))"
_QUARTER = (
    r"(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast(?= quarter of )"
    r"|[1-4](?:st|nd|rd|th))"
    rf"[- ]quarter(?!\w)(?: {_OF_YEAR})?"
)
_SHORT = rf"(?:Q(?P<number>[1-4])|(?P<counted>[1-4])Q)(?!\w)(?: {_OF_YEAR})?"
_HALF = rf"(?P<ordinal>[Ff]irst|[Ss]econd)[- ]half {_OF_YEAR}"
_MONTHS = rf"(?P<end>[Ff]irst|[Ll]ast) (?P<number>{NUMBER}) months {_OF_YEAR}"

_NUMBERS = dict(zip("fi se th fo 1s 2n 3r 4t la".split(), (1, 2, 3, 4, 1, 2, 3, 4, 4), strict=True))
_ECONOMY = re.compile(
    r"profit|revenue|sales|earn(?:ed|ings)|per ?cent|%|GDP|gr[eo]w|econom|income|output|shipments"
    r"|exports|billion|million|turnover|investment|inflation|jobless|loss",
    re.IGNORECASE,
)
_FISCAL = re.compile(r"\b(?:[Ff]iscal|[Ff]inancial) \Z")
_BESIDE = 120
# For so long after its end a quarter is reported on.
_SEASON_DAYS = 75
_REPORTED = re.compile(r"\b(?:report|release|post|announce|publish|unveil)[\w ]{0,40}\Z")


def _read_quarter(match: re.Match[str], place: Place) -> Reading | None:
    number = _NUMBERS[match["ordinal"][:2].lower()]
    of_year = _year(match, place)
    if match["ordinal"].lower() == "last" and of_year is None:
        return None
    return _in_accounts(number, of_year, place)


def _read_short(match: re.Match[str], place: Place) -> Reading | None:
    return _in_accounts(int(match["number"] or match["counted"]), _year(match, place), place)


def _in_accounts(number: int, of_year: int | None, place: Place) -> Reading | None:
    """Return the quarter; without a year, only where accounts and not matches have quarters."""
    if _FISCAL.search(place.before(12)):
        return None
    if of_year is not None:
        return Reading(quarter(of_year, number))
    if not _ECONOMY.search(place.before(_BESIDE) + place.after(_BESIDE)):
        return None
    chosen = _choose(number, place)
    return None if chosen is None else Reading(chosen)


def _choose(number: int, place: Place) -> Period | None:
    """Return the last such quarter that is over, or the first one that is not, by the verb."""
    today, way = place.today, direction(place)
    this = quarter(today.year, number)
    over = this if this.last < today else quarter(today.year - 1, number)
    if way is Direction.PAST or _REPORTED.search(place.before(_BESIDE)):
        return None if this.first <= today <= this.last else over
    if (today - over.last).days <= _SEASON_DAYS:
        return over if way is Direction.UNKNOWN else None
    coming = quarter(today.year + 1, number) if over is this else this
    return coming if way is Direction.FUTURE else None


def _year(match: re.Match[str], place: Place) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["shift"]:
        return place.today.year + SHIFTS.get(match["shift"], 0)
    return None


def _read_half(match: re.Match[str], place: Place) -> Reading | None:
    of_year = _year(match, place)
    if of_year is None or _FISCAL.search(place.before(12)):
        return None
    first = 1 if match["ordinal"].lower() == "first" else 7
    return Reading(span(month(of_year, first), month(of_year, first + 5)))


def _read_months(match: re.Match[str], place: Place) -> Reading | None:
    of_year, n_months = _year(match, place), quantity(match["number"])
    if of_year is None or not 2 <= n_months <= 11:
        return None
    first = 1 if match["end"].lower() == "first" else 13 - n_months
    return Reading(span(month(of_year, first), month(of_year, first + n_months - 1)))


RULES = (
    Rule("quarter", _QUARTER, _read_quarter),
    Rule("short_quarter", _SHORT, _read_short),
    Rule("half", _HALF, _read_half),
    Rule("months_of_year", _MONTHS, _read_months),
)
