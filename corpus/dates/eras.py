"""Many years at once: "1910-45", "from 1992 to 1995", "the 1990s", "the 19th century"."""

import re

from corpus.dates.periods import century, decade, span, year
from corpus.dates.place import Place, Reading, Rule
from corpus.dates.words import END, ORDINAL, YEAR, ordinal
from corpus.dates.years import is_count

__all__ = ["RULES"]

_YEARS = (
    rf"(?P<first>{YEAR})(?:[-–—](?P<dashed>{YEAR}|\d\d)"
    rf"|(?:(?<=[Bb]etween \d{{4}}) and"
    rf"|(?:(?<=[Ff]rom \d{{4}})|(?<=\(\d{{4}})) (?:to|through|until)) (?P<last>{YEAR})){END}(?!-\w)"
)
_DECADE = r"(?:(?P<long>1\d\d0|20\d0)s|['’‘](?P<short>[2-9]0)s)(?!\w)"
_CENTURY = (
    rf"(?:(?P<number>{ORDINAL})[- ]|(?P<which>[Tt]his |[Ll]ast ))[Cc]entury(?!\w)"
    r"(?! (?:BC|B\.C|BCE|before))"
)

_NUMBERED = re.compile(
    r"(?:\b(?:Nos?\.|pages?|pp?\.|[Ss]ections?|[Rr]oughly|[Aa]bout|[Ss]ome|[Nn]early|[Aa]round|[Aa]lmost"
    r"|[Ff]light|[Bb]us|[Ll]ines?|[Cc]all|than|[Pp]hone|[Rr]esolutions?|[Vv]erses?)|\d) \Z"
)
_MODERN = range(1500, 2036)


def _read_years(match: re.Match[str], place: Place) -> Reading | None:
    first, last = int(match["first"]), _last_year(match)
    if first >= last or is_count(place) or (match["dashed"] and not _is_told(first, place)):
        return None
    return Reading(span(year(first), year(last)))


def _last_year(match: re.Match[str]) -> int:
    """Return the second year, "45" of "1910-45" in the first one's century."""
    shown = match["dashed"] or match["last"]
    return int(shown if len(shown) == 4 else match["first"][:2] + shown)


def _is_told(first: int, place: Place) -> bool:
    """Say whether two numbers with a dash between them are years."""
    return first in _MODERN and not _NUMBERED.search(place.before(16))


def _read_decade(match: re.Match[str], place: Place) -> Reading | None:
    """Read "the 1990s"; the "1800s" are a century, and the "1900s" could be either."""
    if match["short"]:
        is_age = re.search(r"\b(?:his|her|their|my|our) (?:\w+ )?\Z", place.before(20))
        return None if is_age else Reading(decade(1900 + int(match["short"])))
    first = int(match["long"])
    if first % 100 or first == 2000:
        return Reading(decade(first))
    return None if first == 1900 else Reading(century(first))


def _read_century(match: re.Match[str], place: Place) -> Reading | None:
    if match["which"]:
        this = (place.today.year - 1) // 100
        return Reading(century((this - match["which"].lower().startswith("last")) * 100 + 1))
    number = ordinal(match["number"])
    return Reading(century(number * 100 - 99)) if 2 <= number <= 22 else None


RULES = (
    Rule("years", _YEARS, _read_years),
    Rule("decade", _DECADE, _read_decade),
    Rule("century", _CENTURY, _read_century),
)
