"""The inner loops of the search, compiled by numba.

`score` takes the same sums as `scoring.Scorer.points`, in the same order and in the same types, so
that the results are equal to the bit. `bound` does what `bounds.bounds` does, in stretches of
sections that the nearest memory holds, and more narrowly.
"""

import numpy as np
from numba import njit

from retrieval.inverted.postings import FULL, PASSAGE_BITS, SPAN
from retrieval.inverted.scoring import OF_QUESTION, TO_ANSWER
from retrieval.sections import SIZE

__all__ = ["bound", "score"]

# Sections to bound at once.
WINDOW = 128
INSIDE = (1 << PASSAGE_BITS) - 1


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
        first_item = np.int64(base[entry // SPAN]) + start[entry]
        last_item = np.int64(base[(entry + 1) // SPAN]) + start[entry + 1]
        for item in range(first_item, last_item):
            inside = np.int64(posting[item] & INSIDE)
            count = np.int64(posting[item] >> PASSAGE_BITS) + 1
            if count == FULL:
                count = np.int64(many_counts[find(many, 0, len(many), item)])
                norm = norms[0] + norms[1] * of_sentences[first + inside]
                points = np.float32(weight * (count / (count + norm)))
            else:
                points = weight * saturation[count, of_sentences[first + inside]]
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


@njit(nogil=True)
def _number(starts, first, begin, end, unit):  # type: ignore[no-untyped-def]
    """Number the units of passages from 0, the first unit being known; return how many."""
    place = first
    for passage in range(begin, end):
        while starts[place + 1] <= passage:
            place += 1
        unit[passage - begin] = place - first
    return place - first + 1


@njit(nogil=True)
def _add_units(weight, norms, lengths, first, n_units, held, total):  # type: ignore[no-untyped-def]
    """Add what a term gives to units, and forget how often they hold it."""
    for unit in range(n_units):
        if held[unit] > 0:
            norm = norms[0] + norms[1] * lengths[first + unit]
            total[unit] += weight * (held[unit] / (held[unit] + norm))
            held[unit] = 0.0


@njit(nogil=True)
def score(  # type: ignore[no-untyped-def]
    sections, start_at, floor, terms, weights, norms, lists, titles, units, asks, lengths, passages,
    points,
):  # fmt: skip
    """Score sections one by one until there is no more room for what is found.

    Returns where to go on, and how many passages were found.
    """
    section_first, paragraph_first, part_first, document_first = units
    _, of_paragraphs, of_parts, of_titles = lengths
    paragraph, part = np.empty(SIZE, np.int64), np.empty(SIZE, np.int64)
    document = np.empty(SIZE, np.int64)
    held = np.zeros((2, SIZE))
    sums = np.empty((5, SIZE))
    at, title_at = np.empty(len(terms), np.int64), np.empty(len(terms), np.int64)
    for number in range(len(terms)):
        at[number] = lists[0][terms[number]]
        title_at[number] = titles[0][terms[number]]
    found = 0
    first = np.zeros(3, np.int64)
    for turn in range(start_at, len(sections)):
        if found + SIZE > len(passages):
            return turn, found
        section = sections[turn]
        begin, end = np.int64(section_first[section]), np.int64(section_first[section + 1])
        for number, starts in enumerate((paragraph_first, part_first, document_first)):
            first[number] = find(starts, first[number], len(starts), begin + 1) - 1
        n_paragraphs = _number(paragraph_first, first[0], begin, end, paragraph)
        n_parts = _number(part_first, first[1], begin, end, part)
        n_documents = _number(document_first, first[2], begin, end, document)
        sums[:] = 0.0
        for number in range(len(terms)):
            at[number] = _count(
                at[number], terms[number], section, begin, weights[0, number], norms[0], lists,
                lengths[0], paragraph, part, held, sums[0],
            )  # fmt: skip
            _add_units(
                weights[1, number], norms[1], of_paragraphs, first[0], n_paragraphs, held[0],
                sums[1],
            )  # fmt: skip
            _add_units(weights[2, number], norms[2], of_parts, first[1], n_parts, held[1], sums[2])
            title_at[number] = _add_titles(
                title_at[number], terms[number], first[2], n_documents, weights[3, number],
                norms[3], titles, of_titles, sums[3],
            )  # fmt: skip
        found = _take(
            begin, end, floor, paragraph, part, document, asks, sums, found, passages, points
        )
    return len(sections), found


@njit(nogil=True)
def _count(  # type: ignore[no-untyped-def]
    entry, term, section, begin, weight, norms, lists, of_sentences, paragraph, part, held, sums
):
    """Add what a term gives to sentences of a section, and count it by paragraph and part."""
    first_entry, section_of, base, start, posting, many, many_counts = lists
    last = np.int64(first_entry[term + 1])
    entry = find(section_of, entry, last, section)
    if entry == last or section_of[entry] != section:
        return entry
    first_item = np.int64(base[entry // SPAN]) + start[entry]
    last_item = np.int64(base[(entry + 1) // SPAN]) + start[entry + 1]
    for item in range(first_item, last_item):
        inside = np.int64(posting[item] & INSIDE)
        count = np.int64(posting[item] >> PASSAGE_BITS) + 1
        if count == FULL:
            count = np.int64(many_counts[find(many, 0, len(many), item)])
        norm = norms[0] + norms[1] * of_sentences[begin + inside]
        sums[inside] += weight * (count / (count + norm))
        held[0, paragraph[inside]] += count
        held[1, part[inside]] += count
    return entry


@njit(nogil=True)
def _add_titles(  # type: ignore[no-untyped-def]
    item, term, first, n_documents, weight, norms, titles, of_titles, sums
):
    """Add what a term gives to the titles of documents."""
    first_title, title, title_count = titles
    last = np.int64(first_title[term + 1])
    item = find(title, item, last, first)
    behind = item
    while behind < last and title[behind] < first + n_documents:
        often = np.int64(title_count[behind])
        norm = norms[0] + norms[1] * of_titles[title[behind]]
        sums[title[behind] - first] += weight * (often / (often + norm))
        behind += 1
    # A long document goes on in the next section.
    return item


@njit(nogil=True)
def _take(  # type: ignore[no-untyped-def]
    begin, end, floor, paragraph, part, document, asks, sums, found, passages, points
):
    """Add the fields up, let questions give way to answers, and take what reaches the floor."""
    total = sums[4]
    for passage in range(end - begin):
        total[passage] = (
            (sums[0, passage] + sums[1, paragraph[passage]]) + sums[2, part[passage]]
        ) + sums[3, document[passage]]
    for passage in range(end - begin - 1):
        together = paragraph[passage] == paragraph[passage + 1]
        if asks[begin + passage] and not asks[begin + passage + 1] and together:
            total[passage + 1] += TO_ANSWER * total[passage]
            total[passage] *= OF_QUESTION
    for passage in range(end - begin):
        if total[passage] >= floor and total[passage] > 0:
            passages[found] = begin + passage
            points[0, found] = sums[0, passage]
            points[1, found] = sums[1, paragraph[passage]]
            points[2, found] = sums[2, part[passage]]
            points[3, found] = sums[3, document[passage]]
            points[4, found] = total[passage]
            found += 1
    return found
