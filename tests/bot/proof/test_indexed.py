"""A document is found by its id and the digest of what it was read from."""

from pathlib import Path

from bot.home import Home
from bot.proof.indexed import IndexedDocuments
from retrieval.index import Index

FERRY = "2021-09-14-ferry.txt"


def test_a_document_is_found_in_whichever_index_holds_it(
    harbour: Home, aquarium: Home, tmp_path: Path
) -> None:
    library = Index.open(harbour.index).library
    (position,) = library.positions([FERRY])
    ferry = library.document(position)
    indexed = IndexedDocuments([tmp_path / "none", aquarium.index, harbour.index])

    found = indexed.find(FERRY, ferry.original.sha256)

    assert found == ferry


def test_another_id_and_another_original_are_another_document(harbour: Home) -> None:
    indexed = IndexedDocuments([harbour.index])

    assert indexed.find(FERRY, "0" * 64) is None
    assert indexed.find("ferry.txt", "0" * 64) is None


def test_documents_are_found_by_what_a_citation_says_before_the_sentence(
    harbour: Home, aquarium: Home
) -> None:
    heads = {"Ferry Kestrel sails again, 2021-09-14, Coast Desk", "cafe.txt", "No such title"}

    found = list(IndexedDocuments([harbour.index, aquarium.index]).cited(heads))

    assert [(head, document.id) for head, document in found] == [
        ("Ferry Kestrel sails again, 2021-09-14, Coast Desk", FERRY),
        ("cafe.txt", "cafe.txt"),
    ]


def test_an_index_that_is_missing_or_damaged_holds_nothing(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged"
    (damaged / "g-000001").mkdir(parents=True)

    indexed = IndexedDocuments([tmp_path / "none", damaged])

    assert indexed.find(FERRY, "0" * 64) is None
    assert list(indexed.cited({FERRY})) == []
