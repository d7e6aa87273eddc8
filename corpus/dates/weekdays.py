"""Weekdays by name: "Friday", "last Monday", "Tuesday of next week", "the weekend"."""

import re
from datetime import date, timedelta

from corpus.dates.choosing import choose_weekday
from corpus.dates.periods import Period, day, week
from corpus.dates.place import Place, Reading, Rule
from corpus.dates.tense import Direction, direction
from corpus.dates.words import SHIFT, SHIFTS, WEEKDAY, weekday_number

__all__ = ["RULES"]

_DAY = (
    rf"(?:(?P<which>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext) )?(?P<weekday>{WEEKDAY})"
    rf"(?: (?:of )?(?P<week>{SHIFT}) week\b)?"
)
_WEEKEND = r"(?:(?P<which>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext) )?weekend(?!\w|-)"

# Any such day, or one told from another date.
_OPEN = re.compile(
    r"\b(?:[Ee]very|[Ee]ach|[Aa]ny|[Mm]ost|[Oo]ther|[Oo]ne|[Ss]ome|[Tt]hat|[Ff]ollowing|[Pp]revious"
    r"|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|preceding|same"
    rf")(?: {WEEKDAY},?(?: and| or)?){{0,5}} \Z"
)
# "the last Thursday", "last Thursday of the month"
_COUNTED = re.compile(r"\A[Tt]he | (?:of|in) ?\Z")
_ARTICLE = re.compile(r"\b(?:[Aa]|[Tt]he) \Z")
_ADJECTIVE = re.compile(
    r" (?!(?:nights?|mornings?|evenings?|afternoons?|before|after|of|in|that|when|and|or|to|on)\b)"
    r"[a-z]"
)
_NAME_IN_FRONT = re.compile(
    r"\b(?:Black|Good|Ash|Easter|Palm|Super|Bloody|Cyber|Sheffield|Happy|Giving|Fat|Freaky|Blue"
    r"|Ruby|Casual|Bowl|Holy|Maundy|Shrove|Whit|named|called|companion|Taco|Throwback|Man) \Z"
)
_NAME_BEHIND = re.compile(
    r" (?:Nights?|Times|Telegraph|Mirror|Express|Mail|Post|Herald|Tribune|Independent|Business"
    r"|World|Star|Sun|Live|Football|Baseball|Club|School|Street|Road|Island|Review|Magazine|Show|best"
    r"|school|prayers?|Murder|Lane|Group|Inc)\b"
)


def _read_weekday(match: re.Match[str], place: Place) -> Reading | None:
    weekday = weekday_number(match["weekday"])
    if match["week"]:
        monday = week(place.today).first + timedelta(weeks=SHIFTS[match["week"]])
        return Reading(day(monday + timedelta(days=weekday)))
    if match["which"] and _COUNTED.search(place.before(4) + place.after(4)):
        return None
    on = _told_apart(weekday, match["which"], place) if match["which"] else _bare(weekday, place)
    return None if on is None else Reading(day(on), "week")


def _bare(weekday: int, place: Place) -> date | None:
    if _is_name(place) or _OPEN.search(place.before(96)):
        return None
    if _ARTICLE.search(place.before(6)) and not _ADJECTIVE.match(place.after(12)):
        return None
    return choose_weekday(weekday, place.today, direction(place))


def _is_name(place: Place) -> bool:
    return bool(_NAME_IN_FRONT.search(place.before(16)) or _NAME_BEHIND.match(place.after(16)))


def _told_apart(weekday: int, which: str, place: Place) -> date | None:
    """Return the day of "last", "this" or "next" Friday where all ways to count agree."""
    today = place.today
    gone, coming = today - timedelta(days=1), today + timedelta(days=1)
    last = gone - timedelta(days=(gone.weekday() - weekday) % 7)
    following = coming + timedelta(days=(weekday - coming.weekday()) % 7)
    this_week = week(today)
    match which.lower():
        case "last":
            return last if last < this_week.first else None
        case "next":
            return following if following > this_week.last else None
        case "this past":
            return last
        case "this coming":
            return following
    is_past = direction(place) is Direction.PAST and this_week.first <= last
    return last if is_past else following


def _read_weekend(match: re.Match[str], place: Place) -> Reading | None:
    today = place.today
    saturday = week(today).first + timedelta(days=5)
    is_weekend = today >= saturday
    match (match["which"] or "").lower():
        case "this" | "this coming" if not is_weekend:
            return _weekend(saturday)
        case "last" | "this past" if not is_weekend:
            return _weekend(saturday - timedelta(weeks=1))
        case "next" if is_weekend:
            return _weekend(saturday + timedelta(weeks=1))
        case "" if re.search(r"\b(?:[Oo]ver|[Aa]t|[Dd]uring) the \Z", place.before(12)):
            return _weekend_by_verb(saturday, is_weekend, direction(place))
    return None


def _weekend_by_verb(saturday: date, is_weekend: bool, way: Direction) -> Reading | None:
    if way is Direction.UNKNOWN:
        return None
    is_gone = way is Direction.PAST and not is_weekend
    return _weekend(saturday - timedelta(weeks=1) if is_gone else saturday)


def _weekend(saturday: date) -> Reading:
    return Reading(Period(saturday, saturday + timedelta(days=1), "period"))


RULES = (Rule("weekday", _DAY, _read_weekday), Rule("weekend", _WEEKEND, _read_weekend))
