"""The words of a question, and where the best hit holds them."""

from dataclasses import dataclass
from functools import lru_cache

from retrieval.analysis import terms_of_word
from retrieval.evidence import Evidence
from retrieval.forward.kinds import is_number
from retrieval.hits import Query
from retrieval.index import Index
from retrieval.stopwords import STOP_WORDS
from retrieval.words import words

__all__ = ["DOCUMENT", "NEARBY", "NOWHERE", "SENTENCE", "Asked", "Text", "asked_words", "read"]

# Words whose stems are kept; a language uses some ten thousand.
N_REMEMBERED = 1 << 15
# Where a word stands, nearest first.
SENTENCE, NEARBY, DOCUMENT, NOWHERE = range(4)


@dataclass(frozen=True, slots=True)
class Text:
    """A text as words in order, each attribute as long as the others.

    Attributes:
        words: folded.
        stems: the stem of each, or the word itself for a stop word.
        is_stop: which are stop words.
        is_capital: which are written with a capital.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    is_stop: tuple[bool, ...]
    is_capital: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of a question that says what it is about.

    Attributes:
        word: folded.
        stem: as the index holds it.
        at: its number among the question's words, from 0.
        weight: its idf.
        is_name: whether documents write it as a name.
        is_number: whether it is a number or part of a date.
        place: where the best hit holds it: `SENTENCE`, `NEARBY` (its paragraph or the title),
            `DOCUMENT` or `NOWHERE`.
    """

    word: str
    stem: str
    at: int
    weight: float
    is_name: bool
    is_number: bool
    place: int


def read(text: str) -> Text:
    """Take an English text apart.

    >>> read("The Fare is 3 dollars").stems
    ('the', 'fare', 'is', '3', 'dollar')
    """
    found = list(words(text))
    terms = [_term(word.text) if word.script == "letters" else word.text for word in found]
    return Text(
        words=tuple(word.text for word in found),
        stems=tuple(terms),
        is_stop=tuple(word.text in STOP_WORDS for word in found),
        is_capital=tuple(text[word.start].isupper() for word in found),
    )


@lru_cache(N_REMEMBERED)
def _term(word: str) -> str:
    """Return what the index holds for a word; a stop word is left as it is."""
    if word in STOP_WORDS:
        return word
    return next(iter(terms_of_word(word, "letters", "en")), word)


def asked_words(
    index: Index, query: Query, question: Text, evidence: Evidence
) -> tuple[Asked, ...]:
    """Return the terms of a question in order, with where the best hit holds them.

    Parameters
    ----------
    index
        what was searched.
    query
        what was asked.
    question
        the same, as words.
    evidence
        where the best hit holds the terms.
    """
    levels = (evidence.in_sentence, evidence.nearby, evidence.elsewhere, evidence.missing)
    place = {term: level for level, terms in enumerate(levels) for term in terms}
    first = {stem: at for at, stem in reversed([*enumerate(question.stems)])}
    # Pieces of words in scripts without spaces stand nowhere among the words.
    return tuple(
        _asked(index, question, first[term.term], place[term.term])
        for term in query.terms
        if term.term in first
    )


def _asked(index: Index, question: Text, at: int, place: int) -> Asked:
    word, stem = question.words[at], question.stems[at]
    number = index.number(stem)
    is_digits = is_number(word)
    return Asked(
        word=word,
        stem=stem,
        at=at,
        weight=index.idf(stem),
        is_name=not is_digits and number >= 0 and bool(index.forward.term_is_name[number]),
        is_number=is_digits,
        place=place,
    )
