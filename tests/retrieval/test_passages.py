"""Passages know where they stand, and which of two equals goes first."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from retrieval.building.inmemory import build
from retrieval.passages import Passages, pack
from retrieval.storage import Stored
from tests.retrieval.making import document

DOCUMENTS = (
    document("a", "One. | Two.", "Three.", date="2019-11-22"),
    document("b", "Four.", date="2019-11-23"),
    document("c", "Five. | Six?"),
    document("d", "Seven.", date="2019-11-22"),
)
ALL = np.arange(7)


def table() -> Passages:
    return Passages.open(build(DOCUMENTS))


def packed(sizes: list[int], opens: list[int]) -> Passages:
    """Return passages of undated documents of so many sentences, and where paragraphs begin."""
    first = np.cumsum([0, *sizes])
    units = pack(first, np.isin(np.arange(first[-1]), opens))
    days = np.zeros(len(sizes), np.int32)
    rest = {"passage_asks": np.zeros(first[-1], np.bool_), "document_day": days}
    return Passages.open(Stored({**units.arrays, **rest}, {}, {}))


def listed(numbers: NDArray[np.int64]) -> list[int]:
    found: list[int] = numbers.tolist()
    return found


def test_a_passage_knows_its_document() -> None:
    passages = table()

    assert (len(passages), passages.n_documents) == (7, 4)
    assert listed(passages.document_of(ALL)) == [0, 0, 0, 1, 2, 2, 3]


def test_paragraphs_are_numbered_through_all_documents() -> None:
    assert listed(table().paragraph_of(ALL)) == [0, 0, 1, 2, 3, 3, 4]


def test_short_documents_are_parts_and_share_a_section() -> None:
    passages = table()

    assert listed(passages.part_of(ALL)) == [0, 0, 0, 1, 2, 2, 3]
    assert listed(passages.section_of(ALL)) == [0] * 7
    assert passages.n_sections == 1


def test_a_passage_tells_whether_it_asks() -> None:
    assert table().asks.tolist() == [False] * 5 + [True, False]


def test_equals_go_by_newer_document_then_earlier_sentence_then_id() -> None:
    keys = table().precedence(ALL)

    # b is newest; of the 22nd the first sentences of a and d by id, then a's second and third;
    # c has no date and goes last.
    assert np.lexsort(keys).tolist() == [3, 0, 6, 1, 2, 4, 5]


def test_scopes_are_told_by_document() -> None:
    assert table().of_documents([1, 2]).tolist() == [False, True, True, False]


def test_published_by_a_day_leaves_out_later_and_undated_documents() -> None:
    allowed = table().published_by(date(2019, 11, 22))

    assert allowed.tolist() == [True, False, False, True]


def test_a_long_document_has_several_parts_and_sections() -> None:
    passages = packed([3, 100, 2], [0, 3, 50, 103])

    # The middle of the long one is 53; 50 is a border nearby. The first section has room for the
    # first document and 47 passages; the last document shares a section with the second part.
    assert listed(passages.part_first.astype(np.int64)) == [0, 3, 50, 103, 105]
    assert listed(passages.section_first.astype(np.int64)) == [0, 50, 105]


def test_a_paragraph_that_is_cut_between_two_parts_counts_as_two() -> None:
    passages = packed([100], [0])

    assert listed(passages.paragraph_first.astype(np.int64)) == [0, 50, 100]
    assert listed(passages.paragraph_of(np.array([49, 50]))) == [0, 1]


def test_a_document_knows_its_first_and_last_section() -> None:
    first, last = packed([3, 100, 0, 2], [0, 3, 103]).section_of_document

    assert (listed(first)[:2], listed(last)[:2]) == ([0, 0], [0, 1])
    assert (first[3], last[3]) == (1, 1)


def test_the_smallest_types_hold_the_starts() -> None:
    assert packed([100, 155], [0]).first.dtype == np.uint8
    assert packed([100, 156], [0]).first.dtype == np.uint16


def test_no_documents_make_an_empty_table() -> None:
    passages = Passages.open(build([]))

    assert (len(passages), passages.n_documents, passages.n_sections) == (0, 0, 0)
