"""Text to terms, the same way for passages and for questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import Stemmer

from retrieval import grams
from retrieval.stopwords import STOP_WORDS
from retrieval.words import Script, Word, words

__all__ = [
    "ENGLISH",
    "STEMMERS",
    "Stems",
    "Token",
    "is_piece",
    "stems",
    "terms_of_word",
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
        is_stop: true for a word that says nothing of what a text is about.
    """

    term: str
    start: int
    end: int
    is_stop: bool = False


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - PyStemmer's name


def tokens(text: str, language: str) -> Iterator[Token]:
    """Yield the terms of a text in order, stop words marked.

    >>> [token.term for token in tokens("When does GSOMIA expire?", "en") if not token.is_stop]
    ['gsomia', 'expir']
    """
    for word in words(text):
        if word.script == "unspaced":
            for term, start, end in grams.unspaced(word, language):
                yield Token(term, start, end)
        elif word.script == "letters" and _is_stop(word.text, language):
            yield Token(word.text, word.start, word.end, is_stop=True)
        else:
            for term in terms_of_word(word.text, word.script, language):
                yield Token(term, word.start, word.end)


def terms_of_word(word: str, script: Script, language: str) -> tuple[str, ...]:
    """Return the terms of a folded word, none for a stop word.

    Words are stemmed by the Snowball stemmer of their language; scripts that write no spaces,
    Korean, and languages of many endings also give pieces of words.

    >>> terms_of_word("evler", "letters", "tr"), terms_of_word("the", "letters", "en")
    (('ev', '#_evl', '#evle', '#vler', '#ler_'), ())
    """
    if script == "letters":
        return () if _is_stop(word, language) else _spelt(word[:LONGEST_WORD], language)
    if script == "hangul":
        return tuple(grams.hangul(word[:LONGEST_WORD]))
    if script == "unspaced":
        whole = Word(word, script, 0, len(word))
        return tuple(term for term, _, _ in grams.unspaced(whole, language))
    return (word,)


def is_piece(term: str) -> bool:
    """Say whether a term is a piece of a word."""
    return term.startswith(grams.PIECE)


def _is_stop(word: str, language: str) -> bool:
    return language in ENGLISH and word in STOP_WORDS


def _spelt(word: str, language: str) -> tuple[str, ...]:
    stem = stems(language)(word)
    size = PIECES.get(language)
    return (stem, *grams.padded(f"_{word}_", size)) if size else (stem,)


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
