"""The exact points of passages, section by section."""

import numpy as np

from retrieval.inverted.loops.heap import put
from retrieval.inverted.loops.inner import inner
from retrieval.inverted.loops.lists import entry_in, find, items, occurrence
from retrieval.inverted.scoring import OF_QUESTION, TO_ANSWER
from retrieval.sections import SIZE

__all__ = ["score"]


@inner
def _number(starts, first, begin, end, unit):  # type: ignore[no-untyped-def]
    """Number the units of passages from 0, the first unit being known; return how many."""
    place = first
    for passage in range(begin, end):
        while starts[place + 1] <= passage:
            place += 1
        unit[passage - begin] = place - first
    return place - first + 1


@inner
def _add_units(weight, norms, lengths, first, n_units, held, total):  # type: ignore[no-untyped-def]
    """Add what a term gives to units, and forget how often they hold it."""
    if weight == 0:
        held[:n_units] = 0.0
        return
    for unit in range(n_units):
        if held[unit] > 0:
            norm = norms[0] + norms[1] * lengths[first + unit]
            total[unit] += weight * (held[unit] / (held[unit] + norm))
            held[unit] = 0.0


@inner
def score(  # type: ignore[no-untyped-def]
    sections, found, terms, weights, norms, lists, titles, units, asks, lengths, allowed, best,
    taken,
):  # fmt: skip
    """Score sections one by one; take passages that have no less than the last of the best so far.

    - `sections`: ascending.
    - `found`: how many passages are taken already.
    - `allowed`: (n_documents,) which may be returned; empty for all.
    - `best`: a heap of the best points.
    - `taken`: passages and (5, len(passages)) their points, by field and in all.

    Returns how many passages are taken now, and these, in more room where they need it.
    """
    section_first, paragraph_first, part_first, document_first = units
    _, of_paragraphs, of_parts, of_titles = lengths
    paragraph, part = np.empty(SIZE, np.int64), np.empty(SIZE, np.int64)
    document = np.empty(SIZE, np.int64)
    held, sums = np.zeros((2, SIZE)), np.empty((5, SIZE))
    at, title_at = np.empty(len(terms), np.int64), np.empty(len(terms), np.int64)
    for number in range(len(terms)):
        at[number] = lists[0][terms[number]]
        title_at[number] = titles[0][terms[number]]
    first = np.zeros(3, np.int64)
    passages, points = taken
    for section in sections:
        if found + SIZE > len(passages):
            passages, points = _roomier(passages, points)
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
        _total(begin, end, paragraph, part, document, asks, sums)
        found = _take(
            begin, end, first[2], paragraph, part, document, allowed, sums, best, found, passages,
            points,
        )  # fmt: skip
    return found, (passages, points)


@inner
def _count(  # type: ignore[no-untyped-def]
    entry, term, section, begin, weight, norms, lists, of_sentences, paragraph, part, held, sums
):
    """Add what a term gives to sentences of a section, and count it by paragraph and part."""
    first_entry, section_of, base, start, posting, many, many_counts = lists
    last = np.int64(first_entry[term + 1])
    entry = entry_in(section_of, entry, last, section)
    if entry == last or section_of[entry] != section:
        return entry
    first_item, last_item = items(entry, base, start)
    for item in range(first_item, last_item):
        inside, count = occurrence(item, posting, many, many_counts)
        norm = norms[0] + norms[1] * of_sentences[begin + inside]
        sums[inside] += weight * (count / (count + norm))
        held[0, paragraph[inside]] += count
        held[1, part[inside]] += count
    return entry


@inner
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


@inner
def _total(begin, end, paragraph, part, document, asks, sums):  # type: ignore[no-untyped-def]
    """Add the fields up, and let questions give way to answers."""
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


@inner
def _take(  # type: ignore[no-untyped-def]
    begin, end, first_document, paragraph, part, document, allowed, sums, best, found, passages,
    points,
):  # fmt: skip
    """Take the passages that may be among the best; return how many there are now."""
    for passage in range(end - begin):
        total = sums[4, passage]
        if total < best[0] or total <= 0:
            continue
        if len(allowed) and not allowed[first_document + document[passage]]:
            continue
        put(total, best)
        passages[found] = begin + passage
        points[0, found] = sums[0, passage]
        points[1, found] = sums[1, paragraph[passage]]
        points[2, found] = sums[2, part[passage]]
        points[3, found] = sums[3, document[passage]]
        points[4, found] = total
        found += 1
    return found


@inner
def _roomier(passages, points):  # type: ignore[no-untyped-def]
    """Return copies with room for twice as many passages."""
    more = np.empty(2 * len(passages), np.int64)
    more_points = np.empty((5, len(more)))
    for place in range(len(passages)):
        more[place] = passages[place]
        for row in range(5):
            more_points[row, place] = points[row, place]
    return more, more_points
