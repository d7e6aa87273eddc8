"""What the entries of a term add at most by a sentence, and to which eighths of their sections."""

import numpy as np
from numba import njit

from retrieval.inverted.loops.lists import items
from retrieval.inverted.postings import FULL, PASSAGE_BITS

__all__ = ["STEPS", "fill"]

# Steps of what a term adds over its weight, which is below 1.
STEPS = 255
INSIDE = (1 << PASSAGE_BITS) - 1


@njit(nogil=True)
def fill(terms, lists, section_first, of_sentences, saturation, top, held, holders):  # type: ignore[no-untyped-def]
    """Set, for every entry of terms, the most that one of its sentences has, and the eighths.

    - `top`: (n_entries,) uint8 steps, rounded up.
    - `held`: (n_entries,) uint8 bits of the eighths with a sentence that holds the term.
    - `holders`: (n_entries,) uint64 bits of those sentences.
    """
    first_entry, section_of, base, start, posting, _, _ = lists
    for term in terms:
        for entry in range(np.int64(first_entry[term]), np.int64(first_entry[term + 1])):
            first = np.int64(section_first[section_of[entry]])
            first_item, last_item = items(entry, base, start)
            most, eighths, sentences = 0.0, np.int64(0), np.uint64(0)
            for item in range(first_item, last_item):
                byte = posting[item]
                inside = np.int64(byte & INSIDE)
                often = np.int64(byte >> PASSAGE_BITS) + 1
                eighths |= np.int64(1) << (inside >> 3)
                sentences |= np.uint64(1) << np.uint64(inside)
                # How often exactly is not looked up: it is below 1 however often.
                much = 1.0 if often == FULL else saturation[often, of_sentences[first + inside]]
                most = max(most, much)
            top[entry] = np.uint8(np.ceil(most * STEPS))
            held[entry], holders[entry] = eighths, sentences
