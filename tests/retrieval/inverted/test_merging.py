"""Stretches put together make the lists that the whole makes at once."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from retrieval.inverted.bounding import Entries
from retrieval.inverted.inverting import Occurrences
from retrieval.inverted.merging import merge
from retrieval.inverted.piece import Piece
from retrieval.inverted.postings import Postings
from tests.retrieval.inverted.corpora import SEEDS, grown
from tests.retrieval.inverted.making import Text, line, made_of

FEW = settings(max_examples=15, deadline=None)


def listed(postings: Postings) -> dict[str, tuple[str, list[float]]]:
    """Return every array's type and content by its name."""
    arrays: dict[str, NDArray[Any]] = {n: getattr(postings, n) for n in Postings.__slots__}
    return {name: (array.dtype.str, array.tolist()) for name, array in arrays.items()}


def occurrences(terms: list[int], rows: list[list[int]], counts: list[int]) -> Occurrences:
    return Occurrences(
        terms=np.array(terms, np.int32),
        sizes=np.array([len(row) for row in rows], np.int32),
        rows=np.array([number for row in rows for number in row], np.uint32),
        counts=np.array(counts, np.uint16),
    )


def entries(terms: list[int], section: list[int], near: list[float], size: list[int]) -> Entries:
    return Entries(
        term=np.array(terms, np.int32),
        section=np.array(section, np.uint32),
        top=2 * np.array(near, np.float32),
        near=np.array(near, np.float32),
        wide=np.zeros(len(terms), np.float32),
        mask=np.ones(len(terms), np.uint8),
        size=np.array(size, np.uint8),
    )


def merged() -> Postings:
    """Merge two stretches, of sections 0 and 1 with three passages and of section 2 with two."""
    first = Piece.of(
        entries([0, 0, 2], [0, 1, 0], [4.0, 1.0, 3.0], [2, 1, 1]),
        occurrences([0, 2], [[0, 1, 2], [1]], [1, 5, 2, 3]),
        np.array([0, 1, 0], np.uint8),
        first_section=0,
    )
    second = Piece.of(
        entries([0], [0], [2.0], [1]),
        occurrences([0], [[1]], [9]),
        np.array([0, 1], np.uint8),
        first_section=2,
    )
    # Term 1 is in the title of document 1 alone, twice, and has no entry.
    return merge([first, second], occurrences([1], [[1]], [2]), 3)


def test_entries_stand_by_term_and_then_by_section() -> None:
    postings = merged()

    assert postings.first_entry.tolist() == [0, 3, 3, 4]
    assert postings.section.tolist() == [0, 1, 2, 0]


def test_bounds_are_steps_of_the_largest_of_their_term() -> None:
    postings = merged()

    # Of 4: 255, a quarter and a half, rounded up; the only entry of term 2 is its own largest.
    assert postings.near.tolist() == [255, 64, 128, 255]
    assert postings.near_scale.tolist() == pytest.approx([4, 0, 3], rel=1e-5)
    assert postings.wide.tolist() == [0, 0, 0, 0]
    # Of sentences only the largest is kept; here it is twice what is added near.
    assert postings.top_scale.tolist() == pytest.approx([8, 0, 6], rel=1e-5)


def test_a_posting_is_a_passage_and_how_often_up_to_three_times() -> None:
    postings = merged()

    # Counts of term 0: once, five times, twice, nine times; of term 2: three times. The upper two
    # bits are the count less one, the lower six the passage; 5 and 9 stand in a list of their own.
    assert postings.posting.tolist() == [0, 3 << 6 | 1, 1 << 6, 3 << 6 | 1, 2 << 6 | 1]
    assert postings.many.tolist() == [1, 3]
    assert postings.counts.tolist() == [5, 9]
    assert postings.start.tolist() == [0, 2, 3, 4, 5]


def test_titles_stand_by_term() -> None:
    postings = merged()

    assert postings.first_title.tolist() == [0, 0, 1, 1]
    assert (postings.title.tolist(), postings.title_count.tolist()) == ([1], [2])


def test_no_stretches_make_empty_lists() -> None:
    postings = merge([], occurrences([], [], []), 0)

    assert postings.first_entry.tolist() == postings.first_title.tolist() == [0]
    assert len(postings.posting) == len(postings.section) == 0


def test_a_count_of_exactly_four_is_told_from_larger_ones() -> None:
    made = made_of([Text(((line("ash ash ash ash"), line("ash " * 700)),))])
    postings = made.scorer.postings

    assert postings.many.tolist() == [0, 1]
    assert postings.read(np.array([0]))[2].tolist() == [4, 700]


@FEW
@given(SEEDS)
def test_stretches_of_any_size_make_the_same_lists(seed: int) -> None:
    texts = grown(seed, 9)
    whole = listed(made_of(texts).scorer.postings)

    merged = [listed(made_of(texts, per_piece=size).scorer.postings) for size in (1, 100)]

    assert merged == [whole, whole]


@FEW
@given(SEEDS)
def test_a_stored_bound_is_never_below_the_bound_it_stands_for(seed: int) -> None:
    chance = np.random.default_rng(seed)
    near = np.sort(chance.random(300).astype(np.float32) * np.float32(chance.random()))
    section = list(range(300))
    piece = Piece.of(
        entries([0] * 300, section, near.tolist(), [0] * 300),
        occurrences([], [], []),
        np.zeros(0, np.uint8),
        first_section=0,
    )

    postings = merge([piece], occurrences([], [], []), 1)

    stored = postings.near * (postings.near_scale.astype(np.float64)[0] / 255)
    assert (stored * (1 + 1e-7) >= near).all()
    assert (stored - near <= postings.near_scale[0] / 254).all()
