"""`quoth index`: documents are read into the home, and what cannot be is named."""

import json
import shutil
from pathlib import Path

import pytest

from bot.home import Home
from retrieval.generations import Generations
from tests.bot.calling import call, quoth
from tests.transcripts.homes import CORPORA


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CORPORA / "harbour", tmp_path / "source"))


def test_a_folder_is_read_once_and_only_what_changed_again(source: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"

    first = json.loads(call("index", source, "--json", "--home", home).out)
    again = json.loads(call("index", source, "--json", "--home", home).out)
    (source / "rules.md").write_text("Swimming is allowed in the basin.")
    (source / "2021-09-14-ferry.txt").unlink()
    changed = json.loads(call("index", source, "--json", "--home", home).out)

    counts = [[run[key] for key in ("documents", "read", "unchanged", "removed", "generation")]
              for run in (first, again, changed)]  # fmt: skip
    assert counts == [[3, 3, 0, 0, "g-000001"], [3, 0, 3, 0, "g-000001"], [2, 1, 1, 1, "g-000002"]]
    assert set(first) == {
        *("documents", "passages", "read", "unchanged", "removed", "skipped", "generation"),
        "seconds",
    }


def test_what_cannot_be_read_is_named_with_the_reason_and_the_rest_is_indexed(
    source: Path, tmp_path: Path
) -> None:
    (source / "empty.txt").write_bytes(b"")
    (source / "blank.md").write_bytes(b" \n ")
    (source / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (source / "broken.txt").write_bytes(b"\xff\xfe\x00\xd8\x00")
    (source / "lines.jsonl").write_bytes(b'{"id": "ok", "text": "It rose."}\n{"id": 3}\n')

    result = quoth("index", source, "--home", tmp_path / "home")

    skipped = [line for line in result.lines if line.startswith("skipped ")]
    assert (result.code, result.err) == (0, "")
    assert result.lines[0].startswith("4 documents, ")
    assert [line.split(": ")[0].removeprefix("skipped ") for line in skipped] == [
        *("blank.md", "broken.txt", "empty.txt", "lines.jsonl:2", "picture.txt")
    ]
    assert all(line.count("; ") == 1 for line in skipped)


def test_an_empty_folder_changes_nothing_and_says_what_can_be_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()

    result = call("index", empty, "--home", tmp_path / "home")

    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"quoth: {empty}: no documents: put files there that end in .txt")
    assert result.err.count("\n") == 1


def test_a_source_that_is_not_there_leaves_the_index_as_it_is(source: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    call("index", source, "--home", home.path)

    result = call("index", source, tmp_path / "missing", "--home", home.path)

    assert result.code == 1
    assert result.err == f"quoth: {tmp_path / 'missing'}: no such file or folder: check the path\n"
    assert Generations(home.index).current() == "g-000001"


def test_nothing_readable_at_all_ends_with_1(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")

    result = call("index", tmp_path / "empty.txt", "--home", tmp_path / "home")

    assert result.code == 1
    assert result.lines[-1] == "skipped empty.txt: is empty; write something in it or remove it"
