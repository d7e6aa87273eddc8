"""What is added answers; what is refused leaves nothing behind."""

import fcntl
import hashlib
from pathlib import Path

import pytest

from bot.documents.adding import Added, Library, Refused
from bot.documents.indexing import bring_up_to_date
from bot.documents.limits import LARGEST, LARGEST_STORE
from bot.documents.removing import remove
from bot.documents.uploads import Uploads
from bot.phrases import documents as phrases
from retrieval.generations import Generations
from tests.bot.documents.homes import Shelf, lines

TOWER = b"The tower is forty metres tall. It was built in 1901."


def test_an_added_document_answers_with_its_name_below(shelf: Shelf) -> None:
    added = Library(shelf.home).add(TOWER, "../notes/tower.txt")

    assert added == Added("tower.txt", ("tower.txt",), 1, 2, 0, (), "g-000001", False)
    assert shelf.answer() == ["The tower is forty metres tall."]
    assert shelf.ids == ["tower.txt"]
    assert shelf.files == {f"{hashlib.sha256(TOWER).hexdigest()}.txt"}


def test_the_same_content_again_is_the_same_document(shelf: Shelf) -> None:
    library = Library(shelf.home)
    library.add(TOWER, "tower.txt")

    again = library.add(TOWER, "other.txt")

    assert again == Added("tower.txt", ("tower.txt",), 1, 2, 0, (), "g-000001", True)
    assert shelf.ids == ["tower.txt"]


def test_another_content_of_the_same_name_gets_a_number(shelf: Shelf) -> None:
    library = Library(shelf.home)
    library.add(TOWER, "tower.txt")

    second = library.add(b"The tower is fifty metres tall.", "tower.txt")

    assert isinstance(second, Added)
    assert (second.name, second.generation) == ("tower (2).txt", "g-000002")
    assert shelf.ids == ["tower (2).txt", "tower.txt"]


def test_a_name_that_a_document_of_another_source_has_is_given_a_folder(
    shelf: Shelf, tmp_path: Path
) -> None:
    (tmp_path / "tower.txt").write_text("The tower stands by the sea.")
    shelf.index(tmp_path / "tower.txt")

    added = Library(shelf.home).add(TOWER, "tower.txt")

    assert isinstance(added, Added)
    assert added.ids == ("uploads/tower.txt",)
    assert shelf.ids == ["tower.txt", "uploads/tower.txt"]


def test_lines_are_added_but_for_bad_ones_and_ids_that_are_taken(shelf: Shelf) -> None:
    library = Library(shelf.home)
    library.add(lines({"a": "It rains."}), "first.jsonl")

    added = library.add(lines({"a": "It snows.", "b": "Wind blows."}) + b"3\n", "second.jsonl")

    assert isinstance(added, Added)
    assert (added.ids, added.n_documents, added.n_skipped) == (("b",), 1, 2)
    assert added.reasons[0] == "line 3 is no JSON object; give one JSON object per line"
    assert any("has the id 'a'" in reason for reason in added.reasons)
    assert shelf.ids == ["a", "b"]


def test_a_file_with_no_id_of_its_own_is_refused_and_not_kept(shelf: Shelf) -> None:
    library = Library(shelf.home)
    library.add(lines({"a": "It rains."}), "first.jsonl")
    before = shelf.files

    refused = library.add(lines({"a": "It snows."}), "second.jsonl")

    assert refused == Refused(phrases.SAME_IDS)
    assert (shelf.files, shelf.ids) == (before, ["a"])


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (bytes(LARGEST + 1), "a.txt", phrases.too_large(LARGEST)),
        (b"PK\x03\x04", "a.docx", "Files that end in .docx are not read."),
        (b"PK\x03\x04", "a.txt", "There is no document in the file: looks like a zip archive"),
        (b"It rains.", "\u202e", "Files without an ending are not read."),
    ],
)
def test_what_is_refused_is_neither_stored_nor_indexed(
    shelf: Shelf, content: bytes, name: str, reason: str
) -> None:
    refused = Library(shelf.home).add(content, name)

    assert isinstance(refused, Refused)
    assert refused.reason.startswith(reason)
    assert not shelf.home.path.exists()


def test_a_store_that_is_full_takes_nothing_more(shelf: Shelf) -> None:
    Library(shelf.home).add(TOWER, "tower.txt")
    [stored] = Uploads(shelf.home.uploads).all()
    with stored.path.open("r+b") as file:
        file.truncate(LARGEST_STORE)  # sparse: it takes no room

    refused = Library(shelf.home).add(b"It rains.", "rain.txt")

    assert refused == Refused(phrases.store_full(LARGEST_STORE))


def test_while_another_process_indexes_a_file_is_refused_and_not_kept(shelf: Shelf) -> None:
    shelf.home.index.mkdir(parents=True)
    with (shelf.home.index / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        refused = Library(shelf.home).add(TOWER, "tower.txt")

    assert isinstance(refused, Refused)
    assert refused.reason.startswith("another process is indexing")
    assert shelf.files == set()
    assert Library(shelf.home).add(TOWER, "tower.txt") == Added(
        "tower.txt", ("tower.txt",), 1, 2, 0, (), "g-000001", False
    )


def test_a_file_that_was_removed_can_be_added_again(shelf: Shelf) -> None:
    library = Library(shelf.home)
    library.add(TOWER, "tower.txt")
    remove(shelf.home, ["tower.txt"])

    again = library.add(TOWER, "tower.txt")

    assert isinstance(again, Added)
    assert (again.generation, shelf.ids) == ("g-000003", ["tower.txt"])


def test_uploads_survive_the_loss_of_the_index_with_their_names(shelf: Shelf) -> None:
    Library(shelf.home).add(TOWER, "tower.txt")
    name = Generations(shelf.home.index).current()
    (shelf.home.index / str(name) / "MANIFEST.json").unlink()

    Library(shelf.home).add(b"It rains.", "rain.txt")

    assert shelf.ids == ["rain.txt", "tower.txt"]


def test_a_file_called_like_a_removed_one_is_answered_from_and_the_removed_one_stays_out(
    shelf: Shelf, tmp_path: Path
) -> None:
    (tmp_path / "tower.txt").write_text("The tower stands by the sea.")
    shelf.index(tmp_path / "tower.txt")
    remove(shelf.home, ["tower.txt"])

    added = Library(shelf.home).add(TOWER, "tower.txt")
    bring_up_to_date(shelf.home, afresh=True)

    assert isinstance(added, Added)
    assert (added.name, added.ids) == ("tower (2).txt", ("tower (2).txt",))
    assert shelf.ids == ["tower (2).txt"]


def test_a_file_that_is_broken_off_is_refused_and_not_kept(shelf: Shelf) -> None:
    # It is over once the file was read: reading asks whether it is once before it begins.
    asked = iter([False])

    refused = Library(shelf.home, lambda: next(asked, bool(shelf.files))).add(TOWER, "tower.txt")

    assert refused == Refused(phrases.NOT_INDEXED)
    assert shelf.files == set()
