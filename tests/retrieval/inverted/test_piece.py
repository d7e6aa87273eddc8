"""A piece holds what a stretch's entries and occurrences say, in less room."""

import numpy as np

from retrieval.inverted.bounding import Entries
from retrieval.inverted.inverting import Occurrences
from retrieval.inverted.piece import Piece


def piece() -> Piece:
    """Make one of two sections: term 3 in both and term 8 in the second, by a title alone."""
    entries = Entries(
        term=np.array([3, 3, 8], np.int32),
        section=np.array([0, 1, 1], np.uint32),
        top=np.array([2, 5, 0], np.float32),
        near=np.array([1, 0.5, 0], np.float32),
        wide=np.array([0, 0, 4], np.float32),
        mask=np.array([1, 2, 0], np.uint8),
        size=np.array([2, 1, 0], np.uint8),
    )
    found = Occurrences(
        terms=np.array([3], np.int32),
        sizes=np.array([3], np.int32),
        rows=np.array([0, 2, 3], np.uint32),
        counts=np.array([1, 9, 4], np.uint16),
    )
    return Piece.of(entries, found, np.array([0, 1, 2, 0], np.uint8), first_section=5)


def test_terms_stand_once_with_their_numbers_of_entries_and_postings() -> None:
    made = piece()

    assert made.terms.tolist() == [3, 8]
    assert made.n_entries.tolist() == [2, 1]
    assert made.n_postings.tolist() == [3, 0]


def test_the_largest_bounds_of_each_term_are_told() -> None:
    found = {name: piece().most(name).tolist() for name in ("top", "near", "wide")}

    assert found == {"top": [5, 0], "near": [1, 0], "wide": [0, 4]}


def test_a_posting_is_a_byte_and_larger_counts_stand_apart() -> None:
    made = piece()

    # The count less one above six bits of the passage within its section; four stands for more.
    assert made.posting.tolist() == [0, 3 << 6 | 2, 3 << 6]
    assert (made.many.tolist(), made.counts.tolist()) == ([1, 2], [9, 4])


def test_the_last_section_is_counted_from_that_of_the_generation() -> None:
    assert piece().last_section == 6
