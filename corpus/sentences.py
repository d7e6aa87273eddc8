"""The sentences of a block of text, as exact spans of characters.

`sentencex` finds the ends; this module keeps it in bounds on hostile input, and corrects it where
news and quoted speech need it, by the rules of `corpus.sentence_rules`. What comes out is sorted
and disjoint, and holds every character of the block that is not white space.
"""

import re

from sentencex import get_sentence_boundaries

from corpus.sentence_rules import (
    hide_apostrophes,
    is_false_end,
    missed_ends,
    move_end,
    opens_sentence,
)

__all__ = ["MAX_SENTENCE", "sentence_spans"]

MAX_SENTENCE = 2_000
"""Longest sentence in characters; what is longer is cut at a semicolon, a comma or a space."""

# sentencex takes quadratic time on many unclosed quotes; in pieces of this length it does not.
# One holds the longest sentence.
_PIECE = 2_048

# Speech in double quotes, long enough for two sentences. sentencex never ends one inside.
_SPEECH = re.compile(r"[“„\"«「『][^“”„\"«»「」『』]{12,}[.!?…][^“”„\"«»「」『』]+[”\"»」』]")
_ANY_WORD = re.compile(r"\w")
_CUTS = (";", ",", "、", "،", " ")


def sentence_spans(text: str, start: int, end: int, language: str = "en") -> list[tuple[int, int]]:
    """Return the sentences of `text[start:end]`, one block, in reading order.

    Parameters
    ----------
    text
        A whole document.
    start, end
        The block: first character, from 0, and one past the last.
    language
        ISO 639-1 code; an unknown one is read by general rules.

    Returns
    -------
    list of (start, end)
        Offsets in `text`, no white space at either end, none longer than `MAX_SENTENCE`.

    >>> text = "Mr. Kim left. It rained."
    >>> [text[a:b] for a, b in sentence_spans(text, 0, len(text))]
    ['Mr. Kim left.', 'It rained.']
    """
    block = text[start:end]
    spans: list[tuple[int, int]] = []
    begin = 0
    for stop in (*_ends(block, language), len(block)):
        first, last = _trim(block, begin, stop)
        begin = stop
        if first < last:
            _append(spans, block, first, last)
    return [(start + a, start + b) for first, last in spans for a, b in _cut(block, first, last)]


def _append(spans: list[tuple[int, int]], block: str, first: int, last: int) -> None:
    """Add a sentence; one without a letter or digit joins the one before, as a stray bracket."""
    if spans and _ANY_WORD.search(block, first, last) is None:
        spans[-1] = (spans[-1][0], last)
    else:
        spans.append((first, last))


def _ends(block: str, language: str) -> list[int]:
    """Return where sentences of a block end inside it, ascending."""
    shown = hide_apostrophes(block)
    ends: list[int] = []
    begin = 0
    for raw in _raw_ends(shown, language):
        stop = move_end(shown, begin, raw)
        if is_false_end(shown, begin, stop):
            continue
        inner = missed_ends(shown, begin, stop) + _ends_in_speech(shown, begin, stop, language)
        ends += sorted(set(inner))
        ends.append(stop)
        begin = stop
    return ends


def _raw_ends(block: str, language: str) -> list[int]:
    """Return the ends that sentencex sees, piece by piece; time grows with the length only."""
    ends: list[int] = []
    begin = 0
    while begin < len(block):
        piece = block[begin : begin + _PIECE]
        found = [begin + mark["end_index"] for mark in get_sentence_boundaries(language, piece)]
        if begin + _PIECE < len(block):
            # The last sentence may go on in the next piece.
            found = found[:-1] or [begin + _cut_point(piece, 0, MAX_SENTENCE)]
        ends += found
        begin = ends[-1] if found else len(block)
    return ends


def _ends_in_speech(block: str, begin: int, stop: int, language: str) -> list[int]:
    """Return where sentences end inside the quoted speech of a sentence."""
    ends: list[int] = []
    for speech in _SPEECH.finditer(block, begin, stop):
        first = speech.start() + 1
        inner = block[first : speech.end() - 1]
        found = [first + mark["end_index"] for mark in get_sentence_boundaries(language, inner)]
        ends += [end for end in found[:-1] if opens_sentence(block, end)]
    return ends


def _trim(block: str, first: int, last: int) -> tuple[int, int]:
    while first < last and block[first].isspace():
        first += 1
    while last > first and block[last - 1].isspace():
        last -= 1
    return first, last


def _cut(block: str, first: int, last: int) -> list[tuple[int, int]]:
    """Cut a sentence that is too long; most are not."""
    spans: list[tuple[int, int]] = []
    while last - first > MAX_SENTENCE:
        middle = first + _cut_point(block, first, MAX_SENTENCE)
        spans.append(_trim(block, first, middle))
        first, _ = _trim(block, middle, last)
    if first < last:
        spans.append((first, last))
    return spans


def _cut_point(block: str, first: int, limit: int) -> int:
    """Return how many characters to take from `first`: more than half of `limit`, at most all."""
    for mark in _CUTS:
        at = block.rfind(mark, first + limit // 2, first + limit)
        if at >= 0:
            return at + 1 - first
    return limit
