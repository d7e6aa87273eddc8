"""A run over sources says what the index should hold, before anything is built."""

from pathlib import Path

import pytest

from corpus.errors import NoDocuments
from retrieval.building.cutting import TASK_BYTES
from retrieval.ledger import Entry
from retrieval.library import identity
from retrieval.reading import Summary
from tests.retrieval.making import document
from tests.retrieval.runs import Runs, analysed_then, noted, say_nothing, skipped
from tests.retrieval.sources import put, put_lines

PACT = "The pact expires."
RAIN = "Rain falls on Seoul today."


def test_a_run_that_read_nothing_did_nothing() -> None:
    assert Summary() == Summary(0, 0, 0, 0, 0, [], "", 0.0)


def test_a_file_that_was_read_is_noted(tmp_path: Path, runs: Runs) -> None:
    file = put(tmp_path / "notes" / "pact.txt", PACT)
    run = runs.start()

    run.read(file.parent, say_nothing)

    [(source, files)] = runs.ledger.sources.items()
    [(path, entry)] = files.items()
    assert (source, path) == (str(file.parent), str(file))
    assert (entry.name, entry.bytes) == ("pact.txt", 17)
    assert [d.id for d in run.documents()] == ["pact.txt"]


def test_documents_are_told_by_their_place_in_the_spool_or_before(
    tmp_path: Path, runs: Runs
) -> None:
    put(tmp_path / "notes" / "a.txt", PACT)
    put(tmp_path / "notes" / "c.txt", RAIN)
    first = runs.start()
    first.read(tmp_path / "notes", say_nothing)
    before = first.documents()
    put(tmp_path / "notes" / "b.txt", "Between the two.")
    second = runs.start(before)

    second.read(tmp_path / "notes", say_nothing)

    assert {d.id: place for d, place in before.items()} == {"a.txt": 0, "c.txt": 1}
    found = {d.id: place for d, place in second.documents().items()}
    assert found == {"a.txt": -1, "c.txt": -1, "b.txt": 0}


def test_a_file_that_turns_bad_is_forgotten_and_goes(tmp_path: Path, runs: Runs) -> None:
    file = put(tmp_path / "notes" / "pact.txt", PACT)
    first = runs.start()
    first.read(file.parent, say_nothing)
    put(file, "", minute=1)
    second = runs.start(first.documents())

    second.read(file.parent, say_nothing)

    assert second.documents() == {}
    assert skipped(second) == [("pact.txt", "is empty")]
    assert runs.ledger.sources == {str(file.parent): {}}


def test_a_document_that_no_file_was_noted_for_is_kept(tmp_path: Path, runs: Runs) -> None:
    file = put(tmp_path / "notes" / "pact.txt", PACT)
    orphan = identity(document("from elsewhere", "Text of an index whose ledger was lost."))
    run = runs.start([orphan])

    run.read(file.parent, say_nothing)

    assert sorted(d.id for d in run.documents()) == ["from elsewhere", "pact.txt"]


@pytest.mark.parametrize("harm", [b"The pact expires!", b"The pact", None])
def test_a_file_whose_original_is_damaged_or_gone_is_read_again(
    tmp_path: Path, runs: Runs, harm: bytes | None
) -> None:
    file = put(tmp_path / "notes" / "pact.txt", PACT)
    first = runs.start()
    first.read(file.parent, say_nothing)
    before = first.documents()
    [original] = (tmp_path / "home" / "originals").glob("??/*")
    original.unlink()
    if harm is not None:
        original.write_bytes(harm)

    seen = []
    for _ in range(2):
        run = runs.start(before)
        run.read(file.parent, say_nothing)
        seen.append((run.summary.n_read, run.summary.n_unchanged, run.documents()))

    # The document is the one of before: it is not taken from the spool.
    kept = dict.fromkeys(before, -1)
    assert seen == [(1, 0, kept), (0, 1, kept)]
    assert original.read_bytes() == PACT.encode()


def test_a_folder_without_files_is_an_error(tmp_path: Path, runs: Runs) -> None:
    (tmp_path / "bare").mkdir()

    with pytest.raises(NoDocuments):
        runs.start().read(tmp_path / "bare", say_nothing)


def test_a_file_that_changes_while_it_is_read_is_not_taken(tmp_path: Path, runs: Runs) -> None:
    file = put(tmp_path / "notes" / "pact.txt", PACT)
    put(tmp_path / "notes" / "rain.txt", RAIN)
    run = runs.start(analyser=analysed_then(lambda: put(file, "The pact holds.", minute=1)))

    run.read(file.parent, say_nothing)

    assert skipped(run) == [("pact.txt", "changed while it was read")]
    assert [d.id for d in run.documents()] == ["rain.txt"]
    again = runs.start(run.documents())
    again.read(file.parent, say_nothing)
    assert (again.summary.n_read, again.summary.n_unchanged) == (1, 1)


