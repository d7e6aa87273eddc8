"""Amounts without a number of their own: "hundreds of people", "two thirds", "6'2"."""

import re

from bot.answers import Highlight

__all__ = ["vague_amounts"]

_VAGUE = re.compile(
    r"\b(?:(?:[Ss]everal|[Mm]any|(?:a )?[Ff]ew\b|(?:[Tt]en|[Dd]ozen|[Hh]undred|[Tt]housand"
    r"|[Mm]illion|[Bb]illion)s of)(?: (?:hundred|thousand|million|billion))?(?: [a-z]+s\b)?"
    r"|(?:hundreds|thousands|millions|billions|dozens|decades|millennia|centuries|half|most|none)\b"
    r"|(?:Half|Most|None)\b|(?:[Aa]|[Tt]he) (?:vast )?majority\b"
    r"|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Aa])[- ](?:half|thirds?|quarters?|fourths?|fifths?)\b)"
    r"|(?<!\d)\d{1,2}['’′] ?\d{1,2}(?:\"|''|″|”)?"
)


def vague_amounts(text: str) -> list[Highlight]:
    """Return the amounts in order, disjoint; each has itself for a value.

    >>> [found.value for found in vague_amounts("Hundreds of birds came in several weeks.")]
    ['Hundreds of birds', 'several weeks']
    """
    return [Highlight(m.start(), m.end(), "number", m[0]) for m in _VAGUE.finditer(text)]
