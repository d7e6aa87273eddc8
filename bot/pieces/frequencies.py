"""How often something happens: "twice a year", "every other week", "daily"."""

import re

from bot.answers import Highlight

__all__ = ["frequencies"]

_UNIT = r"(?:second|minute|hour|day|night|week|month|year|decade|summer|winter|\w+day)"
_OFTEN = re.compile(
    r"\b(?:[Oo]nce|[Tt]wice|[Tt]hrice|[\w-]+ times) (?:an?|per|every|each)(?: other| few)? \w+\b"
    r"|\b(?:[Oo]nce|[Tt]wice|[Tt]hrice|[Hh]ourly|[Dd]aily|[Nn]ightly|(?:[Bb]i-?|[Ss]emi-?)?(?:[Ww]eek|"
    r"[Mm]onth|[Qq]uarter|[Yy]ear)ly|(?:[Bb]i|[Ss]emi)?-?[Aa]nnual(?:ly)?)\b"
    rf"|\b[Ee](?:very|ach) (?:\w+ )?{_UNIT}s?\b"
)
_ASKED = re.compile(r"\bhow (?:often|frequently|many times)\b", re.IGNORECASE)


def frequencies(text: str, question: str) -> list[Highlight]:
    """Return what says how often, in order, where the question asks that; each is its own value.

    >>> [found.value for found in frequencies("It meets twice a year.", "How often does it meet?")]
    ['twice a year']
    """
    if not _ASKED.search(question):
        return []
    return [Highlight(m.start(), m.end(), "number", m[0]) for m in _OFTEN.finditer(text)]
