"""Which hits become quotes: the best, and others that come near it and add something."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from retrieval.hits import Hit
from retrieval.index import Index

__all__ = ["MOST_QUOTES", "choose", "rivals", "terms_of"]

MOST_QUOTES = 3
# A further quote must come near the first in score, where 1 is odds of e to 1, and say something
# that the others do not.
NEAR_FIRST = 1.0
NEAR_DUPLICATE = 0.6

Terms = frozenset[int]


def choose(index: Index, hits: Sequence[Hit]) -> list[Hit]:
    """Pick one to three hits to quote.

    A hit adds something when its terms differ from those of each quote before it: their Jaccard
    index stays under 0.6.

    Parameters
    ----------
    index
        what the hits were found in.
    hits
        the one to lead, which is always chosen, and others, best first.
    """
    enough = max(hit.score for hit in hits) - NEAR_FIRST
    near = [hits[0], *(hit for hit in hits[1:] if hit.score >= enough)]
    terms = terms_of(index, near)
    chosen: list[int] = []
    for number in range(len(near)):
        if len(chosen) < MOST_QUOTES and adds_something(terms[number], [terms[n] for n in chosen]):
            chosen.append(number)
    return [near[number] for number in chosen]


def rivals(index: Index, hits: Sequence[Hit]) -> list[Hit]:
    """Return the best hit and those that say something else; what says the same is no rival.

    Parameters
    ----------
    index
        what the hits were found in.
    hits
        best first, at least one.
    """
    best, *others = terms_of(index, hits)
    different = [n for n, terms in enumerate(others, 1) if adds_something(terms, [best])]
    return [hits[0], *(hits[n] for n in different)]


def adds_something(terms: Terms, others: Sequence[Terms]) -> bool:
    """Say whether a sentence says what none of the others does, judged by its terms."""
    return all(_overlap(terms, other) < NEAR_DUPLICATE for other in others)


def terms_of(index: Index, hits: Sequence[Hit]) -> list[Terms]:
    """Return the terms of each hit's sentence, by their numbers, stop words left out."""
    rows = np.array([hit.passage for hit in hits], np.int64)
    forms, which = index.forward.read(rows)
    terms = index.forward.terms[forms]
    kept = np.flatnonzero((terms >= 0) & (terms < index.n_terms))
    ends = np.searchsorted(which[kept], np.arange(len(hits) + 1)).tolist()
    numbers = terms[kept].tolist()
    return [frozenset(numbers[begin:end]) for begin, end in pairwise(ends)]


def _overlap(one: Terms, other: Terms) -> float:
    """Return the Jaccard index: shared terms over all terms."""
    return len(one & other) / (len(one | other) or 1)
