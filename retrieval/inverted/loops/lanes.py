"""Sums of small numbers side by side in words: four lanes of sixteen bits.

They are added and compared four at once; the highest bit of each stays free.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from retrieval.inverted.loops.inner import inner

__all__ = ["HALF", "LANES", "LANE_BITS", "missing", "reaches", "repeated", "selecting"]

LANES = 4
LANE_BITS = 16
# Sums are below.
HALF = 1 << (LANE_BITS - 1)
# A one in every lane of a word, and the highest bit of each.
ONES = np.uint64(0x0001000100010001)
HIGHEST = np.uint64(0x8000800080008000)


def selecting() -> NDArray[np.uint64]:
    """Return (256, 2) words whose eight lanes are full where a byte has bits."""
    bits = np.arange(256)[:, None] >> np.arange(8) & 1
    return (bits * ((1 << LANE_BITS) - 1)).astype(np.uint16).view(np.uint64)


@inner
def repeated(number):  # type: ignore[no-untyped-def]
    """Return a number, rounded up, in every lane."""
    return np.uint64(np.ceil(number)) * ONES


@njit(nogil=True)
def missing(least):  # type: ignore[no-untyped-def]
    """Return what sets the highest bit of lanes of so much and more when it is added."""
    return np.uint64(HALF - min(max(least, 0), HALF)) * ONES


@njit(nogil=True)
def reaches(one, other):  # type: ignore[no-untyped-def]
    """Say whether a lane of two words has what it was missing; that has been added."""
    return (one | other) & HIGHEST != 0
