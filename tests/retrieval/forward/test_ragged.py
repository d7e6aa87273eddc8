"""Entries of rows that are stored one after the other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.forward.ragged import entries


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Return lengths of rows, and rows to read."""
    lengths = draw(st.lists(st.integers(0, 4), min_size=1, max_size=6))
    return lengths, draw(st.lists(st.integers(0, len(lengths) - 1), max_size=8))


@given(tables())
def test_entries_are_those_of_each_row_in_turn(table: tuple[list[int], list[int]]) -> None:
    lengths, rows = table
    starts = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)

    entry, row = entries(starts, np.array(rows, np.int64))

    pairs = [(e, n) for n, r in enumerate(rows) for e in range(starts[r], starts[r + 1])]
    assert list(zip(entry.tolist(), row.tolist(), strict=True)) == pairs


def test_no_rows_have_no_entries() -> None:
    entry, row = entries(np.array([0, 2]), np.array([], np.int64))

    assert (entry.tolist(), row.tolist()) == ([], [])
