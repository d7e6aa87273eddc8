"""How much of a question a passage and its surroundings speak about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from retrieval.hits import Hit, Query
from retrieval.index import Index

__all__ = ["Evidence", "weigh"]

Place = Literal["sentence", "nearby", "document", "nowhere"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The question's terms, by where the hit holds them.

    Attributes:
        in_sentence: terms that the sentence itself holds.
        nearby: terms that only its paragraph or the document's title holds.
        elsewhere: terms that only the rest of its document holds.
        missing: terms that its document does not hold.
        covered: share of the question's idf that the sentence holds, 0 to 1.
        covered_nearby: share that the sentence, its paragraph or the title holds, 0 to 1.
        covered_in_document: share that any part of the document holds, 0 to 1.
    """

    in_sentence: tuple[str, ...]
    nearby: tuple[str, ...]
    elsewhere: tuple[str, ...]
    missing: tuple[str, ...]
    covered: float
    covered_nearby: float
    covered_in_document: float


def weigh(index: Index, query: Query, hit: Hit) -> Evidence:
    """Sort a question's terms by where a hit holds them, and take their shares of idf."""
    places: dict[Place, list[str]] = {"sentence": [], "nearby": [], "document": [], "nowhere": []}
    terms = [wanted.term for wanted in query.terms]
    for term, place in zip(terms, _places(index, terms, hit), strict=True):
        places[place].append(term)
    weight = {term: index.idf(term) for term in terms}
    total = sum(weight.values()) or 1.0
    shares = [sum(weight[term] for term in held) / total for held in places.values()]
    return Evidence(
        in_sentence=tuple(places["sentence"]),
        nearby=tuple(places["nearby"]),
        elsewhere=tuple(places["document"]),
        missing=tuple(places["nowhere"]),
        covered=shares[0],
        covered_nearby=shares[0] + shares[1],
        covered_in_document=1.0 - shares[3],
    )


def _places(index: Index, terms: Sequence[str], hit: Hit) -> Iterator[Place]:
    """Yield the nearest place where a hit holds each term."""
    known = {number: term for term in terms if (number := index.number(term)) >= 0}
    which, _, passage = index.holders_in_documents(known, np.array([hit.document]))
    held = np.array([*known.values()])[which]
    paragraph = index.passages.paragraph_of(np.append(passage, hit.passage))
    in_document = {*held.tolist()}
    in_paragraph = {*held[paragraph[:-1] == paragraph[-1]].tolist()}
    in_sentence = {*held[passage == hit.passage].tolist()}
    for term in terms:
        if term in in_sentence:
            yield "sentence"
        elif term in in_paragraph or index.holds("title", hit.passage, term):
            yield "nearby"
        else:
            yield "document" if term in in_document else "nowhere"
