"""A file of lines is read as it was kept, in however many pieces."""

from pathlib import Path

import pytest

from corpus.documents import Skipped
from retrieval.building.cutting import TASK_BYTES
from tests.retrieval.runs import Runs, analysed_then, say_nothing, skipped
from tests.retrieval.sources import put, put_lines

PACT = "The pact expires."
RAIN = "Rain falls on Seoul today."


def test_lines_that_change_while_they_are_read_are_those_that_were_kept(
    tmp_path: Path, runs: Runs
) -> None:
    file = put_lines(tmp_path / "all.jsonl", {f"{n}": f"It rains in {n}." for n in range(20)})
    content = file.read_bytes()
    change = analysed_then(lambda: put_lines(file, {"other": RAIN}, minute=1))
    run = runs.start(analyser=change, task_bytes=100)

    run.read(file, say_nothing)

    assert sorted(d.id for d in run.documents()) == sorted(f"{n}" for n in range(20))
    [digest] = {d.sha256 for d in run.documents()}
    assert (runs.originals.read(digest), skipped(run)) == (content, [])
    again = runs.start(run.documents())
    again.read(file, say_nothing)
    assert [d.id for d in again.documents()] == ["other"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", [("a.jsonl", "is empty")]),
        ("\n \r\n\n", [("a.jsonl", "is empty")]),
        ("\ufeff", [("a.jsonl", "is empty")]),
        (
            "{}\n\n[]",
            [
                ("a.jsonl:1", 'has neither "text" nor "sentences"'),
                ("a.jsonl:3", "is no JSON object"),
            ],
        ),
    ],
)
@pytest.mark.parametrize("task_bytes", [1, TASK_BYTES])
def test_a_file_of_lines_without_a_document_is_named_and_not_noted(
    tmp_path: Path, runs: Runs, content: str, expected: list[tuple[str, str]], task_bytes: int
) -> None:
    file = put(tmp_path / "a.jsonl", content)
    run = runs.start(task_bytes=task_bytes)

    run.read(file, say_nothing)

    assert skipped(run) == expected
    assert (run.documents(), runs.ledger.sources, run.summary.n_read) == ({}, {str(file): {}}, 0)


def test_empty_lines_at_the_end_do_not_make_a_file_empty(tmp_path: Path, runs: Runs) -> None:
    line = '{"id": "a", "text": "It rains."}\n'
    run = runs.start(task_bytes=len(line))

    run.read(put(tmp_path / "a.jsonl", line + "\n" * 3 * len(line)), say_nothing)

    assert (run.summary.skipped, run.summary.n_read) == ([], 1)


def test_ids_repeated_within_a_stretch_and_across_are_told_by_their_lines(
    tmp_path: Path, runs: Runs
) -> None:
    line = '{"id": "%s", "text": "It rains."}\n'
    ids = ["a", "b", "b", "a", "c", "a"]
    content = "".join(line % name for name in ids).replace("\n", "\n\n", 1)
    file = put(tmp_path / "all.jsonl", content)
    run = runs.start(task_bytes=2 * len(line))

    run.read(file, say_nothing)
    found = {d.id: d.start for d in run.documents()}

    # An empty line stands second: the ids are in lines 1, 3, 4, 5, 6 and 7.
    assert sorted(skipped(run)) == [
        ("all.jsonl:4", "repeats the id 'b'"),
        ("all.jsonl:5", "repeats the id 'a'"),
        ("all.jsonl:7", "repeats the id 'a'"),
    ]
    size = len(line) - 1
    assert found == {"a": 0, "b": size + 1, "c": 4 * size + 1}


@pytest.mark.parametrize("task_bytes", [1, 30, 100, 1000])
def test_a_file_of_lines_in_many_stretches_reads_as_in_one(
    tmp_path: Path, runs: Runs, task_bytes: int
) -> None:
    lines = {f"n{n}": f"It rains in {n} towns.\nLine two." for n in range(30)}
    file = put_lines(tmp_path / "all.jsonl", lines)
    whole, cut = runs.start(), runs.start(task_bytes=task_bytes)

    whole.read(file, say_nothing)
    runs.ledger.sources.clear()
    cut.read(file, say_nothing)

    assert list(cut.documents()) == list(whole.documents())
    assert cut.summary == whole.summary


def test_the_same_lines_in_two_files_are_the_same_documents(tmp_path: Path, runs: Runs) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        put_lines(tmp_path / "notes" / name, {"pact": PACT, "rain": RAIN})
    run = runs.start()

    run.read(tmp_path / "notes", say_nothing)

    assert [d.id for d in run.documents()] == ["pact", "rain"]
    assert (run.summary.n_read, run.summary.skipped) == (2, [])


def test_an_id_that_another_file_has_is_told_and_the_file_is_read_again(
    tmp_path: Path, runs: Runs
) -> None:
    put_lines(tmp_path / "notes" / "a.jsonl", {"pact": PACT})
    put_lines(tmp_path / "notes" / "b.jsonl", {"pact": RAIN})
    first = runs.start()
    first.read(tmp_path / "notes", say_nothing)
    before = first.documents()

    second = runs.start(before)
    second.read(tmp_path / "notes", say_nothing)
    second.documents()

    problem = "has the id 'pact' of a document of another source"
    expected = [Skipped("pact", problem, "give it its own id")]
    assert (first.summary.skipped, second.summary.skipped) == (expected, expected)
    assert (second.summary.n_read, second.summary.n_unchanged) == (1, 1)
