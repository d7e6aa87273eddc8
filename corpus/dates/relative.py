"""Dates told from the day of publication: "yesterday", "last week", "two years ago"."""

import re
from datetime import date, timedelta

from corpus.dates.periods import Period, day, month, months_away, quarter, week, year
from corpus.dates.place import Place, Reading, Rule
from corpus.dates.words import NUMBER, SHIFT, SHIFTS, quantity

__all__ = ["RULES"]

_DAY = (
    r"(?P<day>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his (?:morning|afternoon|evening)"
    r"|[Ll]ast night|day (?:after tomorrow|before yesterday))(?![\w-])"
)
_UNIT = rf"(?P<which>{SHIFT}|Last|This|Next) (?P<unit>week|month|quarter|year)(?![\w-])"
_AWAY = (
    rf"(?P<number>{NUMBER}) (?P<unit>day|week|month|year)s?"
    r" (?P<way>ago|from (?:now|today))(?![\w-])"
)
_WITHIN = r"(?:[Ll]ater|[Ee]arlier) in the (?P<unit>day|week|month|year)(?![\w-])"

_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1}
# "the last year", "his last year" and "every next week" tell no week or year from today.
_NO_UNIT = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur|[Yy]our|[Aa]|[Vv]ery|[Ee]very|['’]s)"
    r" \Z"
)
_NO_UNIT_BEHIND = re.compile(r" (?:in office|of (?!last|this|next)|in (?:1|20)\d)")
_ROUGH = re.compile(
    r"(?:\b(?:[Aa]bout|[Aa]round|[Ss]ome|[Nn]early|[Aa]lmost|[Oo]ver|[Rr]oughly|[Uu]nder"
    r"|[Mm]ore than|[Ll]ess than|[Aa]t least|[Hh]alf|to|or|and)|[-–,.]|\d) ?\Z"
)
# "today" for "nowadays".
_NOWADAYS = re.compile(
    r"['’]s (?:world|society|youth|young|standards?|generations?|economy|climate|technology"
    r"|children|kids|consumers?|environment|market|money|dollars|prices|leaders|answers?|news)\b"
)
_PEOPLE_OF = re.compile(r"\b(?:of|until|till|even|like|than|as|is|are|exists?|lives?) \Z")
_STATE = re.compile(r",? [\w ]{0,24}\b(?:is|are|has|have|live|lives|remains?|stands?|read)\b")
_ECONOMY = re.compile(
    r"profit|revenue|sales|earnings|percent|%|GDP|growth|econom|income|output|shipments|exports|billion",
    re.IGNORECASE,
)


def _read_day(match: re.Match[str], place: Place) -> Reading | None:
    name = match["day"].lower()
    if name in {"today", "tomorrow", "yesterday"} and _is_an_age(match["day"], place):
        return None
    if name.startswith("day "):
        return Reading(day(place.today + timedelta(days=2 if "after" in name else -2)))
    return Reading(day(place.today + timedelta(days=_DAYS.get(name, 0))))


def _is_an_age(shown: str, place: Place) -> bool:
    """Say whether the word means the present, the past or the times to come in general."""
    if _NOWADAYS.match(place.after()):
        return True
    if shown.lower() != "today":
        return False
    if place.before(4) == "USA ":
        return True
    opens = shown == "Today" and _STATE.match(place.after())
    return bool(opens or _PEOPLE_OF.search(place.before(8)))


def _read_unit(match: re.Match[str], place: Place) -> Reading | None:
    n_away, today = SHIFTS[match["which"].lower()], place.today
    if _NO_UNIT.search(place.before(8)) or _NO_UNIT_BEHIND.match(place.after(16)):
        return None
    if match["unit"] == "week" and today.weekday() == 6 and n_away < 1:
        return None  # On a Sunday some count the day to the week that begins.
    if match["unit"] == "quarter" and not _ECONOMY.search(place.before(120) + place.after(120)):
        return None
    return Reading(_unit_away(match["unit"], n_away, today))


def _unit_away(unit: str, n_away: int, today: date) -> Period:
    match unit:
        case "day":
            return day(today + timedelta(days=n_away))
        case "week":
            return week(today + timedelta(weeks=n_away))
        case "month":
            return months_away(today, n_away)
        case "quarter":
            on = months_away(today, 3 * n_away).first
            return quarter(on.year, (on.month + 2) // 3)
    return year(today.year + n_away)


def _read_away(match: re.Match[str], place: Place) -> Reading | None:
    if _ROUGH.search(place.before(12)):
        return None
    number = quantity(match["number"])
    return Reading(
        _unit_away(match["unit"], -number if match["way"] == "ago" else number, place.today)
    )


def _read_within(match: re.Match[str], place: Place) -> Reading | None:
    """Read "later in the day" of the day the sentence named last, or of the day of publication."""
    named = place.previous
    is_near = named is not None and not re.search(
        r"[.!?]\s+[A-Z]", place.text[named.end : place.start]
    )
    on = named.reading.period.first if named is not None and is_near else place.today
    if named is not None and is_near and named.reading.period.grain != "day":
        return None
    match match["unit"]:
        case "day":
            return Reading(day(on))
        case "week":
            return Reading(week(on))
        case "month":
            return Reading(month(on.year, on.month))
    return Reading(year(on.year))


RULES = (
    Rule("relative_day", _DAY, _read_day),
    Rule("relative_unit", _UNIT, _read_unit),
    Rule("away", _AWAY, _read_away),
    Rule("within", _WITHIN, _read_within),
)
