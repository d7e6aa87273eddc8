"""Where a full stop does not end a sentence although it looks so, and where it does.

Each rule looks at no more than `_REACH` characters on either side of the place in question.
"""

import re

__all__ = ["hide_apostrophes", "is_false_end", "missed_ends", "move_end", "opens_sentence"]

_REACH = 32

_MONTH = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_NUMBERED = r"Nos?|nos?|Vols?|vols?|Figs?|figs?|Secs?|Arts?|Ch|ch|pp?|Eqs?|Eds?|Op|ver|approx|ca"
_TITLE = (
    r"Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Pvt|Adm|Cmdr|Brig|Rep|Reps|Sen|Sens|Gov"
    r"|Pres|Rev|Hon|Fr|St|Ste|Mt|Ft|Msgr|Supt|Insp|Amb"
)
_DAY = r"Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_ZONE = r"(?:GMT|UTC|[ECMP][SD]?T|KST|JST|CET|BST|local)\b"
_COMPANY = r"Inc|Co|Corp|Ltd|Bros|Ave|Blvd"

# (last word before the place, what stands after it)
_GOES_ON = tuple(
    (re.compile(word), re.compile(after))
    for word, after in (
        (rf"(?:{_MONTH})\.", r"\d"),
        (rf"(?:{_NUMBERED})\.", r"[\d§IVX]"),
        (rf"(?:{_TITLE})\.", r"[^\W\d_a-z]"),
        (r"[ap]\.m\.", rf"(?:(?:{_DAY})day|{_ZONE}|(?:{_MONTH}|May|June|July)[a-z]*\.? \d)"),
        (rf"(?:{_COMPANY}|{_TITLE})\.", r"\("),
        (r"(?:Avg|Pct|Dept|Est|Ext|Tel)\.", r"[a-z\d$€£]"),
        (r"vs?\.", r"\S"),
        # A dash after a dateline's abbreviation or agency.
        (r".*[.)]", r"(?:\([A-Z][\w ]*\) ?)?(?:--|[–—]) "),
    )
)

_OPENING = "([{\"'“‘«"

# The number of a list item is no sentence of its own.
_MARKER = re.compile(r"\s*[•⁃*-]?\s*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,4})[.)]\s*\Z")
# "1. One thing 2. Another": the second number stands at the end of what sentencex takes for one.
_LATER_MARKER = re.compile(r"(?<=\s)(\d{1,3})\.\s*\Z")
_FIRST_MARKER = re.compile(r"\s*(\d{1,3})\.\s")

_OPENER = (
    r"He|She|It|They|We|You|I|The|This|That|These|Those|There|Here"
    r"|What|Who|Why|How|When|Where|But|And"
)
_CAPITAL = r"[\"“‘(\[]?[^\W\d_a-z]"
_MISSED = re.compile(
    # An abbreviation of initials, then a word that only opens sentences.
    rf"(?<![A-Za-z.])(?:[A-Za-z]\.){{2,}}\s+(?=(?:{_OPENER})\s)"
    # A whole sentence in brackets.
    rf"|\((?=[A-Z])[^()]{{1,200}}[.!?]\)\s+(?={_CAPITAL})"
    # A word's stop, then an opening quotation mark or bracket.
    r"|\w[a-z\d%][)\"”]?[.!?…]+\s+(?=[\"“(\[][A-Z])"
)

_WITHIN_WORD = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?= [^\W\d_])")
_OPENS = re.compile(_CAPITAL)


def hide_apostrophes(block: str) -> str:
    """Return a block of the same length whose apostrophes cannot be taken for quotation marks."""
    if "'" in block or "’" in block:
        return _WITHIN_WORD.sub("ʼ", block)
    return block


def move_end(block: str, begin: int, end: int) -> int:
    """Return the end, moved before an opening mark or list number that belongs to what follows."""
    if (
        block[end - 1] in '"“'
        and block[end - 2 : end - 1].isspace()
        and block[end : end + 1].isalnum()
    ):
        return end - 1
    later = _LATER_MARKER.search(block, max(begin, end - _REACH), end)
    first = _FIRST_MARKER.match(block, begin) if later else None
    if later and first and int(later[1]) == int(first[1]) + 1:
        return later.start()
    return end


def is_false_end(block: str, begin: int, end: int) -> bool:
    """Say whether the sentence that opens at `begin` goes on past `end`."""
    after = block[end : end + _REACH].lstrip()
    if not after:
        return False
    before = block[max(begin, end - _REACH) : end]
    if end - begin <= _REACH and _MARKER.match(before):
        return True
    words = before.rsplit(None, 1)
    last = words[-1].lstrip(_OPENING) if words else ""
    return any(right.match(after) and word.fullmatch(last) for word, right in _GOES_ON)


def missed_ends(block: str, begin: int, end: int) -> list[int]:
    """Return where sentences end inside what was taken for one."""
    ends = (match.end() for match in _MISSED.finditer(block, begin, end))
    return [stop for stop in ends if stop < end and not is_false_end(block, begin, stop)]


def opens_sentence(block: str, start: int) -> bool:
    """Say whether a sentence may open at `start`."""
    return _OPENS.match(block, start) is not None
