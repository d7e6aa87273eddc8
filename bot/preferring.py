"""Of sentences that come near each other, the one that holds what is asked for goes first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.pieces import pieces
from retrieval.analysis import ENGLISH
from retrieval.hits import Hit, Query
from retrieval.index import Index

__all__ = ["POINTS", "Preferred", "prefer"]

# What a piece of the kind asked for adds to a sentence's score, where 1 is odds of e to 1. Chosen
# from 0 to 3 on questions about encyclopaedias and news, which it moves by less than a point.
POINTS: Mapping[str, float] = {"number": 3.0, "date": 1.5, "place": 1.0, "person": 0.75}


@dataclass(frozen=True, slots=True)
class Preferred:
    """Hits in their new order.

    Attributes:
        hits: best first.
        holding: passages that were given points.
        points: how many each of them was given.
    """

    hits: list[Hit]
    holding: frozenset[int]
    points: float

    def given(self, hit: Hit) -> float:
        """Return the points that are part of a hit's score."""
        return self.points if hit.passage in self.holding else 0.0


def prefer(index: Index, query: Query, kind: str, hits: Sequence[Hit]) -> Preferred:
    """Give points to the sentences with a piece of the kind asked for, and sort again.

    Only those that could come first with them are looked at, and what cannot stays behind them.

    Parameters
    ----------
    index
        what the hits were found in.
    query
        what was asked.
    kind
        what kind of piece it asks for, "" for none.
    hits
        best first.
    """
    points = POINTS.get(kind, 0.0)
    near = [hit for hit in hits if points and hit.score >= hits[0].score - points]
    holding = frozenset(hit.passage for hit in near if _holds(index, query, kind, hit))
    scored = [
        replace(hit, score=hit.score + points) if hit.passage in holding else hit for hit in hits
    ]
    # Python's sort keeps the order of equals.
    return Preferred(sorted(scored, key=lambda hit: -hit.score), holding, points)


def _holds(index: Index, query: Query, kind: str, hit: Hit) -> bool:
    document = index.library.document(hit.document)
    if document.language not in ENGLISH:
        return False
    place = document.sentences[hit.sentence]
    text = document.text[place.start : place.end]
    return bool(pieces(text, kind, query.text, document.date))
