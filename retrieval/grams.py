"""Pieces of words, for languages that a stemmer alone does not serve.

Choices and sizes were made on tuning sets of each language; see `tests/quality`.
"""

import re
from collections.abc import Iterator

from retrieval.words import Word

__all__ = ["hangul", "padded", "unspaced"]

# Marks a term as a piece, so that it never meets a whole word.
PIECE = "#"
JAPANESE_WORD = re.compile(r"[\u30a0-\u30ff]{2,}|[\u3040-\u309f]{3,}|[\u3400-\u9fff]+")
KANJI = re.compile(r"[\u3400-\u9fff]+")


def hangul(word: str) -> Iterator[str]:
    """Yield a Korean word's first two syllables and the trigrams of its start-padded form.

    Particles are suffixed, so the front of a word carries its meaning.

    >>> list(hangul("일본은"))
    ['일본', '#_일본', '#일본은']
    """
    yield word[:2]
    yield from padded(f"_{word}", 3)


def padded(word: str, size: int) -> Iterator[str]:
    """Yield the n-grams of a padded word, the whole of it when it is shorter.

    >>> list(padded("_ev_", 4)), list(padded("_evler_", 4))
    (['#_ev_'], ['#_evl', '#evle', '#vler', '#ler_'])
    """
    for start in range(max(len(word) - size, 0) + 1):
        yield PIECE + word[start : start + size]


def unspaced(word: Word, language: str) -> Iterator[tuple[str, int, int]]:
    """Yield (term, start, end) of each character and each pair in a run written without spaces.

    Japanese runs also give their katakana words, hiragana words of three letters or more, and
    once more the characters and pairs of their kanji.
    """
    yield from _characters(word.text, word.start)
    if language == "ja":
        for match in JAPANESE_WORD.finditer(word.text):
            start = word.start + match.start()
            if KANJI.fullmatch(match[0]):
                yield from _characters(match[0], start)
            else:
                yield match[0], start, start + len(match[0])


def _characters(run: str, start: int) -> Iterator[tuple[str, int, int]]:
    for size in (1, 2):
        for place in range(len(run) - size + 1):
            yield run[place : place + size], start + place, start + place + size
