"""A folder can say what its files are called; whatever else stands there says nothing."""

import json
from pathlib import Path

import pytest

from corpus.naming import NAMES, read_names
from corpus.sources import Found, find_files


def test_a_file_goes_by_the_name_that_its_folder_gives_it(tmp_path: Path) -> None:
    for stored in ("1a.txt", "2b.txt", "3c.txt"):
        (tmp_path / stored).write_text("It rains.")
    (tmp_path / NAMES).write_text(json.dumps({"1a.txt": "zebra.txt", "2b.txt": "ant.txt"}))

    found = list(find_files(tmp_path))

    # By the names they go by; the list itself is no document.
    assert found == [
        Found(tmp_path / "3c.txt", "3c.txt"),
        Found(tmp_path / "2b.txt", "ant.txt"),
        Found(tmp_path / "1a.txt", "zebra.txt"),
    ]


@pytest.mark.parametrize(
    "listed", ["", "[]", "null", '{"a.txt": 3}', '{"a.txt": ""}', "{", "[" * 100_000]
)
def test_a_list_of_names_that_is_none_names_nothing(tmp_path: Path, listed: str) -> None:
    (tmp_path / NAMES).write_text(listed)

    assert read_names(tmp_path) == {}


def test_a_name_that_leads_elsewhere_opens_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("The key lies under the mat.")
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.txt").write_text("It rains.")
    (source / NAMES).write_text(json.dumps({"a.txt": "../secret.txt"}))

    assert list(find_files(source)) == [Found(source / "a.txt", "../secret.txt")]
