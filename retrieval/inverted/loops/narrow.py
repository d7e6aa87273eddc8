"""Bounds of a few sections by what their sentences have."""

import numpy as np
from numba import njit

from retrieval.inverted.loops.heap import put
from retrieval.inverted.loops.lanes import missing, reaches, repeated
from retrieval.inverted.loops.lists import items, occurrence
from retrieval.inverted.postings import FULL, PASSAGE_BITS
from retrieval.sections import SIZE

__all__ = ["SURE", "narrowed"]

# Less than what sums keep of what they should be, rounded as they are.
SURE = 1 - 1e-5
INSIDE = (1 << PASSAGE_BITS) - 1
EIGHTHS = 8
EIGHTH = SIZE // EIGHTHS
# All bits of an eighth.
BYTE = (1 << EIGHTH) - 1


@njit(nogil=True)
def narrowed(  # type: ignore[no-untyped-def]
    sections, entries, floor, best, point, weights, steps, lists, limits, tops, lanes,
    section_first, of_sentences, norms, saturation, questions, bounds,
):  # fmt: skip
    """Return the sections, of some, that may have a passage of so many points, and the most there.

    A section is looked at twice: with the most that each term adds to sentences that hold it, and,
    if that is enough, with what it adds.

    - `entries`: (n, n_terms) entry of each term there, or -1.
    - `floor`: points.
    - `best`: a heap of the points that the best passages have at least, one of a section;
      may be empty.
    - `point`: how much of a lane a point is.
    - `steps`: (3, n_terms) points of a step of the most, of `near` and of `wide`.
    - `lanes`: `lanes.selecting`.
    - `questions`: (n_sections,) factors of all sections: by how much a passage may gain
      from another, and what it has at least.
    - `bounds`: (n_sections, 2) words of all sections: nothing is left of those that are
      looked at.
    """
    gains, least = questions
    sums, beside, nothing = np.empty((EIGHTHS, EIGHTH)), np.empty(EIGHTHS), np.zeros(EIGHTHS)
    found, most = np.empty(len(sections), np.int64), np.empty(len(sections))
    points, holders = _gathered(entries, point * steps[0], tops)
    n_found = 0
    for turn in range(len(sections)):
        section, here = sections[turn], entries[turn]
        bounds[section] = 0
        beside[:] = 0
        for number in range(len(weights)):
            if here[number] >= 0 and (steps[1, number] > 0 or steps[2, number] > 0):
                _add_beside(here[number], steps[:, number], limits, beside)
        needed = floor / gains[section]
        if not _reaches(points[turn], holders[turn], needed * point, beside * point, lanes):
            continue
        sums[:] = 0
        for number in range(len(weights)):
            if here[number] >= 0:
                _read(
                    here[number], section_first[section], weights[number], lists, of_sentences,
                    norms, saturation, sums,
                )  # fmt: skip
        highest = _highest(sums, beside)
        if highest < needed:
            continue
        found[n_found], most[n_found] = section, highest * gains[section]
        n_found += 1
        sure = _highest(sums, nothing) * least[section]
        if len(best) and sure > best[0]:
            put(sure, best)
            floor = max(floor, best[0] * SURE)
    return found[:n_found], most[:n_found]


@njit(nogil=True)
def _gathered(entries, steps, tops):  # type: ignore[no-untyped-def]
    """Return in lanes what entries add at most to sentences, and the bits of these sentences.

    They lie far apart: fetched one after the other, the processor waits for many at once.
    """
    top, _, holders = tops
    points, sentences = np.zeros(entries.shape, np.uint64), np.zeros(entries.shape, np.uint64)
    for row in range(len(entries)):
        for number in range(len(steps)):
            entry = entries[row, number]
            if entry >= 0:
                points[row, number] = repeated(top[entry] * steps[number])
                sentences[row, number] = holders[entry]
    return points, sentences


@njit(nogil=True)
def _reaches(points, holders, needed, beside, lanes):  # type: ignore[no-untyped-def]
    """Say whether a sentence may have what is needed, by the terms that it holds."""
    for eighth in range(EIGHTHS):
        one, other = np.uint64(0), np.uint64(0)
        for number in range(len(points)):
            which = (holders[number] >> np.uint64(EIGHTH * eighth)) & np.uint64(BYTE)
            one += points[number] & lanes[which, 0]
            other += points[number] & lanes[which, 1]
        if reaches(one, other, missing(np.int64(needed - beside[eighth]))):
            return True
    return False


@njit(nogil=True)
def _highest(sums, beside):  # type: ignore[no-untyped-def]
    """Return the most that a sentence has, with what is added beside it in its eighth."""
    highest = 0.0
    for eighth in range(EIGHTHS):
        for place in range(EIGHTH):
            highest = max(highest, sums[eighth, place] + beside[eighth])
    return highest


@njit(nogil=True)
def _add_beside(entry, steps, limits, beside):  # type: ignore[no-untyped-def]
    """Add what an entry adds at most by paragraphs, document and title."""
    near, wide, mask = limits
    around, close = wide[entry] * steps[2], near[entry] * steps[1]
    for eighth in range(EIGHTHS):
        beside[eighth] += around + close * (mask[entry] >> eighth & 1)


@njit(nogil=True)
def _read(entry, first, weight, lists, of_sentences, norms, saturation, sums):  # type: ignore[no-untyped-def]
    """Add what a term adds to the sentences that hold it."""
    _, _, base, start, posting, many, many_counts = lists
    first_item, last_item = items(entry, base, start)
    for item in range(first_item, last_item):
        byte = posting[item]
        inside = np.int64(byte & INSIDE)
        n_terms = of_sentences[np.int64(first) + inside]
        # Not `occurrence`: that counts are small here is what makes the loop quick.
        often = np.int64(byte >> PASSAGE_BITS) + 1
        if often == FULL:
            _, count = occurrence(item, posting, many, many_counts)
            much = count / (count + norms[0] + norms[1] * n_terms)
        else:
            much = saturation[often, n_terms]
        sums[inside // EIGHTH, inside % EIGHTH] += weight * much
