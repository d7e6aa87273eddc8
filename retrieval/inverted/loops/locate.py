"""The entries of terms in a few sections."""

import numpy as np

from retrieval.inverted.loops.inner import inner
from retrieval.inverted.loops.lists import entry_in

__all__ = ["located"]

# Entries that are passed over in the time that a search for one of them takes.
SEARCHING = 24


@inner
def located(sections, n_sections, terms, lists):  # type: ignore[no-untyped-def]
    """Return (n, n_terms) entries of terms in n ascending sections, -1 where there is none."""
    first_entry, section_of = lists[0], lists[1]
    # The last row takes what is of no section that is wanted.
    entries = np.full((len(sections) + 1, len(terms)), -1, np.int64)
    row_of = np.full(n_sections, len(sections), np.uint32)
    for row in range(len(sections)):
        row_of[sections[row]] = row
    for number in range(len(terms)):
        entry, last = np.int64(first_entry[terms[number]]), np.int64(first_entry[terms[number] + 1])
        if last - entry < SEARCHING * len(sections):
            for place in range(entry, last):
                entries[row_of[np.uint32(section_of[place])], number] = place
            continue
        for row in range(len(sections)):
            entry = entry_in(section_of, entry, last, sections[row])
            if entry < last and section_of[entry] == sections[row]:
                entries[row, number] = entry
    return entries[:-1]
