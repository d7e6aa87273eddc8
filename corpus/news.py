"""News text that opens with a header line.

```
date 2024-05-01 A headline
By A Name and Another
PLACE, May 1 (Agency) -- The first sentence. The second.
A second paragraph.
name@example.org
(END)
```

Headline, date, byline and agency become metadata. The dateline `PLACE, May 1 (Agency) -- ` belongs
to no sentence: the first one starts behind it. Lines without prose are left out wherever they are.
"""

import re
from dataclasses import dataclass
from datetime import date

from corpus.blocks import split_blocks
from corpus.documents import Document, Original
from corpus.languages import detect_language
from corpus.passages import number_sentences

__all__ = ["Header", "parse_header", "read_news"]

_HEADER = re.compile(
    r"\s*date[ \t]+(?P<date>\d{4}-\d{2}-\d{2})[ \t]+(?P<title>\S[^\r\n]*)(?:\r\n?|\n|\Z)"
)
_BYLINE = re.compile(r"\s*(?:By|BY)[ \t]+(?P<author>\S[^\r\n]{0,119})(?:\r\n?|\n|\Z)")
# Small words inside names and between them.
_PARTICLES = frozenset(
    (
        "al",
        "and",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "e",
        "el",
        "la",
        "of",
        "van",
        "von",
        "y",
    )
)
_NAME_END = re.compile(r"(?:\b[JS]r|\b[^\W\d_a-z])\.\Z")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:, \d{{4}})?"
_CAPITAL = r"[^\W\d_a-z]"
_CAPITALS = (
    rf"{_CAPITAL}(?:{_CAPITAL}|[.'’-])+(?:[ /,]{{1,3}}{_CAPITAL}(?:{_CAPITAL}|[.'’-])*){{0,9}}"
)
_DASH = r"[ \t]*(?:--+|[—–])[ \t]*"
_AGENCY = r"\((?P<{}>[^()\r\n]{{2,40}})\)"
_DATELINE = re.compile(
    # A place in capitals or with a day, then an agency in brackets; or an agency alone.
    rf"\s*(?:(?:{_CAPITALS}(?:, [^()\r\n—–]{{1,60}}?)?|[^()\r\n—–]{{2,60}}?, {_DAY})[ \t]*)?"
    rf"{_AGENCY.format('agency')}(?:{_DASH}|[ \t]+-[ \t]+)"
    # A place and a day without an agency.
    rf"|\s*[^()\r\n—–]{{2,60}}?, {_DAY}{_DASH}"
)


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before the first sentence.

    Attributes:
        title: the headline.
        date: day of publication.
        author: the byline without "By"; empty when there is none.
        source: the agency of the dateline; empty when there is none.
        end: first character of the text behind all of it, from 0.
    """

    title: str
    date: date
    author: str
    source: str
    end: int


def parse_header(text: str) -> Header | None:
    """Return the header of a news text, or None when the text opens with no valid one."""
    first = _HEADER.match(text)
    day = _parse_day(first["date"]) if first else None
    if first is None or day is None:
        return None
    author, end = _parse_byline(text, _skip_headers(text, first.end()))
    dateline = _DATELINE.match(text, end)
    source = (dateline["agency"] or "").strip() if dateline else ""
    return Header(first["title"].rstrip(), day, author, source, dateline.end() if dateline else end)


def read_news(name: str, text: str, header: Header, original: Original) -> Document:
    """Return the document of a news text whose header is parsed."""
    language = detect_language(text[header.end :])
    return Document(
        id=name,
        text=text,
        sentences=number_sentences(text, split_blocks(text, header.end), language),
        original=original,
        title=header.title,
        date=header.date,
        author=header.author,
        source=header.source,
        language=language,
    )


def _parse_day(shown: str) -> date | None:
    try:
        return date.fromisoformat(shown)
    except ValueError:
        return None


def _skip_headers(text: str, at: int) -> int:
    """Return where the header ends when more lines of its kind follow; the first one counts."""
    while following := _HEADER.match(text, at):
        at = following.end()
    return at


def _parse_byline(text: str, at: int) -> tuple[str, int]:
    line = _BYLINE.match(text, at)
    if line is None or not _is_name(line["author"].rstrip()):
        return "", at
    return line["author"].rstrip(), line.end()


def _is_name(shown: str) -> bool:
    """Say whether all words are capitalised or small words of names, and no sentence ends here."""
    if shown[-1] in ".!?:;" and not _NAME_END.search(shown):
        return False
    return all(word in _PARTICLES or not word[0].islower() for word in shown.split())
