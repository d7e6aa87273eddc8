"""A task is one line, and reads the documents of its files."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, Skipped
from corpus.lines import Lines
from corpus.reading import read_file
from retrieval.building.tasks import Files, Stretch, Task, dump, load, read
from tests.retrieval.sources import put, put_lines

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
PLACES = st.integers(0, 1 << 60)
FILES = st.builds(Files, st.lists(st.tuples(NAMES, NAMES), max_size=3).map(tuple))
LINES = st.builds(Lines, PLACES, PLACES, PLACES)
STRETCHES = st.builds(Stretch, NAMES, NAMES, NAMES, LINES, st.booleans())


@given(FILES | STRETCHES)
def test_a_task_is_one_line_that_leads_back_to_it(task: Task) -> None:
    line = dump(task)

    assert (line.count(b"\n"), line[-1:]) == (1, b"\n")
    assert load(line) == task


def test_files_are_read_one_after_the_other_and_bad_ones_named(tmp_path: Path) -> None:
    paths = [put(tmp_path / "a.txt", "It rains."), put(tmp_path / "b.txt", "")]
    task = Files(tuple((str(path), f"notes/{path.name}") for path in paths))

    items = list(read(task))

    assert items == [item for path in paths for item in read_file(path, f"notes/{path.name}")]
    assert [item.id if isinstance(item, Document) else item.name for item in items] == [
        "notes/a.txt",
        "notes/b.txt",
    ]


def test_a_stretch_reads_its_lines_and_no_others(tmp_path: Path) -> None:
    path = put_lines(tmp_path / "a.jsonl", {"one": "It rains.", "two": "It pours.", "three": ""})
    starts = [0, *(n + 1 for n, byte in enumerate(path.read_bytes()) if byte == ord("\n"))]
    lines = Lines(starts[1], starts[3], 2)

    items = list(read(Stretch(str(path), "kept.jsonl", "ab" * 32, lines, is_last=True)))

    whole = [item for item in read_file(path, "kept.jsonl") if isinstance(item, Document)]
    [two, bad] = items
    assert isinstance(two, Document)
    assert (two.id, two.text, two.original.start) == ("two", "It pours.", starts[1])
    assert (two.sentences, two.original.sha256) == (whole[1].sentences, "ab" * 32)
    assert bad == Skipped("kept.jsonl:3", "holds no text", "give it some text or remove it")
