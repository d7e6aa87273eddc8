"""Years by number, where something around them says that they are years: "in 1998"."""

import re

from corpus.dates.periods import year
from corpus.dates.place import Place, Reading, Rule
from corpus.dates.words import END, YEAR

__all__ = ["RULES", "is_count"]

_PATTERN = rf"(?P<year>{YEAR}){END}(?!-\w)"

_LEAD = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hrough|[Bb]etween"
    r"|[Ff]rom|[Bb]orn|[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd|spring|summer|autumn|winter|of|again in)"
    r"[ -]\Z"
)
_YEAR_LEAD = re.compile(r"(?<!fiscal )(?<!financial )(?<!school )\b[Yy]ear \Z")
_ARTICLE = re.compile(r"(?:\b(?:[Aa]|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur)|[a-z]['’]s) \Z")
_NOUN = re.compile(r" [^\W\d_]")
_AMOUNT = re.compile(
    r"\b(?:total|average|height|speed|record|maximum|peak|high|low|score|sum|population|number|altitude"
    r"|fine|capacity|length|weight|cost|price|(?:rose|fell|grew|up|down|increas\w+|drop\w+|cut|won|lost"
    r"|climb\w+|gain\w+|slipp?\w+|declin\w+) (?:by|from)|fiscal year|fiscal) ?(?:of |in )?\Z"
)
_UNITS = (
    "people cases votes? met(?:er|re)s? miles? kilomet(?:er|re)s? km k?g feet foot yards dollars?"
    " euros? yen yuan pounds crowns francs troops soldiers protesters demonstrators homes houses"
    " households workers jobs employees students pupils members points shares tons tonnes units"
    " pages words patients deaths rooms seats guests passengers cars vehicles animals acres"
    " hectares barrels hours calories men women children families residents refugees migrants"
    " prisoners officers police stores schools companies copies tickets fans runners"
    " days years times percent million billion megawatts? MW MHz rpm volts watts stars books others"
)
_NO_ADJECTIVE = (
    "and or but with from to by in on at of for as after before when while because the that who"
    " which was were"
)
_COUNTED = re.compile(
    rf"[ -](?:(?!(?:{'|'.join(_NO_ADJECTIVE.split())})\b)[a-z]+ )?"
    rf"(?:{'|'.join(_UNITS.split())}|or (?:so|more))\b"
    r"| ?(?:GMT|UTC|KST|local time|[ap]\.?m\b)"
    # The currency, unless it is the verb; the number of a celestial body.
    r"| won\b(?! the\b| a\b|[\w ]*[A-Z])| [A-Z]{2}\d"
)
# Around the day of publication, "for 2020" is a year.
_FOR = re.compile(r"\b[Ff]or \Z")
_FOR_YEARS = range(-2, 6)
# A number behind an article is a year only in living memory.
_MODERN = range(1850, 2036)


def _read_year(match: re.Match[str], place: Place) -> Reading | None:
    number = int(match["year"])
    if is_count(place) or not _is_year(number, place):
        return None
    return Reading(year(number))


def is_count(place: Place) -> bool:
    """Say whether the number counts or measures something."""
    return bool(_COUNTED.match(place.after()) or _AMOUNT.search(place.before()))


def _is_year(number: int, place: Place) -> bool:
    front, behind = place.before(24), place.after(3)
    if _LEAD.search(front) or _YEAR_LEAD.search(front):
        return number >= 1200 or not _NOUN.match(behind)
    if place.follows():
        return place.previous is not None and place.previous.reading.period.grain == "year"
    if _FOR.search(front) and place.published is not None:
        return number - place.published.year in _FOR_YEARS
    if number not in _MODERN:
        return False
    is_alone = front.endswith("(") and behind.startswith(")")
    return is_alone or bool(_ARTICLE.search(front) and _NOUN.match(behind))


RULES = (Rule("year", _PATTERN, _read_year),)
