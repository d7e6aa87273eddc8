"""The exact top of a score array, with ties broken by a stated order."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["top"]


def top(
    scores: NDArray[np.float32], precedence: NDArray[np.int32], limit: int
) -> NDArray[np.int64]:
    """Return the positions of the best positive scores, best first.

    Parameters
    ----------
    scores
        (n,) finite.
    precedence
        (n,) rank of each position among equals; the lower one wins.
    limit
        how many to return at most, 1 or more.

    >>> top(np.array([1, 3, 3, 0], "f"), np.array([0, 2, 1, 3], "i"), 3)
    array([2, 1, 0])
    """
    n_wanted = min(limit, int(np.count_nonzero(scores > 0)))
    if n_wanted == 0:
        return np.empty(0, np.int64)
    # Partition of the negated scores: fast where many scores are equal, which is the usual case.
    threshold = -np.partition(-scores, n_wanted - 1)[n_wanted - 1]
    candidates = np.flatnonzero(scores >= threshold)
    order = np.lexsort((precedence[candidates], -scores[candidates]))
    return candidates[order[:n_wanted]]
