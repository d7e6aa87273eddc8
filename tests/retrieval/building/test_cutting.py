"""Files are cut into tasks that hold every byte once."""

from collections.abc import Iterable
from pathlib import Path

from retrieval.building.cutting import Kept, Waiting, cut
from retrieval.building.tasks import Files, Stretch, Task
from tests.retrieval.sources import put, put_lines

DIGEST = "ab" * 32


def waiting(path: Path) -> Waiting:
    return Waiting(path, path.name, "notes", path.stat())


def keep(one: Waiting) -> Kept | None:
    """Keep a file where it is, but for one that is named as not to be read."""
    return None if one.name.startswith("not") else Kept(one.path, DIGEST)


def names(tasks: Iterable[Task]) -> list[list[str]]:
    return [
        [task.name] if isinstance(task, Stretch) else [name for _, name in task.files]
        for task in tasks
    ]


def test_files_go_together_until_they_are_large_enough(tmp_path: Path) -> None:
    files = [waiting(put(tmp_path / f"{n}.txt", "x" * size)) for n, size in enumerate((4, 6, 3))]

    tasks = list(cut(files, keep, 10))

    # 4 and 6 make ten; three more are left over.
    assert names(tasks) == [["0.txt", "1.txt"], ["2.txt"]]
    assert tasks[1] == Files(((str(files[2].path), "2.txt"),))


def test_many_small_files_are_no_task_too_large(tmp_path: Path) -> None:
    files = [waiting(put(tmp_path / f"{n:03}.txt", "")) for n in range(65)]

    tasks = cut(files, keep, 10)

    assert [len(some) for some in names(tasks)] == [64, 1]


def test_a_file_of_lines_is_cut_into_stretches_and_the_last_is_told(tmp_path: Path) -> None:
    path = put_lines(tmp_path / "a.jsonl", {str(n): "It rains." for n in range(5)})
    size = len(path.read_bytes()) // 5

    tasks = list(cut([waiting(path)], keep, size + 1))

    # A stretch takes one byte of the second line, and so all of it: 2 + 2 + 1.
    stretches = [task for task in tasks if isinstance(task, Stretch)]
    assert [(s.lines.start, s.lines.end, s.lines.first, s.is_last) for s in stretches] == [
        (0, 2 * size, 1, False),
        (2 * size, 4 * size, 3, False),
        (4 * size, 5 * size, 5, True),
    ]
    assert {(s.path, s.name, s.sha256) for s in stretches} == {(str(path), "a.jsonl", DIGEST)}


def test_files_of_lines_go_before_the_files_that_are_still_collected(tmp_path: Path) -> None:
    paths = [put(tmp_path / name, "{}\n") for name in ("a.txt", "b.JSONL", "not.jsonl", "c.md")]

    tasks = cut(map(waiting, paths), keep)

    assert names(tasks) == [["b.JSONL"], ["a.txt", "c.md"]]


def test_nothing_to_read_is_no_task() -> None:
    assert list(cut([], keep)) == []
