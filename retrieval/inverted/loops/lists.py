"""Places in sorted lists, and postings read one by one."""

import numpy as np
from numba import njit

from retrieval.inverted.loops.inner import inner
from retrieval.inverted.postings import FULL, PASSAGE_BITS, SPAN

__all__ = ["entry_in", "find", "items", "occurrence"]


@njit(nogil=True)
def find(numbers, low, high, wanted):  # type: ignore[no-untyped-def]
    """Return the first place from low to before high that holds wanted or more; look near first."""
    step = 1
    while low + step < high and numbers[low + step] < wanted:
        low += step
        step *= 2
    high = min(high, low + step + 1)
    while low < high:
        middle = (low + high) // 2
        if numbers[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


@njit(nogil=True)
def entry_in(section_of, entry, last, section):  # type: ignore[no-untyped-def]
    """Return the first entry from one to before the last that is of a section or a later one."""
    if entry >= last or section_of[entry] >= section:
        return entry
    # A common term is in every section on the way, and no term is in any of them twice.
    furthest = entry + np.int64(section) - np.int64(section_of[entry])
    if furthest < last and section_of[furthest] == section:
        return furthest
    return find(section_of, entry, min(last, furthest), section)


@inner
def items(entry, base, start):  # type: ignore[no-untyped-def]
    """Return the first posting of an entry, and one past its last."""
    first = np.int64(base[entry // SPAN]) + start[entry]
    return first, np.int64(base[(entry + 1) // SPAN]) + start[entry + 1]


@inner
def occurrence(item, posting, many, many_counts):  # type: ignore[no-untyped-def]
    """Return the passage of a posting within its section, and how often it holds the term."""
    byte = posting[item]
    count = np.int64(byte >> PASSAGE_BITS) + 1
    if count == FULL:
        count = np.int64(many_counts[find(many, np.int64(0), len(many), item)])
    return np.int64(byte & ((1 << PASSAGE_BITS) - 1)), count
