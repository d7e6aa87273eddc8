"""Entries of rows that are stored one after the other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ragged import entries, numbered, offsets, smallest, spans


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Return lengths of rows, and rows to read."""
    lengths = draw(st.lists(st.integers(0, 4), min_size=1, max_size=6))
    return lengths, draw(st.lists(st.integers(0, len(lengths) - 1), max_size=8))


@given(tables())
def test_entries_are_those_of_each_row_in_turn(table: tuple[list[int], list[int]]) -> None:
    lengths, rows = table
    starts = offsets(np.array(lengths, np.int64))

    entry, row = entries(starts, np.array(rows, np.int64))

    pairs = [(e, n) for n, r in enumerate(rows) for e in range(starts[r], starts[r + 1])]
    assert list(zip(entry.tolist(), row.tolist(), strict=True)) == pairs


def test_no_rows_have_no_entries() -> None:
    entry, row = entries(np.array([0, 2]), np.array([], np.int64))

    assert (entry.tolist(), row.tolist()) == ([], [])


def test_starts_of_the_smallest_type_are_read_to_the_last_row() -> None:
    starts = smallest(np.arange(0, 256, 51))

    entry, _ = entries(starts, np.array([4], np.uint8))

    # Rows of 51: the last one runs from 204 to before 255, all that a byte holds.
    assert starts.dtype == np.uint8
    assert entry.tolist() == list(range(204, 255))


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 5)), max_size=8))
def test_spans_are_the_numbers_of_each_range_in_turn(ranges: list[tuple[int, int]]) -> None:
    begin = np.array([first for first, _ in ranges], np.uint16)
    end = np.array([first + length for first, length in ranges], np.uint16)

    number, which = spans(begin, end)

    pairs = [(first + n, place) for place, (first, size) in enumerate(ranges) for n in range(size)]
    assert list(zip(number.tolist(), which.tolist(), strict=True)) == pairs


@given(st.lists(st.integers(0, 9), max_size=8))
def test_offsets_part_rows_of_the_given_lengths(lengths: list[int]) -> None:
    starts = offsets(np.array(lengths, np.uint8))

    assert starts[0] == 0
    assert np.diff(starts).tolist() == lengths


@pytest.mark.parametrize(
    ("largest", "dtype"),
    [(255, np.uint8), (256, np.uint16), (65_535, np.uint16), (65_536, np.uint32)],
)
def test_the_smallest_type_is_the_first_that_holds_the_largest_number(
    largest: int, dtype: type[np.generic]
) -> None:
    packed = smallest(np.array([0, largest]))

    assert packed.dtype == dtype
    assert packed.tolist() == [0, largest]


@given(st.integers(1, 600), st.data())
def test_numbered_looks_up_the_place_of_each_chosen_number(n: int, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.integers(0, n - 1), unique=True, max_size=300))

    table = numbered(np.array(chosen, np.int64), n)

    assert len(table) == n
    assert [int(table[number]) for number in chosen] == list(range(1, len(chosen) + 1))
    assert np.count_nonzero(table) == len(chosen)
