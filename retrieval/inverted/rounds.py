"""Scoring few sections: all that can be among the best, or those of the best bounds first."""

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.bounds import Bounds
from retrieval.inverted.points import Points, Some, Wanted, joined
from retrieval.inverted.scoring import Scorer

__all__ = ["scored"]

Places = NDArray[np.int64]

# Sections to score at once at first, and how many times more each time.
BATCH = 64
GROWTH = 6
# The least that is more than nothing.
TINY = float(np.finfo(np.float32).tiny)


def scored(
    scorer: Scorer,
    wanted: Wanted,
    bounds: Bounds,
    limit: int,
    allowed: NDArray[np.bool_] | None,
) -> Points:
    """Return passages with points, the best of those allowed among them.

    Parameters
    ----------
    scorer
        of the generation to search.
    wanted
        the question.
    bounds
        of the sections; 0 for those without a passage that is allowed.
    limit
        how many passages are wanted.
    allowed
        (n_documents,) which documents may be returned; None for all.
    """
    most, floor, size = bounds.most, bounds.floor, max(BATCH, 2 * limit)
    waiting = np.flatnonzero(most >= max(floor, TINY))
    found: list[Points] = []
    while len(waiting) or not found:
        batch, waiting = _parted(most, waiting, size)
        points = scorer.points(wanted, Some(batch, floor))
        if allowed is not None:
            points = points[np.flatnonzero(allowed[scorer.passages.document_of(points.passages)])]
        found.append(points)
        if len(waiting):
            floor = max(floor, _last(np.concatenate([part.total for part in found]), limit))
            waiting = waiting[most[waiting] >= floor]
        size *= GROWTH
    return found[0] if len(found) == 1 else joined(found)


def _parted(most: NDArray[np.float32], waiting: Places, size: int) -> tuple[Places, Places]:
    """Part the sections with the largest bounds, ascending, from the others."""
    if len(waiting) <= size:
        return waiting, waiting[:0]
    order = np.argpartition(most[waiting], len(waiting) - size)
    return np.sort(waiting[order[-size:]]), waiting[np.sort(order[:-size])]


def _last(total: NDArray[np.float64], limit: int) -> float:
    """Return the points that a passage needs to be among the best."""
    return -float(np.partition(-total, limit - 1)[limit - 1]) if len(total) >= limit else 0.0
