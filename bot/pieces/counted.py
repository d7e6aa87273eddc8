"""What a number counts: the plural at most three words behind it."""

import re

from retrieval.stopwords import STOP_WORDS

__all__ = ["noun_end"]

_WORD = re.compile(r" ([^\W\d_]+(?:-[^\W\d_]+)*)(?=[ ,.;:)?!]|\Z)")
_PLURALS = frozenset("people men women children feet teeth mice percent".split())
_NO_PLURALS = frozenset("is was has does as this its his plus less across perhaps always".split())
_MOST_WORDS = 3


def noun_end(text: str, number_end: int) -> int:
    """Return one past the plural that a number counts; past the number where there is none.

    >>> noun_end("nine student-run outlets there", 4), noun_end("nine is odd", 4)
    (24, 4)
    """
    place = number_end
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, place)
        if match is None or match[1] in STOP_WORDS:
            return number_end
        place = match.end()
        if match[1] in _PLURALS or (match[1].endswith("s") and match[1] not in _NO_PLURALS):
            return place
    return number_end
