"""Exact search: an engine finds what can be among the best, and these are put in order."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.points import Points, Wanted
from retrieval.passages import Passages

__all__ = ["Engine", "search"]


class Engine(Protocol):
    """Finds the best passages; any two give them the same points, to the bit."""

    def candidates(self, wanted: Wanted, limit: int, allowed: NDArray[np.bool_] | None) -> Points:
        """Return passages with points, in any order: all that can be among the best allowed."""
        ...


def search(
    engine: Engine,
    passages: Passages,
    wanted: Wanted,
    limit: int,
    allowed: NDArray[np.bool_] | None = None,
) -> Points:
    """Return the best passages with more than 0 points, best first; exact.

    Ties: newer document, earlier sentence, document id.

    Parameters
    ----------
    engine
        of the same generation as `passages`.
    passages
        where they stand.
    wanted
        the question's terms.
    limit
        how many passages to return at most, 1 or more.
    allowed
        (n_documents,) which documents may be returned; None for all.
    """
    points = engine.candidates(wanted, limit, allowed)
    chosen = np.arange(len(points.total))
    if len(chosen) > limit:
        threshold = -np.partition(-points.total, limit - 1)[limit - 1]
        chosen = np.flatnonzero(points.total >= threshold)
    order = np.argsort(-points.total[chosen])
    total = points.total[chosen[order]]
    if (total[1:] == total[:-1]).any():
        keys = passages.precedence(points.passages[chosen])
        order = np.lexsort((*keys, -points.total[chosen]))
    return points[chosen[order[:limit]]]
