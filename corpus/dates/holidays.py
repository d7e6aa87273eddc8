"""Days with a name and the same date each year: "Christmas Eve", "New Year's Day"."""

import re

from corpus.dates.choosing import choose_day_of_year
from corpus.dates.periods import day
from corpus.dates.place import Place, Reading, Rule
from corpus.dates.tense import direction

__all__ = ["RULES"]

_DAYS = {
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "Valentine's Day": (2, 14),
    "Halloween": (10, 31),
}
_PATTERN = "|".join(sorted(_DAYS, reverse=True)).replace("'", "['’]")
_LEAD = re.compile(r"\b(?:[Oo]n|[Bb]y|[Bb]efore|[Aa]fter|[Uu]ntil|[Ss]ince) \Z")
_EVERY = re.compile(r"\b(?:[Ee]very|[Ee]ach|[Aa]|[Tt]hat|[Oo]ne|[Ll]ast|[Nn]ext) \Z")
_NOUN = re.compile(r"(?: (?!is|was|will|in|at|and|or|but|with|to|on)[a-z]| [A-Z]|-\w)")


def _read_holiday(match: re.Match[str], place: Place) -> Reading | None:
    name = match["holiday"].replace("’", "'")
    if _EVERY.search(place.before(8)) or (name in {"Christmas", "Halloween"} and _is_season(place)):
        return None
    on = choose_day_of_year(*_DAYS[name], place.today, direction(place))
    return None if on is None else Reading(day(on), "year")


def _is_season(place: Place) -> bool:
    """Say whether the word stands for the time around the day, as in "Christmas shopping"."""
    return not _LEAD.search(place.before(8)) or _NOUN.match(place.after(12)) is not None


RULES = (Rule("holiday_name", rf"(?P<holiday>{_PATTERN})(?!\w)", _read_holiday),)
