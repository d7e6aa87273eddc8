"""What says when: dates, and beside them times that no calendar resolves."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from bot.answers import Highlight
from bot.pieces.resolved import ERA, beside, dates

__all__ = ["times"]

# "March" and "May" may be other words.
_SURE_MONTH = r"(?:January|February|April|June|July|August|September|October|November|December)"
_MONTH = rf"(?:{_SURE_MONTH}|March|May)"
_COUNT = (
    r"(?:\d[\d,]{0,11}|(?:half )?an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|several|(?:a )?few|many)"
)
_UNIT = r"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|generations?)"
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|(?:eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie)th)"
)
_CENTURY = (
    rf"{_ORDINAL}(?:(?:[- ](?:and|to|or|through)[- ](?:the )?|[-–]){_ORDINAL})?"
    rf"[- ](?:centur(?:y|ies)|millenni(?:um|a))(?: {ERA})?(?!\w)"
)
# Times that have no day of their own.
_WITHOUT_DAY = (
    rf"\d[\d,]{{0,11}}(?:[-–]\d+)? {ERA}",
    r"AD \d+\b",
    r"\d+ (?:AD|CE)\b",
    r"[Mm]id-century\b",
    # Years of three figures, where nothing but years comes in pairs.
    r"(?:(?<=[(.] )|(?<=\()|(?<=\bfrom ))[1-9]\d\d[-–][1-9]\d\d(?![\w.,-])",
    _CENTURY,
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:[-–]\d{{1,2}})?\b(?!,? \d)",
    rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b",
    rf"{_SURE_MONTH}\b|(?:(?<=\b[Ii]n )|(?<=\btill ))(?:March|May)\b",
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b",
    r"(?:[1-9]|1[0-2])(?::[0-5]\d)? ?[ap]\.?m\.?(?!\w)",
    r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?: [A-Z]{3,4}\b)?",
    r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?: months| season)?\b",
    r"(?:mid(?:night|day)|noon|today|yesterday|tomorrow|tonight)\b",
    r"(?:1\d|20)\d0s\b",
    rf"{_COUNT} {_UNIT} (?:later|earlier|before|after|ago|afterwards?|prior)\b",
)
# What they can begin with; only a quick look that spares trying them all.
_OPENING = r"(?<!\w)(?=[\dJFMASONDTWaefhmnostwy])"
# What narrows a time in front of it, or tells its era behind.
_BEFORE = re.compile(
    r"\b(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[ -](?:to[ -](?:mid|late)[ -])?(?:on |in )?(?:the )?"
    r"|(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|(?:[Ff]irst|[Ss]econd) half) of (?:the )?"
    r"|(?:[Bb]etween|[Aa]fter|[Bb]efore|[Aa]round|[Aa]bout|[Ss]ince|[Uu]ntil) (?:the )?"
    r"|[Yy]ear )+\Z"
)
_BEHIND = re.compile(r" (?:CE|AD|C\.E\.|A\.D\.)(?!\w)")
_REACH = 24


def times(text: str, published: datetime.date | None) -> tuple[Highlight, ...]:
    """Return what says when, in order, disjoint; what has no day has itself for a value.

    Parameters
    ----------
    text
        English sentences.
    published
        the day of the document; None where unknown.

    >>> [time.value for time in times("It fell in the 4th century BC, 90 years later.", None)]
    ['4th century BC', '90 years later']
    """
    loose = [Highlight(m.start(), m.end(), "date", m[0]) for m in _loose().finditer(text)]
    found = beside(dates(text, published), loose)
    return tuple(_whole(text, found))


@cache
def _loose() -> re.Pattern[str]:
    """Return the pattern of a time without a day, compiled when first needed."""
    return re.compile(_OPENING + f"(?:{'|'.join(_WITHOUT_DAY)})")


def _whole(text: str, found: tuple[Highlight, ...]) -> Iterator[Highlight]:
    """Yield the times with the words that narrow them, "late" in front or "AD" behind."""
    free = 0
    for time in found:
        front = _BEFORE.search(text, max(free, time.start - _REACH), time.start)
        behind = _BEHIND.match(text, time.end)
        free = behind.end() if behind else time.end
        yield replace(time, start=front.start() if front else time.start, end=free)
