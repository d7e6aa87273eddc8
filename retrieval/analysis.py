"""Text to terms, the same way for passages and for questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Protocol

import Stemmer

from retrieval import grams
from retrieval.stopwords import STOP_WORDS
from retrieval.words import Word, words

__all__ = [
    "ENGLISH",
    "STEMMERS",
    "Stems",
    "Token",
    "is_pair",
    "is_piece",
    "pairs",
    "stems",
    "terms",
    "tokens",
]

# Snowball's name of the stemmer for each language that has one.
STEMMERS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
# Languages whose words are long strings of endings: four-letter pieces beside the stem.
PIECES = {"tr": 4, "ar": 4, "fa": 4}
# Languages without a Snowball stemmer whose first letters stand in for a stem.
FIRST_LETTERS = {"fa": 4, "ko": 2}
# Text too short or too plain to tell its language is taken for English.
ENGLISH = frozenset(("en", "und"))
# Hostile input has words of any length; no real one is longer.
LONGEST_WORD = 64


@dataclass(frozen=True, slots=True)
class Token:
    """A term and where it stands.

    Attributes:
        term: as the index holds it.
        start: first character in the text, from 0.
        end: one past the last.
        is_stop: true for a word that only counts as half of a pair.
    """

    term: str
    start: int
    end: int
    is_stop: bool = False


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - PyStemmer's name


def tokens(text: str, language: str) -> Iterator[Token]:
    """Yield the single terms of a text in order, stop words marked.

    Words are folded, then stemmed by the Snowball stemmer of their language; scripts that write no
    spaces, Korean, and languages of many endings also give pieces of words.

    >>> [token.term for token in tokens("When does GSOMIA expire?", "en") if not token.is_stop]
    ['gsomia', 'expir']
    """
    stem = stems(language)
    for word in words(text):
        if word.script == "unspaced":
            for term, start, end in grams.unspaced(word, language):
                yield Token(term, start, end)
        elif word.script == "hangul":
            for term in grams.hangul(word.text[:LONGEST_WORD]):
                yield Token(term, word.start, word.end)
        elif word.script == "number":
            yield Token(word.text, word.start, word.end)
        else:
            yield from _spelt(word, language, stem)


def terms(text: str, language: str) -> list[str]:
    """Return single terms without stop words, and for English neighbouring pairs.

    >>> terms("the pact with Japan expires", "en")
    ['pact', 'japan', 'expir', 'the pact', 'pact with', 'with japan', 'japan expir']
    """
    found = list(tokens(text, language))
    single = [token.term for token in found if not token.is_stop]
    return single + pairs(found) if language in ENGLISH else single


def pairs(found: list[Token]) -> list[str]:
    """Return neighbours joined by a space, but for two stop words."""
    return [
        f"{one.term} {other.term}"
        for one, other in pairwise(found)
        if not (one.is_stop and other.is_stop)
    ]


def is_pair(term: str) -> bool:
    """Say whether a term is two neighbouring words."""
    return " " in term


def is_piece(term: str) -> bool:
    """Say whether a term is a piece of a word."""
    return term.startswith(grams.PIECE)


def _spelt(word: Word, language: str, stem: "Stems") -> Iterator[Token]:
    text = word.text[:LONGEST_WORD]
    is_stop = language in ENGLISH and text in STOP_WORDS
    yield Token(text if is_stop else stem(text), word.start, word.end, is_stop)
    if size := PIECES.get(language):
        for piece in grams.padded(f"_{text}_", size):
            yield Token(piece, word.start, word.end)


class Stems:
    """Stems each distinct word once: stemming every token is an order of magnitude slower."""

    def __init__(self, language: str) -> None:
        name = STEMMERS.get("en" if language in ENGLISH else language)
        self._stemmer: _Stemmer | None = Stemmer.Stemmer(name) if name else None
        self._cut = FIRST_LETTERS.get(language, LONGEST_WORD)
        self._known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """Return the stem of a folded word."""
        known = self._known.get(word)
        if known is None:
            known = self._stemmer.stemWord(word) if self._stemmer else word[: self._cut]
            self._known[word] = known
        return known


@cache
def stems(language: str) -> Stems:
    """Return a function from folded words to stems."""
    return Stems(language)
