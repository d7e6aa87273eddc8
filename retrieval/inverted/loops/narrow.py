"""Bounds of a few sections by what their sentences have."""

import numpy as np

from retrieval.inverted.loops.heap import put
from retrieval.inverted.loops.inner import inner
from retrieval.inverted.loops.lanes import missing, reaches, repeated
from retrieval.inverted.loops.lists import items, occurrence
from retrieval.inverted.postings import FULL, PASSAGE_BITS
from retrieval.inverted.scoring import TO_ANSWER
from retrieval.sections import SIZE

__all__ = ["SURE", "narrowed"]

# Less than what sums keep of what they should be, rounded as they are.
SURE = 1 - 1e-5
INSIDE = (1 << PASSAGE_BITS) - 1
EIGHTHS = 8
EIGHTH = SIZE // EIGHTHS
# All bits of an eighth.
BYTE = (1 << EIGHTH) - 1


@inner
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
    - `questions`: of all sections, (n_sections,) the factor that `limits` hold, the share
      that any passage keeps, and bits of the eighths where one may gain from another.
    - `bounds`: (n_sections, 2) words of all sections: nothing is left of those that are
      looked at.
    """
    gains, keeps, answers = questions
    sums, beside = np.empty((EIGHTHS, EIGHTH)), np.empty(EIGHTHS)
    found, most = np.empty(len(sections), np.int64), np.empty(len(sections))
    points, holders = _gathered(entries, point, steps, tops)
    n_found = 0
    for turn in range(len(sections)):
        section = sections[turn]
        bounds[section, 0] = bounds[section, 1] = 0
        _set_beside(entries[turn], steps, gains[section], limits, beside)
        gaining = np.int64(answers[section])
        if not _reaches(points[turn], holders[turn], floor, point, gaining, beside, lanes):
            continue
        sums[:] = 0
        for number in range(len(weights)):
            if entries[turn, number] >= 0:
                _read(
                    entries[turn, number], section_first[section], weights[number], lists,
                    of_sentences, norms, saturation, sums,
                )  # fmt: skip
        highest, alone = _highest(sums, gaining, beside)
        if highest < floor:
            continue
        found[n_found], most[n_found] = section, highest
        n_found += 1
        if len(best) and alone * keeps[section] > best[0]:
            put(alone * keeps[section], best)
            floor = max(floor, best[0] * SURE)
    return found[:n_found], most[:n_found]


@inner
def _gain(gaining, eighth):  # type: ignore[no-untyped-def]
    """Return the factor by which a passage of an eighth may gain from another."""
    return 1 + TO_ANSWER * (gaining >> eighth & 1)


@inner
def _gathered(entries, point, steps, tops):  # type: ignore[no-untyped-def]
    """Return in lanes what entries add at most to sentences, and the bits of these sentences.

    They lie far apart: fetched one after the other, the processor waits for many at once.
    """
    top, _, holders = tops
    points, sentences = np.zeros(entries.shape, np.uint64), np.zeros(entries.shape, np.uint64)
    for row in range(entries.shape[0]):
        for number in range(entries.shape[1]):
            entry = entries[row, number]
            if entry >= 0:
                points[row, number] = repeated(top[entry] * point * steps[0, number])
                sentences[row, number] = holders[entry]
    return points, sentences


@inner
def _set_beside(entries, steps, gain, limits, beside):  # type: ignore[no-untyped-def]
    """Set what entries add at most by paragraphs, document and title, without what is gained."""
    near, wide, mask = limits
    beside[:] = 0
    for number in range(len(entries)):
        entry = entries[number]
        if entry < 0 or (steps[1, number] == 0 and steps[2, number] == 0):
            continue
        around = wide[entry] * steps[2, number] / gain
        close = near[entry] * steps[1, number] / gain
        for eighth in range(EIGHTHS):
            beside[eighth] += around + close * (mask[entry] >> eighth & 1)


@inner
def _reaches(points, holders, floor, point, gaining, beside, lanes):  # type: ignore[no-untyped-def]
    """Say whether a sentence may have so many points, by the terms that it holds."""
    for eighth in range(EIGHTHS):
        one, other = np.uint64(0), np.uint64(0)
        for number in range(len(points)):
            which = (holders[number] >> np.uint64(EIGHTH * eighth)) & np.uint64(BYTE)
            one += points[number] & lanes[which, 0]
            other += points[number] & lanes[which, 1]
        needed = floor / _gain(gaining, eighth) - beside[eighth]
        lacking = missing(np.int64(needed * point))
        if reaches(one + lacking, other + lacking):
            return True
    return False


@inner
def _highest(sums, gaining, beside):  # type: ignore[no-untyped-def]
    """Return the most that a sentence has, with what is added to it, and alone."""
    highest, alone = 0.0, 0.0
    for eighth in range(EIGHTHS):
        here = 0.0
        for place in range(EIGHTH):
            here = max(here, sums[eighth, place])
        alone = max(alone, here)
        highest = max(highest, (here + beside[eighth]) * _gain(gaining, eighth))
    return highest, alone


@inner
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
