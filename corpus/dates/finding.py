"""Find the dates of a text: one scan over all rules of the grammar, then ranges joined."""

import re
from datetime import date
from functools import cache

from corpus.dates import days, eras, holidays, months, quarters, relative, weekdays, years
from corpus.dates.mention import DateMention
from corpus.dates.place import Found, Place, Rule
from corpus.dates.ranges import join_ranges

__all__ = ["find_dates"]

# Where two rules match at the same place, the earlier one is tried alone.
_RULES: tuple[Rule, ...] = (
    *days.RULES,
    *months.RULES,
    *weekdays.RULES,
    *quarters.RULES,
    *relative.RULES,
    *eras.RULES,
    *years.RULES,
    *holidays.RULES,
)
_BY_NAME = {rule.name: rule for rule in _RULES}

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_BACK_REFERENCE = re.compile(r"\(\?P=mark\)")
# A word or number begins here; a hyphen stands in front only in "mid-March" and "June-August".
_BEGIN = (
    r"(?:(?<![\w$€£¥#@/.:+\-–—])(?<!\d,)|(?<=[Mm]id-)|(?<=[a-z.\d][-–])(?=[A-Z])|(?<=[ a-z][–—]))"
)
# What the rules' patterns can begin with; only a quick look that spares trying them all.
_OPENING = (
    r"(?=[JFMASONDTWQYLNBCHVEI\d'’‘]|l(?:ast|ater)|this|next|to(?:day|night|morrow)|yester|day "
    r"|weekend|earlier|one|t(?:wo|wel|wen|en|h(?:ree|ird|irteen))|f(?:irst|our|i[fn])|s(?:econd|ix|ev)"
    r"|e(?:ight|lev)|nin|an? (?:day|week|month|year))"
)


def find_dates(text: str, published: date | None) -> tuple[DateMention, ...]:
    """Return the dates and periods of a text that can be told surely, in order.

    Parameters
    ----------
    text
        English sentences.
    published
        The day from which "Friday" and "last year" are told; without one, only dates with a year
        are found.

    Examples
    --------
    >>> [date.iso for date in find_dates("It expires on Nov. 23.", date(2019, 11, 14))]
    ['2019-11-23']
    """
    found: list[Found] = []
    for match in _scan().finditer(text):
        expression = _read(match, text, published, found[-1] if found else None)
        if expression is not None:
            found.append(expression)
    return tuple(_mention(expression) for expression in join_ranges(text, found))


@cache
def _scan() -> re.Pattern[str]:
    """Return all rules in one pattern, each as a group of its name, without groups inside."""
    plain = {
        rule.name: _BACK_REFERENCE.sub("[-./]", _NAMED_GROUP.sub("(?:", rule.pattern))
        for rule in _RULES
    }
    kinds = "|".join(f"(?P<{name}>{pattern})" for name, pattern in plain.items())
    return re.compile(f"{_OPENING}{_BEGIN}(?:{kinds})")


@cache
def _alone(name: str) -> re.Pattern[str]:
    return re.compile(_BY_NAME[name].pattern)


def _read(
    scanned: re.Match[str], text: str, published: date | None, previous: Found | None
) -> Found | None:
    """Read one match of the scan; nothing where the words are no date or no such day exists."""
    rule = _BY_NAME[scanned.lastgroup or ""]
    match = _alone(rule.name).match(text, scanned.start())
    if match is None:
        return None
    place = Place(text, match.start(), match.end(), published, previous)
    try:
        reading = rule.read(match, place)
    except (ValueError, OverflowError):
        return None
    return None if reading is None else Found(match.start(), match.end(), reading)


def _mention(expression: Found) -> DateMention:
    period = expression.reading.period
    return DateMention(expression.start, expression.end, period.first, period.last, period.grain)
