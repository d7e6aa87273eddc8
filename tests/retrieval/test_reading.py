"""A run over sources says what the index should hold, before anything is built."""

from pathlib import Path

import pytest

from corpus.documents import Document
from corpus.errors import NoDocuments
from corpus.originals import OriginalStore
from retrieval.ledger import Ledger
from retrieval.reading import Reading, Summary
from tests.retrieval.making import document
from tests.retrieval.sources import put


def say_nothing(what: str, done: int, total: int) -> None:
    """Stand in for a progress bar that nobody looks at."""


def reading(home: Path, ledger: Ledger, before: list[Document]) -> Reading:
    return Reading(OriginalStore(home / "home" / "originals"), ledger, before)


def test_a_run_that_read_nothing_did_nothing() -> None:
    assert Summary() == Summary(0, 0, 0, 0, 0, [], "", 0.0)


def test_a_file_that_was_read_is_noted(tmp_path: Path) -> None:
    file = put(tmp_path / "notes" / "pact.txt", "The pact expires.")
    ledger = Ledger()
    run = reading(tmp_path, ledger, [])

    run.read(file.parent, say_nothing)

    [(source, files)] = ledger.sources.items()
    [(path, entry)] = files.items()
    assert (source, path) == (str(file.parent), str(file))
    assert (entry.name, entry.bytes) == ("pact.txt", 17)
    assert [d.id for d in run.documents()] == ["pact.txt"]


def test_a_file_that_turns_bad_is_forgotten_and_goes(tmp_path: Path) -> None:
    file = put(tmp_path / "notes" / "pact.txt", "The pact expires.")
    ledger = Ledger()
    first = reading(tmp_path, ledger, [])
    first.read(file.parent, say_nothing)
    before = first.documents()
    put(file, "", minute=1)
    second = reading(tmp_path, ledger, before)

    second.read(file.parent, say_nothing)

    assert second.documents() == []
    assert [skipped.name for skipped in second.summary.skipped] == ["pact.txt"]
    assert ledger.sources == {str(file.parent): {}}


def test_a_document_that_no_file_was_noted_for_is_kept(tmp_path: Path) -> None:
    file = put(tmp_path / "notes" / "pact.txt", "The pact expires.")
    orphan = document("from elsewhere", "Text of an index whose ledger was lost.")
    run = reading(tmp_path, Ledger(), [orphan])

    run.read(file.parent, say_nothing)

    assert sorted(d.id for d in run.documents()) == ["from elsewhere", "pact.txt"]


@pytest.mark.parametrize("harm", [b"The pact expires!", b"The pact", None])
def test_a_file_whose_original_is_damaged_or_gone_is_read_again(
    tmp_path: Path, harm: bytes | None
) -> None:
    file = put(tmp_path / "notes" / "pact.txt", "The pact expires.")
    ledger = Ledger()
    first = reading(tmp_path, ledger, [])
    first.read(file.parent, say_nothing)
    before = first.documents()
    [original] = (tmp_path / "home" / "originals").glob("??/*")
    original.unlink()
    if harm is not None:
        original.write_bytes(harm)

    runs = []
    for _ in range(2):
        run = reading(tmp_path, ledger, before)
        run.read(file.parent, say_nothing)
        runs.append((run.summary.n_read, run.summary.n_unchanged, run.documents()))

    assert runs == [(1, 0, before), (0, 1, before)]
    assert original.read_bytes() == b"The pact expires."


def test_a_folder_without_files_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()

    with pytest.raises(NoDocuments):
        reading(tmp_path, Ledger(), []).read(tmp_path / "bare", say_nothing)
