"""Bounds of the eighths of all sections, and the sections that these leave."""

import numpy as np
from numba import njit

from retrieval.inverted.loops.heap import put
from retrieval.inverted.loops.inner import inner
from retrieval.inverted.loops.lanes import HALF, LANE_BITS, LANES, missing, reaches, repeated
from retrieval.inverted.loops.tops import STEPS
from retrieval.inverted.scoring import TO_ANSWER

__all__ = ["MOST_TERMS", "bound", "largest", "reaching"]

# Of questions of more terms, rounding would take too much of the lanes: nothing is left out there.
MOST_TERMS = 2000
# A section's number, below its bound.
SECTION_BITS = 40


@njit(nogil=True)
def bound(terms, scales, lists, limits, tops, lanes, gains, sums):  # type: ignore[no-untyped-def]
    """Add up what terms add at most to every eighth of the sections; return how much a point is.

    What a passage gains from another is left out.

    - `lanes`: `lanes.selecting`.
    - `gains`: (n_sections,) the factors that `limits` hold for it.
    - `sums`: (n_sections, 2) words, to be set.
    """
    first_entry, section_of = lists[0], lists[1]
    near, wide, mask = limits
    top, held, _ = tops
    if len(terms) > MOST_TERMS:
        sums[:] = repeated(HALF - 1)
        return 0.0
    sums[:] = 0
    # Three of each term are rounded up.
    point = (HALF - 1 - 3 * len(terms)) / max(np.sum(scales), 1e-30)
    of_top = np.empty(STEPS + 1, np.uint64)
    # Where nobody asks, and where somebody does.
    of_near, of_wide = np.empty((2, STEPS + 1), np.uint64), np.empty((2, STEPS + 1), np.uint64)
    for number in range(len(terms)):
        first, last = np.int64(first_entry[terms[number]]), np.int64(first_entry[terms[number] + 1])
        _multiples(point * scales[0, number], of_top)
        for row, gain in enumerate((1.0, 1 + TO_ANSWER)):
            _multiples(point * scales[1, number] / gain, of_near[row])
            _multiples(point * scales[2, number] / gain, of_wide[row])
        if scales[1, number] == 0 and scales[2, number] == 0:
            for entry in range(first, last):
                section, added, which = (
                    np.uint32(section_of[entry]),
                    of_top[top[entry]],
                    held[entry],
                )
                sums[section, 0] += added & lanes[which, 0]
                sums[section, 1] += added & lanes[which, 1]
            continue
        for entry in range(first, last):
            section, added, which = np.uint32(section_of[entry]), of_top[top[entry]], held[entry]
            kind = np.int64(gains[section] > 1)
            beside, where = of_near[kind, near[entry]], mask[entry]
            around = of_wide[kind, wide[entry]]
            for word in range(2):
                sums[section, word] += (
                    (added & lanes[which, word]) + (beside & lanes[where, word]) + around
                )
    return point


@inner
def _multiples(whole, found):  # type: ignore[no-untyped-def]
    """Set what 255ths of a whole are, in every lane."""
    for step in range(STEPS + 1):
        found[step] = repeated(step * whole / STEPS)


@inner
def largest(n, holds, sums):  # type: ignore[no-untyped-def]
    """Return up to n sections with the largest bounds, ascending, of those that hold anything.

    - `holds`: (n_sections,) which may be returned; empty for all.
    """
    heap = np.zeros(n, np.int64)
    lacking = missing(np.int64(1))
    for section in range(len(sums)):
        if not reaches(sums[section, 0] + lacking, sums[section, 1] + lacking):
            continue
        if len(holds) and not holds[section]:
            continue
        most = np.uint64(0)
        for word in range(2):
            for lane in range(LANES):
                bits = sums[section, word] >> np.uint64(LANE_BITS * lane)
                most = max(most, bits & np.uint64((1 << LANE_BITS) - 1))
        put((np.int64(most) << SECTION_BITS) | section, heap)
        lacking = missing((heap[0] >> SECTION_BITS) + 1)
    return _ascending(heap, len(sums))


@inner
def _ascending(heap, n_sections):  # type: ignore[no-untyped-def]
    """Return the sections of a heap in their order."""
    is_chosen = np.zeros(n_sections, np.bool_)
    for key in heap:
        if key > 0:
            is_chosen[key & ((1 << SECTION_BITS) - 1)] = True
    chosen, n_chosen = np.empty(len(heap), np.int64), 0
    for section in range(n_sections):
        if is_chosen[section]:
            chosen[n_chosen] = section
            n_chosen += 1
    return chosen[:n_chosen]


@inner
def reaching(points, point, answers, holds, lanes, sums):  # type: ignore[no-untyped-def]
    """Return the sections, ascending, with a passage that may have so many points, or any.

    - `answers`: (n_sections,) bits of the eighths where a passage may gain from another.
    """
    found = np.empty(len(sums), np.int64)
    n_found = 0
    plain = missing(max(np.int64(points * point), 1))
    less = missing(max(np.int64(points * point / (1 + TO_ANSWER)), 1)) - plain
    for section in range(len(sums)):
        which = answers[section]
        one = sums[section, 0] + plain + (less & lanes[which, 0])
        other = sums[section, 1] + plain + (less & lanes[which, 1])
        if reaches(one, other):
            if len(holds) and not holds[section]:
                continue
            found[n_found] = section
            n_found += 1
    return found[:n_found]
