"""Which way from the day of publication a sentence points at the place of a date.

The nearest verb in front of the date decides ("said Friday it will meet Tuesday"); where a clause
opens with the date ("On Friday, it will meet"), the nearest one behind it. Some prepositions decide
alone: "since Friday" is past, "until Friday" is not.
"""

import re
from collections.abc import Iterator
from enum import Enum

from corpus.dates.place import Place

__all__ = ["Direction", "direction"]

_WINDOW = 160


class Direction(Enum):
    """Before the day of publication or after it; that day itself belongs to both."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


_COMING = (
    r"(?:will|won['’]t|shall|would|may|might|can|must|should)(?! have\b)|going to"
    r"|scheduled|slated|set (?:to|for)|due|expected|expects?|plan(?:s|ned|ning)? (?:to|for|on)"
    r"|planned|(?:hop|aim|intend|want|vow|pledg|propos|offer)(?:e?s|ing)?"
    r"|(?:agreed|pledged|vowed|promised|urged|invited|likely|ready|able) to"
    r"|(?:is|are) (?:not )?to|to(?= be )"
    r"|upcoming|coming|forthcoming|deadline|faces"
    r"|(?:re)?opens|begins|starts|ends|expires?|falls on|ahead of|becomes|resumes|reaches|applies"
    r"|takes? (?:place|effect|over|the)|(?:comes?|goes|go|enters?) (?:into|up|on|to)|kicks? off"
    r"|runs|plays|closes|returns|arrives|departs"
)
_IRREGULAR = (
    "said told was were had did went came took made met won lost fell rose led left held began"
    " became got gave found hit shot saw spoke wrote sold bought sent built broke struck cut shut"
    " put sank fled flew ran stood swept drew grew beat lay sat brought thought knew kept felt paid"
    " quit sought caught taught fought drove rode threw blew hung burst spent lent dealt meant slid"
    " spread stole swore tore wore woke withdrew overthrew underwent arose forbade chose froze sang"
    " rang sprang spun stuck swam born been done gone seen taken given known shown grown drawn"
)
_GONE = rf"(?:{'|'.join(_IRREGULAR.split())})|[a-z]+(?:[^e\W]|re)ed"
# The participle of a passive belongs to its auxiliary: "is to be held".
_PASSIVE = r"(?:(?: not| also)? be (?:[a-z]+ly )?[a-z]+)?"
_CUE = re.compile(
    rf"\b(?:(?P<coming>(?:{_COMING}){_PASSIVE})|(?P<gone>{_GONE}))\b"
    r"|(?P<short>['’]ll)\b|being [a-z]+|\b(?P<unsure>before (?:the|an?))\b"
)
_NO_VERB = frozenset("hundred sacred unprecedented red wed".split())

# A sentence ends: a stop behind a small letter, a digit or a mark, then a capital.
_STOP = re.compile(
    r"[.!?](?:(?<=[a-z]{3}.)|(?<=[\d)\"”’].))[\"”’)]{0,2}\s{1,3}(?=[\"“‘(]?(?:[A-Z]|\Z))|\n"
)

_LEAD = r"(?:(?:on|by|from|in|for|at|late|early) ){0,2}"
_CLAUSE_OPENS = re.compile(
    rf"(?:\A\s*|[,;:—–\"“(-]\s*(?:(?:and|but|while|so|then) )?)(?i:{_LEAD})\Z"
)
_ALWAYS_GONE = re.compile(r"\b[Ss]ince (?:late |early |mid-|at least )?\Z")
_ALWAYS_COMING = re.compile(
    r"\b(?:[Uu]ntil|[Tt]ill|[Ss]tarting|[Bb]eginning|[Ee]ffective|[Aa]head of"
    r"|set for|scheduled for|planned for|due|slated for"
    r"|(?:postponed|moved|delayed|put off|pushed back|rescheduled)"
    r"[\w ]{0,24} (?:from|to|for))"
    r" (?:on |at |midnight |late |early ){0,2}\Z"
)


def direction(place: Place) -> Direction:
    """Return the way the sentence points at this place."""
    front = place.before(_WINDOW)
    if _ALWAYS_GONE.search(front[-24:]):
        return Direction.PAST
    if _ALWAYS_COMING.search(front[-64:]):
        return Direction.FUTURE
    front, behind = _last_sentence(front), _first_sentence(place.after(_WINDOW))
    if _looks_ahead(front, behind):
        return _first_cue(behind) or _last_cue(front) or Direction.UNKNOWN
    return _last_cue(front) or _first_cue(behind) or Direction.UNKNOWN


def _looks_ahead(front: str, behind: str) -> bool:
    """Say whether the verb behind the date counts before the one in front of it."""
    return behind.startswith(("'s ", "’s ")) or _CLAUSE_OPENS.search(front) is not None


def _last_sentence(front: str) -> str:
    ends = [stop.end() for stop in _STOP.finditer(front)]
    return front[ends[-1] :] if ends else front


def _first_sentence(behind: str) -> str:
    stop = _STOP.search(behind)
    return behind[: stop.start() + 1] if stop else behind


def _first_cue(shown: str) -> Direction | None:
    return next(_cues(shown), None)


def _last_cue(shown: str) -> Direction | None:
    found = None
    for cue in _cues(shown):
        found = cue
    return found


def _cues(shown: str) -> Iterator[Direction]:
    for cue in _CUE.finditer(shown):
        if cue["gone"] and cue["gone"] not in _NO_VERB:
            yield Direction.PAST
        elif cue["coming"] or cue["short"]:
            yield Direction.FUTURE
        elif cue["unsure"]:
            yield Direction.UNKNOWN
