"""From rows of terms to what each term occurs in: the first half of building inverted lists."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.ragged import entries, smallest

__all__ = ["Occurrences", "holders", "invert"]

Places = NDArray[np.int64]

# Rows of one call; a key is a term's number above those bits.
ROW_BITS = 32


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Which of some consecutive rows hold which terms; kept small, as many wait to be merged.

    Attributes:
        terms: (n,) int32 distinct terms, ascending.
        sizes: (n,) int32 number of rows that hold each.
        rows: those rows from 0, ascending within a term.
        counts: uint16 how often a row holds the term; 65,535 stands for all above as well.
    """

    terms: NDArray[np.int32]
    sizes: NDArray[np.int32]
    rows: NDArray[np.integer[Any]]
    counts: NDArray[np.uint16]


def invert(
    words: NDArray[np.integer[Any]],
    sizes: Places,
    word_terms: NDArray[np.int32],
    word_first: Places,
) -> Occurrences:
    """Invert rows of words.

    Parameters
    ----------
    words
        word numbers, row after row.
    sizes
        (n_rows,) words of each row; at most 2**32 rows.
    word_terms, word_first
        the terms of each word, word after word, and (n_words + 1,) where those of each begin.
    """
    entry, word = entries(word_first, words)
    row = np.repeat(np.arange(len(sizes)), sizes)
    keys = (word_terms[entry].astype(np.int64) << ROW_BITS) | row[word]
    keys.sort()
    begin = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.diff(begin, append=len(keys))
    held = keys[begin]
    term = held >> ROW_BITS
    first = np.flatnonzero(np.diff(term, prepend=-1))
    return Occurrences(
        terms=term[first].astype(np.int32),
        sizes=np.diff(first, append=len(term)).astype(np.int32),
        rows=smallest(held & ((1 << ROW_BITS) - 1)),
        counts=np.minimum(counts, 65535).astype(np.uint16),
    )


def holders(found: list[Occurrences], n_terms: int) -> Places:
    """Return (n_terms,) how many rows hold each term."""
    total = np.zeros(n_terms, np.int64)
    for part in found:
        total[part.terms] += part.sizes
    return total
