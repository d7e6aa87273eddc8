"""What is removed leaves every answer: uploads the disk, too, other documents only the index."""

import json
from pathlib import Path

import pytest

from bot.documents.adding import Library
from bot.documents.checking import Refused
from bot.documents.removing import Removed, Restored, remove, restore
from bot.phrases import documents as phrases
from tests.bot.documents.homes import Shelf, lines

TOWER = b"The tower is forty metres tall."
TALL = TOWER.decode()


@pytest.fixture
def press(shelf: Shelf, tmp_path: Path) -> Path:
    """A folder that is indexed."""
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "tower.txt").write_bytes(TOWER)
    (folder / "rain.md").write_text("# Rain in May\n\nIt rains.")
    shelf.index(folder)
    return folder


def test_an_upload_that_is_removed_leaves_the_index_and_the_folder(shelf: Shelf) -> None:
    Library(shelf.home).add(TOWER, "tower.txt")
    before = shelf.answer()

    removed = remove(shelf.home, ["tower.txt"])

    assert before == [TALL]
    assert removed == Removed(("tower.txt",), "g-000002", 0)
    assert (shelf.answer(), shelf.files, shelf.ids) == ([], set(), [])


def test_a_document_of_a_folder_is_left_out_and_stays_out(shelf: Shelf, press: Path) -> None:
    removed = remove(shelf.home, ["tower.txt"])
    (press / "tower.txt").write_text("The tower is forty metres tall, they say.")
    shelf.index(press)

    assert removed == Removed(("tower.txt",), "g-000002", 1)
    assert (press / "tower.txt").exists()
    assert shelf.ids == ["rain.md"]


def test_a_document_that_was_left_out_can_be_let_in_again(shelf: Shelf, press: Path) -> None:
    remove(shelf.home, ["rain in may"])
    between = shelf.ids

    restored = restore(shelf.home, ["rain.md"])

    assert between == ["tower.txt"]
    assert restored == Restored(("rain.md",), "g-000003")
    assert shelf.ids == ["rain.md", "tower.txt"]


def test_only_what_was_left_out_can_be_let_in(shelf: Shelf, press: Path) -> None:
    remove(shelf.home, ["tower.txt"])

    assert restore(shelf.home, ["towr.txt"]) == Refused(phrases.unknown("towr.txt", ["tower.txt"]))
    assert restore(shelf.home, ["rain.md"]) == Refused(phrases.unknown("rain.md", []))


def test_an_unknown_name_removes_nothing_at_all(shelf: Shelf, press: Path) -> None:
    refused = remove(shelf.home, ["tower.txt", "rian.md"])

    assert refused == Refused(phrases.unknown("rian.md", ["rain.md"]))
    assert (shelf.ids, shelf.generation) == (["rain.md", "tower.txt"], "g-000001")


def test_a_part_that_fits_several_is_refused_unless_all_are_meant(
    shelf: Shelf, tmp_path: Path
) -> None:
    file = tmp_path / "lines.jsonl"
    texts = {f"may-{n}": f"It rains on day {n}." for n in range(7)} | {"june": "It is dry."}
    file.write_bytes(lines(texts))
    shelf.index(file)

    refused = remove(shelf.home, ["may"])
    removed = remove(shelf.home, ["may"], every=True)

    assert refused == Refused(phrases.several("may", [f"may-{n}" for n in range(5)], 7))
    assert removed == Removed(tuple(f"may-{n}" for n in range(7)), "g-000002", 1)


def test_the_name_of_an_uploaded_file_stands_for_all_its_documents(shelf: Shelf) -> None:
    library = Library(shelf.home)
    library.add(lines({"a": "It rains.", "b": "It snows."}), "weather.jsonl")
    library.add(TOWER, "tower.txt")

    removed = remove(shelf.home, ["weather.jsonl"])

    assert removed == Removed(("a", "b"), "g-000003", 1)
    assert len(shelf.files) == 1


def test_of_an_uploaded_file_one_line_can_go_and_the_last_takes_the_file_with_it(
    shelf: Shelf,
) -> None:
    Library(shelf.home).add(lines({"a": "It rains.", "b": "It snows."}), "weather.jsonl")

    remove(shelf.home, ["a"])
    halfway = shelf.ids, len(shelf.files)
    remove(shelf.home, ["b"])

    assert halfway == (["b"], 1)
    assert (shelf.ids, shelf.files) == ([], set())


def test_a_copy_of_an_upload_below_a_folder_goes_too_when_both_are_named(
    shelf: Shelf, tmp_path: Path
) -> None:
    rain = lines({"a": "It rains."})
    (tmp_path / "rain.jsonl").write_bytes(rain)
    shelf.index(tmp_path / "rain.jsonl")
    (shelf.home.uploads).mkdir()
    Library(shelf.home).add(rain, "rain.jsonl")

    removed = remove(shelf.home, ["a"])

    assert isinstance(removed, Removed)
    assert (removed.ids, removed.n_left, shelf.ids) == (("a",), 0, [])
    assert json.loads(shelf.home.left_out.read_text()) == ["a"]


def test_without_documents_of_ones_own_there_is_nothing_to_remove(shelf: Shelf) -> None:
    assert remove(shelf.home, ["a"]) == Refused(phrases.NOTHING_INDEXED)
    assert not shelf.home.path.exists()
