"""Bounds of all sections, a window of them at a time."""

import numpy as np
from numba import njit

from retrieval.inverted.loops.lists import items, occurrence
from retrieval.inverted.postings import FULL, PASSAGE_BITS
from retrieval.sections import SIZE

__all__ = ["WINDOW", "bound"]

# Sections to bound at once.
WINDOW = 128
INSIDE = (1 << PASSAGE_BITS) - 1


@njit(nogil=True)
def bound(  # type: ignore[no-untyped-def]
    terms, weights, near_steps, wide_steps, rest, room, best, lists, limits, section_first,
    of_sentences, norms, saturation, questions, most,
):  # fmt: skip
    """Set the most that a passage of each section can have; return a floor of the best.

    What terms add by the sentence is read from their lists. An eighth of a section has the largest
    of these sums, what the terms add at most by paragraphs there, by document and title, and the
    rest. The best sums of sentences, of one passage a section, are a floor for the best passages.
    """
    n_sections = len(most)
    sums = np.empty((WINDOW, SIZE), np.float32)
    tops, nears = np.empty((WINDOW, 8), np.float32), np.empty((WINDOW, 8), np.float32)
    # Of each section the best sum, what is added near, and what is added everywhere.
    whole = np.empty((3, WINDOW), np.float32)
    at = np.empty(len(terms), np.int64)
    for number in range(len(terms)):
        at[number] = lists[0][terms[number]]
    for begin in range(0, n_sections, WINDOW):
        end = min(begin + WINDOW, n_sections)
        sums[:] = 0
        tops[:] = 0
        nears[:] = 0
        whole[:] = 0
        for number in range(len(terms)):
            at[number] = _add(
                at[number], np.int64(lists[0][terms[number] + 1]), begin, end, weights[number],
                near_steps[number], wide_steps[number], lists, limits, section_first, of_sentences,
                norms, saturation, sums, tops, nears, whole,
            )  # fmt: skip
        _close(begin, end, rest, room, best, questions, tops, nears, whole, most)
    return best[0] if len(best) else np.float32(0)


@njit(nogil=True)
def _add(  # type: ignore[no-untyped-def]
    entry, last, begin, end, weight, near_step, wide_step, lists, limits, section_first,
    of_sentences, norms, saturation, sums, tops, nears, whole,
):  # fmt: skip
    """Add a term to the sections from begin to before end; return the entry behind them."""
    _, section_of, base, start, posting, many, many_counts = lists
    near, wide, mask = limits
    while entry < last and section_of[entry] < end:
        section = np.int64(section_of[entry])
        row = section - begin
        whole[2, row] += np.float32(wide[entry]) * wide_step
        if near[entry]:
            points, which = np.float32(near[entry]) * near_step, mask[entry]
            whole[1, row] += points
            for eighth in range(8):
                if which >> eighth & 1:
                    nears[row, eighth] += points
        first = np.int64(section_first[section])
        first_item, last_item = items(entry, base, start)
        for item in range(first_item, last_item):
            byte = posting[item]
            inside = np.int64(byte & INSIDE)
            n_terms = of_sentences[first + inside]
            # Not `occurrence`: that counts are small here is what makes the loop quick.
            often = np.int64(byte >> PASSAGE_BITS) + 1
            if often == FULL:
                _, count = occurrence(item, posting, many, many_counts)
                points = np.float32(weight * (count / (count + norms[0] + norms[1] * n_terms)))
            else:
                points = weight * saturation[often, n_terms]
            sums[row, inside] += points
            tops[row, inside >> 3] = max(tops[row, inside >> 3], sums[row, inside])
            whole[0, row] = max(whole[0, row], sums[row, inside])
        entry += 1
    return entry


@njit(nogil=True)
def _close(  # type: ignore[no-untyped-def]
    begin, end, rest, room, best, questions, tops, nears, whole, most
):
    """Turn the sums of sections into bounds, and keep the best of them."""
    gains, least = questions
    for section in range(begin, end):
        row, gain = section - begin, gains[section]
        top, near, wide = whole[0, row], whole[1, row], whole[2, row]
        highest = (gain * top + near + wide + rest) * room
        most[section] = 0
        if len(best) and highest < best[0]:
            continue
        if near > 0:
            narrower = np.float32(0)
            for eighth in range(8):
                mine = top if gain > 1 else tops[row, eighth]
                narrower = max(narrower, gain * mine + nears[row, eighth])
            highest = (narrower + wide + rest) * room
        most[section] = highest
        if len(best):
            _keep(top * least[section] / room, best)


@njit(nogil=True)
def _keep(points, best):  # type: ignore[no-untyped-def]
    """Put points among the best, which are ascending, in place of the lowest."""
    if points <= best[0]:
        return
    place = 0
    while place + 1 < len(best) and best[place + 1] < points:
        best[place] = best[place + 1]
        place += 1
    best[place] = points
