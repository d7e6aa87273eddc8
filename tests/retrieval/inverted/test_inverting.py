"""Inverting says which rows hold a term, and how often."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.inverted.inverting import Occurrences, holders, invert

# Terms of the words 0 to 3: one, none (a stop word), two, and the same one twice.
TERMS_OF_WORD = [[2], [], [0, 4], [3, 3]]
ROWS = st.lists(st.lists(st.integers(0, 3), max_size=5), max_size=6)


def inverted(rows: list[list[int]]) -> Occurrences:
    starts = np.cumsum([0, *map(len, TERMS_OF_WORD)])
    flat = np.array([term for terms in TERMS_OF_WORD for term in terms], np.int32)
    words = np.array([word for row in rows for word in row], np.int64)
    return invert(words, np.array([len(row) for row in rows], np.int64), flat, starts)


def test_rows_and_counts_stand_by_term() -> None:
    found = inverted([[0, 2], [1], [2, 2, 3]])

    # Terms of the rows: 2 0 4; none; 0 4 0 4 3 3.
    assert found.terms.tolist() == [0, 2, 3, 4]
    assert found.sizes.tolist() == [2, 1, 1, 2]
    assert found.rows.tolist() == [0, 2, 0, 2, 0, 2]
    assert found.counts.tolist() == [1, 2, 1, 2, 1, 2]


@given(ROWS)
def test_every_occurrence_is_counted_once(rows: list[list[int]]) -> None:
    expected = Counter(
        (term, n) for n, row in enumerate(rows) for word in row for term in TERMS_OF_WORD[word]
    )

    found = inverted(rows)

    term = np.repeat(found.terms, found.sizes)
    keys = list(zip(term.tolist(), found.rows.tolist(), strict=True))
    assert keys == sorted(keys)
    assert dict(zip(keys, found.counts.tolist(), strict=True)) == expected


def test_no_rows_hold_nothing() -> None:
    found = inverted([])

    assert [len(getattr(found, name)) for name in Occurrences.__slots__] == [0, 0, 0, 0]


def test_a_count_that_is_too_large_to_store_stops_at_the_largest() -> None:
    assert inverted([[0] * 70_000]).counts.tolist() == [65_535]


def test_rows_beyond_a_million_are_told_apart() -> None:
    sizes = np.zeros((1 << 20) + 2, np.int64)
    sizes[[1, (1 << 20) + 1]] = 1

    found = invert(np.array([0, 0]), sizes, np.array([7], np.int32), np.array([0, 1]))

    assert (found.terms.tolist(), found.counts.tolist()) == ([7], [1, 1])
    assert found.rows.tolist() == [1, (1 << 20) + 1]


def test_holders_of_several_stretches_add_up() -> None:
    parts = [inverted([[0], [0, 2]]), inverted([[2]]), inverted([])]

    # Term 2 is in rows 0 and 1 of the first, 0 and 4 in its row 1 and in row 0 of the second.
    assert holders(parts, 6).tolist() == [2, 0, 2, 0, 2, 0]
