"""The amounts of a sentence: numbers in figures or words, with what they count or measure."""

import re
from functools import cache

from bot.answers import Highlight
from bot.pieces.amounts import NUMBER, digits
from bot.pieces.counted import noun_end
from bot.pieces.fitting import fitting
from bot.pieces.frequencies import frequencies
from bot.pieces.names import FUNCTION_WORDS
from bot.pieces.resolved import bare_years, beside
from bot.pieces.sentence import Sentence
from bot.pieces.times import times
from bot.pieces.vague import vague_amounts

__all__ = ["numbers"]

_CURRENCY = r"(?:\b(?:US|CA|AU|HK|NZ|NT|R))?[$€£¥₩₹] ?"
_TIMES = r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)"
_LENGTHS = (
    r"km2|km²|km/h|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|m|cm|mm|feet|foot|ft|inch(?:es)?"
    r"|yards?|mph|acres?|hectares?"
)
_OTHERS = (
    r"kg|kilograms?|g|grams?|mg|pounds?|lbs?|tons?|tonnes?|lit(?:er|re)s?|gallons?|degrees?|hp|kW"
    r"|MW|GW|GHz|MHz|Hz|kbit/s|GB|MB|TB|percent|per cent|dollars?|euros?|yuan|yen|won|RMB|USD"
    r"|cents?|pence"
)
_MEASURE = rf"(?:{_TIMES}|{_LENGTHS}|{_OTHERS})(?!\w)(?:[- ]old\b)?"
_UNIT = rf"(?: ?[%°]|[- ]?(?:square |cubic )?{_MEASURE})"
# What an amount can begin with: figures, a currency, the first letters of numbers in words.
_OPENING = (
    r"(?:(?<![\w.,])(?<!\w-)(?=[\daefhnostzAEFHNOSTZ])|(?=[$€£¥₩₹])"
    r"|\b(?=[UCAHNR][SAUKZT]?[$€£]))"
)
# Words in front that belong to an amount: "more than 500".
_ABOUT = re.compile(
    r"(?:\b(?:about|around|almost|nearly|approximately|roughly|over|under|more than|less than"
    r"|fewer than|at least|at most|up to|only|some|just (?:over|under)|as (?:many|much|high|low) as"
    r"|(?:an )?estimated|close to|between|from|well) ){1,2}\Z",
    re.IGNORECASE,
)
_REACH = 28
# "one" that counts nothing: "one of them", "the one that".
_NO_ONE = re.compile(r" (?:of|another|day|such|hand|side|who|that|or|can|could|may|might|is|was)\b")
# "Article 3", "Apollo 11": a number that is part of a name.
_NAMED = re.compile(r"(?<!\w)(?P<word>[A-Z][a-z]+\.?) \Z")
_BEFORE_ONE = ("no ", "the ", "any ", "this ", "that ", "each ")


def numbers(sentence: Sentence) -> tuple[Highlight, ...]:
    """Return the amounts, in order, disjoint, their value in digits with the unit where it is told.

    Where the question asks for a share, a sum of money or a length of time and the sentence has
    such amounts, the others are left out. The numbers of dates are none.

    >>> from bot.pieces.sentence import cut
    >>> found = numbers(cut("About 8,448 students paid $5.2 billion in 1998."))
    >>> [number.value for number in found]
    ['8448', '5200000000 $']
    """
    text = sentence.text
    taken = beside(times(text, sentence.published), bare_years(text))
    found = tuple(
        _amount(text, match)
        for match in _amounts().finditer(text)
        if not (_is_pronoun(match) or _is_label(match) or _is_in(match, taken))
    )
    found = beside(found, frequencies(text, sentence.question))
    return fitting(beside(found, vague_amounts(text)), sentence.question)


@cache
def _amounts() -> re.Pattern[str]:
    """Return the pattern of an amount, compiled when first needed."""
    return re.compile(
        rf"{_OPENING}(?P<pair>(?<=etween ))?"
        rf"(?P<currency>{_CURRENCY})?(?P<number>{NUMBER})"
        rf"(?:(?P<middle>{_UNIT})?(?:[-–—]| [-–—] | to |(?(pair) and |(?!)))"
        rf"(?:{_CURRENCY})?(?P<last>{NUMBER}))?"
        rf"(?!\w|['’]?\d)(?P<unit>{_UNIT})?"
    )


def _amount(text: str, match: re.Match[str]) -> Highlight:
    about = _ABOUT.search(text, max(0, match.start() - _REACH), match.start())
    start = about.start() if about else match.start()
    end = match.end() if match["unit"] else noun_end(text, match.end())
    return Highlight(start, end, "number", _value(match))


def _value(match: re.Match[str]) -> str:
    """Return "5 km", "2-3 km", or both ends with their units where these differ."""
    unit = (match["currency"] or match["unit"] or match["middle"] or "").strip(" -")
    first, middle = digits(match["number"]), (match["middle"] or "").strip(" -")
    if not match["last"]:
        return f"{first} {unit}".strip()
    joint = f" {middle}-" if middle not in ("", unit) else "-"
    return f"{first}{joint}{digits(match['last'])} {unit}".strip()


def _is_pronoun(match: re.Match[str]) -> bool:
    if match["number"].lower() != "one" or match["unit"]:
        return False
    front = match.string[max(0, match.start() - 5) : match.start()].lower()
    return front.endswith(_BEFORE_ONE) or bool(_NO_ONE.match(match.string, match.end()))


def _is_label(match: re.Match[str]) -> bool:
    """Say whether a number belongs to the name in front of it; a unit shows that it does not."""
    if match["currency"] or match["unit"] or not match["number"].isdecimal():
        return False
    front = _NAMED.search(match.string, max(0, match.start() - _REACH), match.start())
    return front is not None and front["word"].lower() not in FUNCTION_WORDS


def _is_in(match: re.Match[str], taken: tuple[Highlight, ...]) -> bool:
    """Say whether an amount is the number of a date; a unit shows that it is none."""
    if match["currency"] or match["unit"]:
        return False
    return any(match.start() < date.end and date.start < match.end() for date in taken)
