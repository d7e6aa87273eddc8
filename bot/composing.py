"""Which hits become quotes, and whether they are good enough to speak."""

from collections.abc import Sequence

from retrieval.hits import Hit, Query
from retrieval.index import Index

__all__ = ["MOST_QUOTES", "choose"]

MOST_QUOTES = 3
# A further quote must come near the first in score, where 1 is odds of e to 1, and say something
# that the others do not.
NEAR_FIRST = 1.0
NEAR_DUPLICATE = 0.6


def choose(index: Index, query: Query, hits: Sequence[Hit]) -> list[Hit]:
    """Pick one to three hits to quote: the best, and others that come near it and add something.

    A hit adds something when its terms differ from those of each quote before it: their Jaccard
    index stays under 0.6.

    Parameters
    ----------
    index
        what the hits were found in.
    query
        what was asked.
    hits
        best first, at least one.
    """
    chosen = [hits[0]]
    terms = [_terms(index, query, hits[0])]
    for hit in hits[1:]:
        if len(chosen) == MOST_QUOTES or hit.score < hits[0].score - NEAR_FIRST:
            break
        candidate = _terms(index, query, hit)
        if all(_overlap(candidate, other) < NEAR_DUPLICATE for other in terms):
            chosen.append(hit)
            terms.append(candidate)
    return chosen


def _terms(index: Index, query: Query, hit: Hit) -> frozenset[str]:
    document = index.library.document(hit.document)
    sentence = document.sentences[hit.sentence]
    text = document.text[sentence.start : sentence.end]
    return frozenset(term.term for term in index.query(text, query.language).terms)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the Jaccard index: shared terms over all terms."""
    return len(one & other) / (len(one | other) or 1)
