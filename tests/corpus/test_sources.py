"""Which files of a source are read, under which names, in which order."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.documents import Skipped
from corpus.errors import SourceMissing
from corpus.sources import SUFFIXES, Found, find_files


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("It rains.")


@contextmanager
def nested(folder: Path, name: str, depth: int) -> Iterator[Path]:
    """Make a folder in a folder in a folder; on the way out remove them, and what is in the last.

    Paths may become longer than the system takes: each folder is reached from the one above.
    """
    descriptors = [os.open(folder, os.O_RDONLY)]
    try:
        for _ in range(depth):
            os.mkdir(name, dir_fd=descriptors[-1])
            descriptors.append(os.open(name, os.O_RDONLY, dir_fd=descriptors[-1]))
        last = os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=descriptors[-1])
        os.write(last, b"It rains.")
        os.close(last)
        yield folder
    finally:
        os.unlink("a.txt", dir_fd=descriptors[-1])
        os.close(descriptors.pop())
        while descriptors:
            os.rmdir(name, dir_fd=descriptors[-1])
            os.close(descriptors.pop())


def leads_out(name: str) -> Skipped:
    remedy = "give what it leads to as a source of its own"
    return Skipped(name, "is a link that leads out of the source", remedy)


def names(source: Path) -> list[str]:
    return [found.name for found in find_files(source)]


def test_files_are_named_below_the_source_and_sorted(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/z.md", "a/b/c.jsonl", "a.txt", "README", "c.NEWS")

    expected = ["README", "a.txt", "a/b/c.jsonl", "a/z.md", "b.txt", "c.NEWS"]
    assert names(tmp_path) == expected


def test_a_file_as_a_source_has_its_own_name(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")

    assert list(find_files(tmp_path / "a.txt")) == [Found(tmp_path / "a.txt", "a.txt")]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, ".a.txt", ".git/b.txt", "c.txt")

    assert names(tmp_path) == ["c.txt"]


def test_a_link_to_a_parent_is_not_followed_for_ever(tmp_path: Path) -> None:
    put(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)

    assert names(tmp_path) == ["a/b.txt"]


def test_a_link_that_leads_out_of_the_source_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "secret/a.txt", "notes/b.txt")
    (tmp_path / "notes" / "file.txt").symlink_to(tmp_path / "secret" / "a.txt")
    (tmp_path / "notes" / "folder").symlink_to(tmp_path / "secret")
    (tmp_path / "notes" / "parent").symlink_to(tmp_path)
    (tmp_path / "notes" / "gone").symlink_to(tmp_path / "nowhere")

    found = list(find_files(tmp_path / "notes"))

    assert found == [
        Found(tmp_path / "notes" / "b.txt", "b.txt"),
        *(leads_out(name) for name in ("file.txt", "folder", "gone", "parent")),
    ]


def test_a_link_that_leads_out_by_way_of_another_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "notes-2/a.txt", "notes/b.txt")
    (tmp_path / "notes" / "z").symlink_to("y")
    (tmp_path / "notes" / "y").symlink_to("../notes-2")

    assert names(tmp_path / "notes") == ["b.txt", "y", "z"]


def test_a_link_inside_the_source_is_followed(tmp_path: Path) -> None:
    put(tmp_path, "deep/b.txt")
    (tmp_path / "c.txt").symlink_to("deep/b.txt")
    (tmp_path / "also").symlink_to("deep")

    # A folder met twice is entered where it comes first.
    assert [item.name for item in find_files(tmp_path) if isinstance(item, Found)] == [
        *("also/b.txt", "c.txt")
    ]


def test_a_source_may_be_a_link_itself(tmp_path: Path) -> None:
    put(tmp_path, "notes/a.txt")
    (tmp_path / "folder").symlink_to("notes")
    (tmp_path / "file.txt").symlink_to("notes/a.txt")

    found = [list(find_files(tmp_path / name)) for name in ("folder", "file.txt")]

    assert found == [
        [Found(tmp_path / "folder" / "a.txt", "a.txt")],
        [Found(tmp_path / "file.txt", "file.txt")],
    ]


def test_a_link_to_itself_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")

    (skipped,) = find_files(tmp_path)

    assert isinstance(skipped, Skipped)


def test_folders_may_be_nested_deeper_than_calls(tmp_path: Path) -> None:
    # The interpreter allows 1,000 calls in one another.
    with nested(tmp_path, "d", 1100) as source:
        assert names(source) == ["d/" * 1100 + "a.txt"]


def test_a_path_longer_than_the_system_takes_is_skipped(tmp_path: Path) -> None:
    put(tmp_path, "b.txt")

    # 30 names of 200 characters are longer than 4,096.
    with nested(tmp_path, "d" * 200, 30) as source:
        found, skipped = find_files(source)

    assert found == Found(tmp_path / "b.txt", "b.txt")
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "is no regular file, or cannot be reached"


@pytest.mark.parametrize(
    ("name", "what"), [("a.pdf", "PDF"), ("a.docx", "DOCX"), ("a.x1", "a .x1 file")]
)
def test_other_formats_are_skipped_with_the_reason_and_a_remedy(
    tmp_path: Path, name: str, what: str
) -> None:
    put(tmp_path, name)

    remedy = f"save its text as one of {' '.join(SUFFIXES)}"
    assert list(find_files(tmp_path)) == [Skipped(name, f"{what} is not read", remedy)]


def test_a_broken_link_and_a_pipe_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "b.txt")

    found = list(find_files(tmp_path))

    assert [item.name for item in found] == ["a.txt", "b.txt"]
    assert all(isinstance(item, Skipped) for item in found)


def test_a_name_that_is_not_utf8_is_skipped(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text("It rains.")

    (skipped,) = find_files(tmp_path)

    assert skipped == Skipped("\\xff.txt", "has a name that is not UTF-8", "rename the file")


def test_a_missing_source_raises(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing):
        list(find_files(tmp_path / "nowhere"))
