"""The ledger knows which files were read, and forgets nothing but what it is told to."""

import os
from pathlib import Path

import pytest

from retrieval.ledger import Entry, Ledger, free_name
from retrieval.library import Identity, identity
from tests.retrieval.making import document

ENTRY = Entry("notes.txt", 5, 1_574_467_200_000_000_000, "ab" * 32)


def ledger() -> Ledger:
    return Ledger(
        {
            "/home/notes": {"/home/notes/notes.txt": ENTRY},
            "/home/press": {"/home/press/한글.txt": Entry("한글.txt", 9, 1, "cd" * 32)},
        }
    )


def read_from(entry: Entry, *, name: str = "", is_jsonl: bool = False) -> Identity:
    """Return what tells a document that was read from the file of an entry."""
    made = identity(document(name or entry.name, "Text."))
    return made._replace(sha256=entry.sha256, format="jsonl" if is_jsonl else "plain")


def test_what_is_written_is_loaded_again(tmp_path: Path) -> None:
    ledger().write(tmp_path / "sources.json")

    assert Ledger.load(tmp_path / "sources.json") == ledger()


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

    assert ENTRY.is_unchanged(file.stat())


@pytest.mark.parametrize(("content", "later_ns"), [(b"123456", 0), (b"54321", 1_000_000)])
def test_another_size_or_time_is_a_change(tmp_path: Path, content: bytes, later_ns: int) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    os.utime(file, ns=(0, ENTRY.modified_ns + later_ns))

    assert not ENTRY.is_unchanged(file.stat())


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

    assert not doubted.sources["source"][str(file)].is_unchanged(file.stat())


def test_a_file_belongs_to_the_source_that_had_it_first() -> None:
    owners = ledger()

    assert owners.owner("/home/notes/notes.txt", "/home") == "/home/notes"
    assert owners.owner("/home/other.txt", "/home") == "/home"


def test_a_name_that_another_file_has_gets_the_source_in_front() -> None:
    taken = {"notes.txt", "press/press/notes.txt", "press/old.txt", "old.txt"}

    names = [free_name(n, "/other/press", taken) for n in ("new.txt", "notes.txt", "old.txt")]

    # "press/old.txt" is taken as well.
    assert names == ["new.txt", "press/notes.txt", "press/press/old.txt"]


def test_the_names_of_all_sources_are_told() -> None:
    assert ledger().names() == {"notes.txt", "한글.txt"}


def test_a_document_is_known_by_the_digest_and_the_name_of_its_file() -> None:
    vouchers = ledger().vouchers()

    assert vouchers.know(read_from(ENTRY))
    assert not vouchers.know(read_from(ENTRY, name="renamed.txt"))
    assert not vouchers.know(read_from(Entry("notes.txt", 5, 1, "ef" * 32)))


def test_a_line_of_jsonl_is_known_by_the_digest_of_its_file() -> None:
    vouchers = ledger().vouchers()

    assert vouchers.know(read_from(ENTRY, name="an id of its own", is_jsonl=True))


def test_a_forgotten_file_takes_a_source_without_others_with_it() -> None:
    known = ledger()

    known.forget([Path("/home/press/한글.txt"), Path("/home/elsewhere/notes.txt")])

    assert known.sources == {"/home/notes": {"/home/notes/notes.txt": ENTRY}}


def test_a_part_holds_the_sources_asked_for_and_can_be_changed_by_itself() -> None:
    whole = ledger()

    part = whole.part(["/home/notes"])
    part.sources["/home/notes"].clear()

    assert part.sources == {"/home/notes": {}}
    assert whole == ledger()
