"""A corpus of six sentences, and views of chosen passages of an index."""

from collections.abc import Mapping
from functools import cache

import numpy as np

from retrieval.forward.tables import STOPS
from retrieval.hits import Scope
from retrieval.index import Index
from retrieval.inverted.points import Points
from retrieval.ranking.features import FEATURES
from retrieval.ranking.model import Model, parse
from retrieval.ranking.ranker import Ranker
from retrieval.ranking.sought import Sought
from retrieval.ranking.view import View
from retrieval.ranking.wanted import want
from tests.retrieval.making import document, index_of

__all__ = ["harbour", "model_of", "points_of", "ranked", "sought_of", "view_of"]


@cache
def harbour() -> Index:
    """Return an index of two documents: passages 0 to 3 and 4 to 5, titles in rows 6 and 7.

    Words that are no stop words: 4, 2, 1, 5 | 2, 4. Paragraphs: 0-1, 2-3 | 4, 5.
    """
    return index_of(
        document(
            "a",
            "The pact of Seoul ends in 2019. | It was signed in Tokyo.",
            "Why did it end? | Seoul ended it because trust was lost.",
            title="Harbour pact",
        ),
        document("b", "Tokyo waits.", "Rain falls on Tokyo and Seoul."),
    )


def view_of(index: Index, question: str, *candidates: int) -> View:
    """Return a view of some passages of an index."""
    return Ranker(index, Model.empty()).view(question, points_of(index, question, *candidates))


def sought_of(index: Index, question: str) -> Sought:
    """Return what is looked for in an English index."""
    wanted = want(question, "en", index.idf, lambda stem: False)
    terms = [index.n_terms + STOPS[s] if s in STOPS else index.number(s) for s in wanted.stems]
    pieces = index.forward.pieces
    return Sought.of(
        np.array(terms, np.int64),
        wanted.pairs,
        pieces.of_question(wanted.words),
        n_terms=index.n_terms,
        n_pieces=len(pieces.idf),
    )


def points_of(index: Index, question: str, *candidates: int) -> Points:
    """Return what the first stage gives some passages, nothing included."""
    found = index.search(index.query(question, "en"), len(index.passages))
    place = {passage: n for n, passage in enumerate(found.passages.tolist())}
    rows = [place.get(candidate, len(place)) for candidate in candidates]
    columns = (np.append(getattr(found, name), 0)[rows] for name in Points.__slots__[1:])
    return Points(np.array(candidates, np.int64), *columns)


def model_of(
    weights: Mapping[str, float], evidence: Mapping[str, Mapping[str, float]] | None = None
) -> Model:
    """Return a model with a few weights, all others 0."""
    nothing = dict.fromkeys(FEATURES, 0.0)
    return parse({"features": nothing | dict(weights), "evidence": evidence or {}})


def ranked(
    index: Index, model: Model, question: str, limit: int = 10, scope: Scope | None = None
) -> list[int]:
    """Return the passages of a ranking, best first."""
    hits = Ranker(index, model).rank(index.query(question, "en"), limit, scope)
    return [hit.passage for hit in hits]
