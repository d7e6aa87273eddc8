"""Exact search that scores few sections: those of the best bounds first."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.bounds import Bounds
from retrieval.inverted.points import Points, Some, Wanted, joined
from retrieval.passages import Passages

__all__ = ["Engine", "search"]

Places = NDArray[np.int64]

# Sections to score before anything is known, for each passage that is wanted, and at least.
FIRST = 1.5
LEAST = 24
# Sections to score at once afterwards, and by how much more each time.
BATCH = 128
GROWTH = 6
# Bounds are compared in groups first: a pass over the groups is cheap.
GROUP = 8
# The least that is more than nothing.
TINY = float(np.finfo(np.float32).tiny)


class Engine(Protocol):
    """Bounds sections and scores passages; any two give the same points, to the bit."""

    def bounds(self, wanted: Wanted, limit: int) -> Bounds:
        """Return what the passages of every section can have at most; see `bounds.bounds`."""
        ...

    def points(self, wanted: Wanted, some: Some) -> Points:
        """Return the passages with points, and no fewer than the floor."""
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
    bounds = engine.bounds(wanted, 0 if allowed is not None else limit)
    most = bounds.most
    if allowed is not None:
        most *= _holds_allowed(passages, allowed)
    first = _largest(most, max(int(FIRST * limit), LEAST))
    best = _best(passages, engine.points(wanted, Some(first, bounds.floor)), limit, allowed)
    # What has been scored is never looked at again, nor what cannot reach the last of the best.
    most[first] = 0
    floor = _last(best, limit, bounds.floor)
    waiting = np.flatnonzero(most >= max(floor, TINY))
    size = BATCH
    while len(waiting):
        batch, waiting = _parted(most, waiting, size)
        found = engine.points(wanted, Some(batch, floor))
        if len(found.total):
            best = _best(passages, joined((best, found)), limit, allowed)
            floor = _last(best, limit, bounds.floor)
            waiting = waiting[most[waiting] >= floor]
        size *= GROWTH
    return best


def _parted(most: NDArray[np.float32], waiting: Places, size: int) -> tuple[Places, Places]:
    """Part the sections with the largest bounds, ascending, from the others."""
    if len(waiting) <= size:
        return np.sort(waiting), waiting[:0]
    order = np.argpartition(most[waiting], len(waiting) - size)
    return np.sort(waiting[order[-size:]]), waiting[order[:-size]]


def _largest(most: NDArray[np.float32], wanted: int) -> Places:
    """Return sections with large bounds, ascending: the largest of each of the best groups."""
    n_groups = len(most) // GROUP
    if n_groups <= wanted:
        found = np.flatnonzero(most)
        return found if len(found) <= wanted else np.sort(found[_top(most[found], wanted)])
    # A group's sections stand far apart: neighbours are often large together.
    groups = most[: n_groups * GROUP].reshape(GROUP, n_groups)
    chosen = _top(groups.max(axis=0), wanted)
    found = np.sort(chosen + n_groups * groups[:, chosen].argmax(axis=0))
    return found[most[found] > 0]


def _top(values: NDArray[np.float32], n: int) -> Places:
    # Of what is missing: partitioning is fast then where many are equal.
    return np.argpartition(-values, n - 1)[:n]


def _best(
    passages: Passages, points: Points, limit: int, allowed: NDArray[np.bool_] | None
) -> Points:
    """Return the best of some passages, best first."""
    chosen = np.arange(len(points.total))
    if allowed is not None:
        chosen = chosen[allowed[passages.document_of(points.passages)]]
    if len(chosen) > limit:
        total = points.total[chosen]
        threshold = -np.partition(-total, limit - 1)[limit - 1]
        chosen = chosen[total >= threshold]
    order = np.argsort(-points.total[chosen])
    total = points.total[chosen[order]]
    if (total[1:] == total[:-1]).any():
        keys = passages.precedence(points.passages[chosen])
        order = np.lexsort((*keys, -points.total[chosen]))
    return points[chosen[order[:limit]]]


def _last(best: Points, limit: int, floor: float) -> float:
    """Return the points that a passage needs to be among the best."""
    return float(best.total[-1]) if len(best.total) == limit else floor


def _holds_allowed(passages: Passages, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return (n_sections,) True where a section holds a passage of an allowed document."""
    first, last = passages.section_of_document
    # Documents without a passage are told to be in a section even where there is none.
    change = np.zeros(passages.n_sections + 2, np.int64)
    np.add.at(change, first[allowed], 1)
    np.add.at(change, last[allowed] + 1, -1)
    return np.asarray(np.cumsum(change)[: passages.n_sections] > 0)
