"""The ledger knows which files were read, and forgets nothing but what it is told to."""

import os
from pathlib import Path

import pytest

from corpus.documents import Document
from retrieval.ledger import Entry, Ledger
from tests.retrieval.making import document

ENTRY = Entry("notes.txt", 5, 1_574_467_200_000_000_000, "ab" * 32)


def ledger() -> Ledger:
    return Ledger(
        {
            "/home/notes": {"/home/notes/notes.txt": ENTRY},
            "/home/press": {"/home/press/한글.txt": Entry("한글.txt", 9, 1, "cd" * 32)},
        }
    )


def read_from(entry: Entry, *, name: str = "", is_jsonl: bool = False) -> Document:
    """Return a document that was read from the file of an entry."""
    made = document(name or entry.name, "Text.")
    form = "jsonl" if is_jsonl else "plain"
    original = type(made.original)(entry.sha256, form, "utf-8", 0, 5)  # type: ignore[arg-type]
    return Document(made.id, made.text, made.sentences, original)


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    ledger().save(tmp_path / "sources.json")

    assert Ledger.load(tmp_path / "sources.json") == ledger()


def test_saving_leaves_one_file(tmp_path: Path) -> None:
    ledger().save(tmp_path / "sources.json")
    ledger().save(tmp_path / "sources.json")

    assert [path.name for path in tmp_path.iterdir()] == ["sources.json"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"[1]", b'{"a": 1}', b'{"a": {"b": {"c": 1}}}', b"\xff", b"null"]
)
def test_a_damaged_ledger_is_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "sources.json").write_bytes(content)

    assert Ledger.load(tmp_path / "sources.json") == Ledger()


def test_a_missing_ledger_is_empty(tmp_path: Path) -> None:
    assert Ledger.load(tmp_path / "sources.json") == Ledger()


def test_a_file_is_unchanged_while_its_size_and_time_are(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(b"12345")
    os.utime(file, ns=(0, ENTRY.modified_ns))

    assert ENTRY.is_unchanged(file)


@pytest.mark.parametrize(("content", "later_ns"), [(b"123456", 0), (b"54321", 1_000_000)])
def test_another_size_or_time_is_a_change(tmp_path: Path, content: bytes, later_ns: int) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    os.utime(file, ns=(0, ENTRY.modified_ns + later_ns))

    assert not ENTRY.is_unchanged(file)


def test_only_the_sources_to_keep_are_kept() -> None:
    kept = ledger()

    kept.keep({"/home/notes", "/nowhere"})

    assert set(kept.sources) == {"/home/notes"}


def test_a_doubted_file_is_never_unchanged_again(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(b"12345")
    os.utime(file, ns=(0, ENTRY.modified_ns))
    doubted = Ledger({"source": {str(file): ENTRY}})

    doubted.doubt(ENTRY.sha256)

    assert not doubted.sources["source"][str(file)].is_unchanged(file)


def test_a_file_belongs_to_the_source_that_had_it_first() -> None:
    owners = ledger()

    assert owners.owner("/home/notes/notes.txt", "/home") == "/home/notes"
    assert owners.owner("/home/other.txt", "/home") == "/home"


def test_a_name_that_another_source_has_gets_the_source_in_front() -> None:
    names = ledger()

    assert names.free_name("notes.txt", "/other/press") == "press/notes.txt"
    assert names.free_name("notes.txt", "/home/notes") == "notes.txt"
    assert names.free_name("new.txt", "/other/press") == "new.txt"


def test_a_document_is_known_by_the_digest_and_the_name_of_its_file() -> None:
    vouchers = ledger().vouchers()

    assert vouchers.know(read_from(ENTRY))
    assert not vouchers.know(read_from(ENTRY, name="renamed.txt"))
    assert not vouchers.know(read_from(Entry("notes.txt", 5, 1, "ef" * 32)))


def test_a_line_of_jsonl_is_known_by_the_digest_of_its_file() -> None:
    vouchers = ledger().vouchers()

    assert vouchers.know(read_from(ENTRY, name="an id of its own", is_jsonl=True))
