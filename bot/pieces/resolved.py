"""The dates of a sentence that have a place in the calendar."""

import datetime
import re
from collections.abc import Iterable

from bot.answers import Highlight

__all__ = ["ERA", "bare_years", "beside", "dates"]

ERA = r"(?:BCE?|B\.C\.(?:E\.)?)(?!\w)"
"""What follows a year before our era."""

_YEAR = r"(?:1\d{3}|20\d\d)"
_END = r"(?![\w%°$€£]|[.,:/]\d|[-–]\d)"
# A plural behind a number tells that it counts something, unless it is a verb.
_PLURAL = r"(?!was|is|has|does|as|this|its|his)[a-z]{2,}s"
_COUNTED = rf"(?! (?:[a-z]+ )?(?:km|kg|m|feet|million|people|men|women|{_PLURAL})\b)"
# A year that stands alone, no amount and no part of a number.
_BARE = re.compile(
    rf"(?<![\w$€£¥#@/.:+-])(?<!\d,)(?P<first>{_YEAR})"
    rf"(?:(?: ?[-–—/] ?)(?P<last>{_YEAR}|\d\d))?{_END}{_COUNTED}"
    r"|(?:(?<=\b[Ii]n )|(?<=\b[Ff]rom )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil ))"
    rf"(?P<early>[1-9]\d\d){_END}{_COUNTED}"
)
_OTHER_ERA = re.compile(rf" {ERA}")


def dates(text: str, published: datetime.date | None) -> tuple[Highlight, ...]:
    """Return the dates of a text in order, disjoint, their value in ISO 8601.

    Parameters
    ----------
    text
        English sentences.
    published
        the day of the document; only in a text without one, as in an encyclopedia, a bare number
        is taken for a year.

    >>> [(date.kind, date.value) for date in dates("It opened 1998-2001.", None)]
    [('date', '1998/2001')]
    """
    # Loaded when first needed: building its grammar takes longer than most commands run.
    from corpus.dates import find_dates

    mentions = find_dates(text, published)
    found = tuple(Highlight(date.start, date.end, "date", date.iso) for date in mentions)
    if published is None:
        found = beside(found, bare_years(text))
    return tuple(date for date in found if not _OTHER_ERA.match(text, date.end))


def beside(found: tuple[Highlight, ...], more: Iterable[Highlight]) -> tuple[Highlight, ...]:
    """Return both in order, without those of the second that meet one of the first."""
    rest = [
        extra
        for extra in more
        if all(extra.end <= piece.start or piece.end <= extra.start for piece in found)
    ]
    return tuple(sorted([*found, *rest], key=lambda piece: piece.start)) if rest else found


def bare_years(text: str) -> list[Highlight]:
    """Return the numbers of a text that look like years, in order, disjoint.

    >>> [year.value for year in bare_years("The 1965 treaty (signed 1965-66) covers 1250 claims.")]
    ['1965', '1965/1966']
    """
    return [
        Highlight(match.start(), match.end(), "date", _years(match))
        for match in _BARE.finditer(text)
    ]


def _years(match: re.Match[str]) -> str:
    if match["early"]:
        return match["early"].zfill(4)
    first, last = match["first"], match["last"]
    if not last:
        return first
    return f"{first}/{last if len(last) == 4 else first[:2] + last}"
