"""What a search is asked and what it returns."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Hit", "Query", "QueryTerm", "Scope"]


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """One term of a question.

    Attributes:
        term: as the index holds it.
        surface: as it was typed.
    """

    term: str
    surface: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question as terms, in the order typed, no term twice.

    Attributes:
        text: as it is searched for.
        terms: single terms; empty when the question has only stop words.
        language: ISO 639-1 code it was analysed in.
    """

    text: str
    terms: tuple[QueryTerm, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Which passages may be returned.

    Attributes:
        documents: ids to search, or None for all.
        as_of: leave out what was published later, and what has no date; None for all.
    """

    documents: frozenset[str] | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matches a question.

    Attributes:
        passage: its position in the index, from 0.
        document: position of its document, from 0.
        sentence: its number in the document, from 0.
        score: comparable between the hits of one question; 1 more is e times the odds.
    """

    passage: int
    document: int
    sentence: int
    score: float
