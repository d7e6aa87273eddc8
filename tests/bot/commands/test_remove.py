"""`quoth remove`: documents leave every answer, all that are named or none."""

from pathlib import Path

import pytest

from bot.home import Home
from tests.bot.calling import call
from tests.bot.documents.homes import Shelf

TALL = "How tall is the tower?"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "tower.txt").write_text("The tower is forty metres tall.")
    (tmp_path / "press" / "rain.txt").write_text("It rains in May.")
    shelf = Shelf(Home(tmp_path / "home"))
    shelf.index(tmp_path / "press")
    return shelf


def test_a_removed_document_answers_no_longer_until_it_is_let_in_again(shelf: Shelf) -> None:
    home = shelf.home.path

    before = call("ask", TALL, "--home", home).code
    removed = call("remove", "tower.txt", "--home", home)
    between = call("ask", TALL, "--home", home).code
    again = call("remove", "--undo", "tower.txt", "--home", home)
    after = call("ask", TALL, "--home", home).code

    assert (before, between, after) == (0, 3, 0)
    assert (removed.code, removed.out, removed.err) == (
        0, "Removed 1 document: tower.txt (g-000002).\n", ""
    )  # fmt: skip
    assert again.out == "Let in again 1 document: tower.txt (g-000003).\n"


def test_an_unknown_document_is_one_line_with_the_nearest_and_nothing_is_removed(
    shelf: Shelf,
) -> None:
    result = call("remove", "rain.txt", "towr.txt", "--home", shelf.home.path)

    assert (result.code, result.out) == (1, "")
    assert (
        result.err == 'quoth: No document is called "towr.txt"; the nearest: tower.txt; rain.txt\n'
    )
    assert shelf.ids == ["rain.txt", "tower.txt"]


def test_all_that_a_part_fits_go_when_that_is_said(shelf: Shelf) -> None:
    refused = call("remove", ".txt", "--home", shelf.home.path)
    removed = call("remove", "--all", ".txt", "--home", shelf.home.path)

    assert refused.err == 'quoth: ".txt" fits 2 documents: rain.txt; tower.txt\n'
    assert (refused.code, removed.code) == (1, 0)
    assert shelf.ids == []


def test_indexing_again_names_what_was_removed(shelf: Shelf, tmp_path: Path) -> None:
    call("remove", "tower.txt", "--home", shelf.home.path)

    result = call("index", tmp_path / "press", "--home", shelf.home.path)

    assert result.code == 0
    assert result.lines[-1] == (
        "skipped tower.txt: was removed; `quoth remove --undo` lets it in again"
    )


def test_a_home_without_documents_says_so(tmp_path: Path) -> None:
    result = call("remove", "a", "--home", tmp_path / "home")

    assert (result.code, result.err.count("\n")) == (1, 1)
    assert list(tmp_path.iterdir()) == []
