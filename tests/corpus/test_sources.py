"""Which files of a source are read, under which names, in which order."""

import os
from pathlib import Path

import pytest

from corpus.documents import Skipped
from corpus.errors import SourceMissing
from corpus.sources import SUFFIXES, Found, find_files


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("It rains.")


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
