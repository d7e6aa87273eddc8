"""Sections hold whole documents or parts of long ones, and never more than 64 passages."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.sections import SIZE, parts, sections

LENGTHS = st.lists(st.integers(1, 40), max_size=12)
# Paragraphs of documents: by document, the passages of each.
DOCUMENTS = st.lists(LENGTHS, max_size=6)
FIRSTS = st.lists(st.integers(1, SIZE), max_size=40).map(lambda sizes: [0, *np.cumsum(sizes)])


def starts(sizes: list[int]) -> list[int]:
    return [0, *np.cumsum(sizes, dtype=np.int64).tolist()]


def cut(documents: list[list[int]]) -> list[int]:
    """Cut documents, told as the lengths of their paragraphs, into parts."""
    first = starts([sum(paragraphs) for paragraphs in documents])
    borders = starts([size for paragraphs in documents for size in paragraphs])
    found: list[int] = parts(np.array(first), np.array(borders)).tolist()
    return found


def packed(first_of_part: list[int]) -> list[int]:
    found: list[int] = sections(np.array(first_of_part, np.int64)).tolist()
    return found


def test_a_document_that_fits_into_a_section_is_a_part() -> None:
    assert cut([[30, 34], [1], [64]]) == [0, 64, 65, 129]


def test_a_long_document_is_cut_at_the_paragraph_border_nearest_its_middle() -> None:
    # Of 80 the middle is 40: the borders near it are 28, 38 and 50.
    assert cut([[28, 10, 12, 30]]) == [0, 38, 80]


def test_a_long_paragraph_is_cut_in_the_middle() -> None:
    assert cut([[100]]) == [0, 50, 100]


def test_a_border_that_is_too_far_away_is_no_place_to_cut() -> None:
    # Of 100 the middle is 50: 10 is 40 away.
    assert cut([[10, 90]]) == [0, 50, 100]


def test_a_document_without_passages_has_no_part() -> None:
    assert cut([[3], [], [2]]) == [0, 3, 5]


def test_no_documents_have_no_parts_and_no_sections() -> None:
    assert cut([]) == [0]
    assert packed([0]) == [0]


@given(DOCUMENTS)
def test_parts_fit_into_a_section_and_keep_documents_apart(documents: list[list[int]]) -> None:
    first = starts([sum(paragraphs) for paragraphs in documents])

    found = cut(documents)

    assert set(first) <= set(found)
    assert all(0 < end - start <= SIZE for start, end in pairwise(found))


@given(DOCUMENTS)
def test_only_long_documents_are_cut_and_not_into_crumbs(documents: list[list[int]]) -> None:
    first = starts([sum(paragraphs) for paragraphs in documents])

    inner = set(cut(documents)) - set(first)

    for start, end in pairwise(first):
        mine = [start, *sorted(place for place in inner if start < place < end), end]
        if end - start <= SIZE:
            assert len(mine) == 2
        else:
            # The smallest comes of 65 cut at 16 from the middle.
            assert all(b - a >= 16 for a, b in pairwise(mine))


def test_parts_are_packed_into_a_section_while_they_fit() -> None:
    # 30 and 34 fill a section; 60 leaves no room for 5.
    assert packed([0, 30, 64, 124, 129]) == [0, 64, 124, 129]


@given(FIRSTS)
def test_sections_are_whole_parts_and_as_many_as_fit(first_of_part: list[int]) -> None:
    found = packed(first_of_part)

    assert set(found) <= set(first_of_part)
    assert (found[0], found[-1]) == (first_of_part[0], first_of_part[-1])
    assert all(0 < end - start <= SIZE for start, end in pairwise(found))
    following = dict(pairwise(first_of_part))
    assert all(following[end] - start > SIZE for start, end in pairwise(found[:-1]))
