"""Rows of different lengths, stored one after the other."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["entries", "numbered", "offsets", "smallest", "spans"]

Numbers = NDArray[np.integer[Any]]
Places = NDArray[np.int64]


def entries(starts: Numbers, rows: Numbers) -> tuple[Places, Places]:
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
    # Not starts[rows + 1], which the smallest types may not hold.
    return spans(starts[:-1][rows], starts[1:][rows])


def spans(begin: Numbers, end: Numbers) -> tuple[Places, Places]:
    """Return, for every number in ranges from begin to before end, itself and its range.

    >>> number, which = spans(np.array([4, 9]), np.array([6, 10]))
    >>> number.tolist(), which.tolist()
    ([4, 5, 9], [0, 0, 1])
    """
    first = begin.astype(np.int64)
    lengths = end.astype(np.int64) - first
    ends = np.cumsum(lengths)
    shift = np.repeat(first - (ends - lengths), lengths)
    return np.arange(len(shift)) + shift, np.repeat(np.arange(len(lengths)), lengths)


def offsets(lengths: Numbers) -> Places:
    """Return (n + 1,) where each of consecutive rows begins, and where the last ends.

    >>> offsets(np.array([2, 0, 3])).tolist()
    [0, 2, 2, 5]
    """
    ends = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=ends[1:])
    return ends


def smallest(numbers: Numbers) -> Numbers:
    """Return numbers of 0 or more in the smallest unsigned type that holds them all.

    >>> smallest(np.array([3, 300])).dtype, smallest(np.array([], np.int64)).dtype
    (dtype('uint16'), dtype('uint8'))
    """
    return numbers.astype(np.min_scalar_type(int(numbers.max())) if len(numbers) else np.uint8)


def numbered(chosen: Numbers, n: int) -> Numbers:
    """Return (n,) the place of each number among some, from 1, and 0 for one that is not there.

    A table to look places up in: quicker than a search for each of thousands of numbers.

    >>> numbered(np.array([3, 0]), 5).tolist()
    [2, 0, 0, 1, 0]
    """
    table = np.zeros(n, np.min_scalar_type(len(chosen)))
    table[chosen] = np.arange(1, len(chosen) + 1)
    return table
