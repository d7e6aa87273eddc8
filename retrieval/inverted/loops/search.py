"""A whole search in one call: bounds, the most promising sections, and what these leave."""

import numpy as np
from numba import njit

from retrieval.inverted.loops.bound import bound, largest, reaching
from retrieval.inverted.loops.heap import put
from retrieval.inverted.loops.inner import inner
from retrieval.inverted.loops.locate import located
from retrieval.inverted.loops.narrow import SURE, narrowed
from retrieval.inverted.loops.score import score
from retrieval.inverted.loops.tops import STEPS

__all__ = ["find_best"]

# Sections to look at more closely before any is scored, for each that is scored first.
PROMISING = 6
# Passages to have room for at first.
AT_FIRST = 2048


@njit(nogil=True)
def find_best(  # type: ignore[no-untyped-def]
    terms, weights, scales, n_first, n_best, holds, allowed, lists, titles, limits, tops, lanes,
    units, asks, questions, lengths, norms, saturation,
):  # fmt: skip
    """Return passages, the best of all among them, and their points by field and in all.

    - `terms`: (n_terms,).
    - `weights`: (4, n_terms) the most that each adds by a field.
    - `scales`: (3, n_terms) bounds of that: by a sentence, near and wide.
    - `n_first`: sections to score before others are left out.
    - `n_best`: passages that are wanted.
    - `holds`, `allowed`: (n_sections,) and (n_documents,) which may be returned; empty for
      all.
    """
    n_sections = len(units[0]) - 1
    sums = np.empty((n_sections, 2), np.uint64)
    point = bound(terms, scales, lists, limits, tops, lanes, questions[0], sums)
    sections = largest(min(PROMISING * n_first, max(n_sections, 1)), holds, sums)
    # What passages have at least is not known of those that may not be returned.
    sure, floor = np.zeros(0 if len(allowed) else n_best), 0.0
    best, taken = np.zeros(n_best), (np.empty(AT_FIRST, np.int64), np.empty((5, AT_FIRST)))
    found = np.int64(0)
    for turn in range(2):
        sections, most = narrowed(
            sections, located(sections, n_sections, terms, lists), floor, sure, point, weights[0],
            scales / STEPS, lists, limits, tops, lanes, units[0], lengths[0], norms[0], saturation,
            questions, sums,
        )  # fmt: skip
        first = _last(n_first, most)
        for low, high in ((first, np.inf), (0.0, first)):
            found, taken = score(
                _between(sections, most, max(low, floor), high), found, terms, weights, norms,
                lists, titles, units, asks, lengths, allowed, best, taken,
            )  # fmt: skip
            floor = max(floor, best[0] * SURE)
        if len(sure):
            floor = max(floor, sure[0] * SURE)
        if turn == 0:
            sections = reaching(floor, point, questions[2], holds, lanes, sums)
    return taken[0][:found], taken[1][:, :found]


@inner
def _last(n, values):  # type: ignore[no-untyped-def]
    """Return the least of the n largest values, or 0."""
    heap = np.zeros(n)
    for value in values:
        if value > heap[0]:
            put(value, heap)
    return heap[0]


@inner
def _between(sections, most, low, high):  # type: ignore[no-untyped-def]
    """Return the sections with bounds from low to below high."""
    chosen, n_chosen = np.empty(len(sections), np.int64), 0
    for place in range(len(sections)):
        if low <= most[place] < high:
            chosen[n_chosen] = sections[place]
            n_chosen += 1
    return chosen[:n_chosen]