def test_a_known_file_that_changes_while_it_is_read_stays_as_it_was(
    tmp_path: Path, runs: Runs
) -> None:
    file = put(tmp_path / "notes" / "pact.txt", PACT)
    first = runs.start()
    first.read(file.parent, say_nothing)
    put(file, "The pact may hold.", minute=1)
    change = analysed_then(lambda: put(file, "The pact holds.", minute=2))
    second = runs.start(first.documents(), analyser=change)

    second.read(file.parent, say_nothing)

    assert second.documents() == dict.fromkeys(first.documents(), -1)
    third = runs.start(second.documents())
    third.read(file.parent, say_nothing)
    assert third.summary.n_read == 1


@pytest.mark.parametrize("name", ["pact.txt", "pact.jsonl"])
def test_a_file_that_vanishes_while_others_are_read_is_named(
    tmp_path: Path, runs: Runs, name: str
) -> None:
    file = put_lines(tmp_path / "notes" / name, {"pact": PACT})
    first = put(tmp_path / "notes" / "a.txt", "x" * TASK_BYTES + ".")
    run = runs.start(analyser=analysed_then(lambda: file.unlink(missing_ok=True)))

    run.read(first.parent, say_nothing)

    assert skipped(run) == [(name, "cannot be opened: no such file or directory")]
    assert [d.id for d in run.documents()] == ["a.txt"]
    assert list(runs.ledger.sources[str(first.parent)]) == [str(first)]


def test_what_is_skipped_is_told_in_the_order_of_the_files(tmp_path: Path, runs: Runs) -> None:
    notes = tmp_path / "notes"
    put(notes / "a.jsonl", "{}\n" * 3)
    for name in ("b.txt", "d.txt"):
        put(notes / name, "")
    put(notes / "c.pdf", "%PDF")
    run = runs.start(task_bytes=1)

    run.read(notes, say_nothing)

    names = ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3", "b.txt", "c.pdf", "d.txt"]
    assert [one.name for one in run.summary.skipped] == names


def test_progress_ends_with_all_bytes(tmp_path: Path, runs: Runs) -> None:
    put_lines(tmp_path / "notes" / "a.jsonl", {str(n): PACT for n in range(4)})
    put(tmp_path / "notes" / "b.txt", RAIN)
    size = sum(path.stat().st_size for path in (tmp_path / "notes").iterdir())
    told: list[tuple[str, int, int]] = []

    run = runs.start(task_bytes=size // 4)
    run.read(tmp_path / "notes", lambda what, done, total: told.append((what, done, total)))

    assert [(what, total) for what, _, total in told] == [("reading", size)] * len(told)
    done = [number for _, number, _ in told]
    assert len(done) > 2
    assert (done, done[-1]) == (sorted(done), size)


def test_a_file_gets_a_name_that_no_other_has(tmp_path: Path, runs: Runs) -> None:
    for name in ("a.txt", "press/a.txt", "press/press/a.txt", "press/press/press/a.txt"):
        put(tmp_path / name, f"It stands in {name}.")
    run = runs.start()

    run.read(tmp_path / "a.txt", say_nothing)
    run.read(tmp_path / "press", say_nothing)

    # In "press", a.txt has a name that is taken, and so has press/a.txt after it.
    names = {Path(f).relative_to(tmp_path).as_posix(): e.name for f, e in noted(runs).items()}
    assert names == {
        "a.txt": "a.txt",
        "press/a.txt": "press/a.txt",
        "press/press/a.txt": "press/press/a.txt",
        "press/press/press/a.txt": "press/press/press/a.txt",
    }
    assert sorted(d.id for d in run.documents()) == sorted(names.values())
    assert run.summary.skipped == []


def test_one_of_two_files_noted_under_the_same_name_gets_another(
    tmp_path: Path, runs: Runs
) -> None:
    paths = [put(tmp_path / "notes" / name, f"It is {name}.") for name in ("a.txt", "b.txt")]
    entry = Entry("a.txt", 1, 1, "ab" * 32)
    runs.ledger.sources[str(tmp_path / "notes")] = {str(path): entry for path in paths}
    run = runs.start()

    run.read(tmp_path / "notes", say_nothing)

    assert sorted(d.id for d in run.documents()) == ["a.txt", "b.txt"]
    assert (run.summary.n_read, run.summary.skipped) == (2, [])
