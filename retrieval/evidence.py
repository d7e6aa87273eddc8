"""How much of a question a passage and its surroundings speak about."""

from dataclasses import dataclass

from retrieval.fields import Name
from retrieval.hits import Hit, Query
from retrieval.index import Index

__all__ = ["Evidence", "weigh"]

SURROUNDINGS: tuple[Name, ...] = ("sentence", "paragraph", "title")


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
    places: dict[str, list[str]] = {"sentence": [], "nearby": [], "document": [], "nowhere": []}
    for wanted in query.terms:
        places[_place(index, hit, wanted.term)].append(wanted.term)
    weight = {term.term: index.idf(term.term) for term in query.terms}
    total = sum(weight.values()) or 1.0
    shares = [sum(weight[term] for term in terms) / total for terms in places.values()]
    return Evidence(
        in_sentence=tuple(places["sentence"]),
        nearby=tuple(places["nearby"]),
        elsewhere=tuple(places["document"]),
        missing=tuple(places["nowhere"]),
        covered=shares[0],
        covered_nearby=shares[0] + shares[1],
        covered_in_document=1.0 - shares[3],
    )


def _place(index: Index, hit: Hit, term: str) -> str:
    if index.holds("sentence", hit.passage, term):
        return "sentence"
    if any(index.holds(unit, hit.passage, term) for unit in SURROUNDINGS):
        return "nearby"
    return "document" if index.holds("document", hit.passage, term) else "nowhere"
