"""Passages know their document, their paragraph, and which of two equals goes first."""

from datetime import date

from retrieval.library import pack as pack_library
from retrieval.passages import Passages, pack
from retrieval.storage import Stored
from tests.retrieval.making import document

DOCUMENTS = (
    document("a", "One. | Two.", "Three.", date="2019-11-22"),
    document("b", "Four.", date="2019-11-23"),
    document("c", "Five. | Six."),
    document("d", "Seven.", date="2019-11-22"),
)


def table() -> Passages:
    parts = pack(DOCUMENTS), pack_library(DOCUMENTS)
    return Passages.open(Stored({k: v for p in parts for k, v in p.arrays.items()}, {}, {}))


def test_a_passage_knows_its_document() -> None:
    passages = table()

    assert len(passages) == 7
    assert passages.document.tolist() == [0, 0, 0, 1, 2, 2, 3]
    assert passages.first.tolist() == [0, 3, 4, 6, 7]


def test_paragraphs_are_numbered_through_all_documents() -> None:
    assert table().paragraph.tolist() == [0, 0, 1, 2, 3, 3, 4]


def test_equals_go_by_newer_document_then_earlier_sentence_then_id() -> None:
    precedence = table().precedence.tolist()

    # b is newest; of the 22nd the first sentences of a and d by id, then a's second and third;
    # c has no date and goes last.
    assert precedence == [1, 3, 4, 0, 5, 6, 2]


def test_passages_of_documents_are_theirs_alone() -> None:
    assert table().of_documents([1, 2]).tolist() == [0, 0, 0, 1, 1, 1, 0]


def test_published_by_a_day_leaves_out_later_and_undated_documents() -> None:
    allowed = table().published_by(date(2019, 11, 22)).tolist()

    assert allowed == [1, 1, 1, 0, 0, 0, 1]


def test_no_documents_make_an_empty_table() -> None:
    parts = pack([]), pack_library([])
    stored = Stored({k: v for p in parts for k, v in p.arrays.items()}, {}, {})

    assert len(Passages.open(stored)) == 0
