"""Rows of different lengths, stored one after the other."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["entries"]


def entries(
    starts: NDArray[np.int64], rows: NDArray[np.integer]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return, for every entry of some rows, its place and the place of its row among the rows.

    Parameters
    ----------
    starts
        (n + 1,) where the entries of each row begin, and where the last ends.
    rows
        (m,) rows to read, in this order; the same row may come again.

    >>> entry, row = entries(np.array([0, 2, 3]), np.array([1, 0]))
    >>> entry.tolist(), row.tolist()
    ([2, 0, 1], [0, 1, 1])
    """
    lengths = starts[rows + 1] - starts[rows]
    ends = np.cumsum(lengths)
    row = np.repeat(np.arange(len(rows)), lengths)
    shift = np.repeat(starts[rows] - (ends - lengths), lengths)
    return np.arange(len(shift)) + shift, row
