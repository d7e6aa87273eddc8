"""Statements of other documents that give another value for the same thing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answers import Relation
from bot.composing.choosing import terms_of
from bot.composing.leaning import lead_in
from bot.differing import Difference, Statement, difference, relation
from retrieval.analysis import ENGLISH
from retrieval.hits import Hit, Query
from retrieval.index import Index

__all__ = ["Differing", "Found", "find_conflicts"]

# A rival this far below the best hit in score is about something else.
REACH = 7.0
# Statements of the same thing hold about as much of the question.
ALIKE = 0.75
MOST_CONFLICTS = 3


@dataclass(frozen=True, slots=True)
class Differing:
    """A statement that differs from the one that stands.

    Attributes:
        hit: its sentence.
        difference: what differs, the standing statement's value first.
        relation: whether the value has changed since, or the two disagree.
    """

    hit: Hit
    difference: Difference
    relation: Relation


@dataclass(frozen=True, slots=True)
class Found:
    """What stands, and what differs from it.

    Attributes:
        standing: the hit to quote: the newest of those that say the same thing.
        others: newest first, no value twice.
    """

    standing: Hit
    others: tuple[Differing, ...]


def find_conflicts(index: Index, query: Query, hits: Sequence[Hit]) -> Found:
    """Compare the best hit with its rivals in other documents.

    Parameters
    ----------
    index
        what the hits were found in.
    query
        what was asked.
    hits
        best first, at least one.
    """
    best = hits[0]
    held = dict(zip(hits, _held(index, query, hits), strict=True))
    rivals = [hit for hit in hits[1:] if hit.score >= best.score - REACH]
    rivals = [hit for hit in rivals if _alike(held[hit], held[best])]
    differing = _differing(index, query.text, best, rivals)
    standing = max([best, *(other.hit for other in differing)], key=lambda hit: _day(index, hit))
    if _day(index, best) and standing is not best:
        differing = _differing(index, query.text, standing, [best, *rivals])
    else:
        standing = best
    newest_first = sorted(differing, key=lambda other: -_day(index, other.hit))
    return Found(standing, tuple(_distinct(newest_first))[:MOST_CONFLICTS])


def _held(index: Index, query: Query, hits: Sequence[Hit]) -> list[float]:
    """Return how much of the question's idf each sentence itself holds."""
    weights = {index.number(term.term): index.idf(term.term) for term in query.terms}
    return [sum(weights.get(term, 0.0) for term in terms) for terms in terms_of(index, hits)]


def _alike(one: float, other: float) -> bool:
    return min(one, other) >= ALIKE * max(one, other)


def _differing(index: Index, question: str, one: Hit, others: Sequence[Hit]) -> list[Differing]:
    statement = _statement(index, one)
    found = []
    for other in others:
        rival = _statement(index, other) if other.document != one.document else None
        if statement is None or rival is None:
            continue
        differs = difference(question, statement, rival, language="en")
        if differs is not None:
            found.append(Differing(other, differs, relation(statement, rival)))
    return found


def _distinct(differing: Iterable[Differing]) -> Iterable[Differing]:
    """Keep the first of each value."""
    by_value: dict[str, Differing] = {}
    for other in differing:
        by_value.setdefault(other.difference.other.value, other)
    return by_value.values()


def _statement(index: Index, hit: Hit) -> Statement | None:
    """Return a sentence that speaks for itself; None for one that leans on another."""
    document = index.library.document(hit.document)
    if document.language not in ENGLISH or lead_in(document, hit.sentence) is not None:
        return None
    place = document.sentences[hit.sentence]
    first = next(s for s in document.sentences if s.paragraph == place.paragraph)
    before = document.text[first.start : place.start]
    return Statement(
        document.id,
        document.date,
        document.text[place.start : place.end],
        context=f"{' '.join(document.title.split())}\n{before}".strip(),
    )


def _day(index: Index, hit: Hit) -> int:
    """Return the day of publication as an ordinal, 0 where there is none."""
    return int(index.passages.day[hit.document])
