"""Whatever an administrator types about documents has one reply, the same in every channel."""

import pytest

from bot.documents.administering import Documents
from bot.phrases import documents as phrases
from bot.replies import say
from retrieval.index import Index
from tests.bot.documents.homes import Shelf, lines

TOWER = b"The tower is forty metres tall."


@pytest.fixture
def documents(shelf: Shelf) -> Documents:
    return Documents(shelf.home, lambda: Index.open(shelf.home.index))


def test_a_document_is_added_listed_read_again_and_removed(documents: Documents) -> None:
    said = [
        documents.add(TOWER, "tower.txt").plain(),
        documents.documents().plain(),
        documents.reindex().plain(),
        documents.remove("tower").plain(),
        documents.documents("1").plain(),
    ]

    assert said == [
        "Added tower.txt: 1 document, 1 sentence (g-000001).",
        "1 document, page 1 of 1.\n\ntower.txt: 1 sentence",
        "Everything was read again: 1 document, 1 sentence (g-000002).",
        "Removed 1 document: tower.txt (g-000003).\n\nNo document is left.",
        "0 documents, page 1 of 1.",
    ]


def test_each_change_has_the_new_generation_opened_before_the_reply(shelf: Shelf) -> None:
    opened: list[str] = []

    def opens() -> Index:
        opened.append(Index.open(shelf.home.index).name)
        return Index.open(shelf.home.index)

    documents = Documents(shelf.home, opens)
    documents.add(TOWER, "tower.txt")
    documents.reindex()
    documents.remove("tower.txt")
    documents.remove("tower.txt")

    assert opened == ["g-000001", "g-000002", "g-000003"]


def test_several_are_removed_by_saying_all(documents: Documents) -> None:
    documents.add(lines({"may 1": "It rains.", "may 2": "It snows.", "june": "Dry."}), "a.jsonl")

    assert documents.remove("may").plain() == '"may" fits 2 documents: may 1; may 2'
    assert documents.remove("all may").plain() == "Removed 2 documents: may 1; may 2 (g-000002)."


def test_a_title_that_begins_with_all_is_a_title_first(documents: Documents) -> None:
    documents.add(lines({"all may": "It rains.", "may": "It snows."}), "a.jsonl")

    assert documents.remove("all may").plain() == "Removed 1 document: all may (g-000002)."


def test_bad_lines_are_told_with_the_first_reason(documents: Documents) -> None:
    said = documents.add(lines({"a": "It rains."}) + b"3\n4\n", "a.jsonl").plain()

    assert said == (
        "Added a.jsonl: 1 document, 1 sentence (g-000001).\n\n"
        "2 skipped. line 2 is no JSON object; give one JSON object per line."
    )


@pytest.mark.parametrize("page", ["2", "0", "-1", "two", "²", "9" * 50])
def test_a_page_that_is_not_there_is_said(documents: Documents, page: str) -> None:
    documents.add(TOWER, "tower.txt")

    assert documents.documents(page).plain() == phrases.NO_SUCH_PAGE


def test_a_name_in_a_reply_can_neither_steer_the_screen_nor_make_up_a_line(
    documents: Documents,
) -> None:
    documents.add(lines({"a\u202eb\nc": "It rains."}), "a.jsonl")

    said = documents.documents().plain()

    assert said == "1 document, page 1 of 1.\n\na\ufffdb c: 1 sentence"


def test_what_is_missing_is_asked_for(documents: Documents) -> None:
    assert documents.remove("  ").plain() == phrases.WHAT_TO_REMOVE
    assert documents.remove("a").plain() == phrases.NOTHING_INDEXED
    assert documents.reindex().plain() == phrases.NOTHING_INDEXED
    assert documents.add(b"", "a.pdf").plain().startswith("Files that end in .pdf are not read.")


def test_once_closed_nothing_is_begun(shelf: Shelf) -> None:
    documents = Documents(shelf.home, lambda: Index.open(shelf.home.index))
    documents.add(b"The tower is forty metres tall.", "tower.txt")

    documents.close()

    refused = say(phrases.NOT_INDEXED)
    assert documents.add(b"It rains.", "rain.txt") == refused
    assert documents.reindex() == refused
    assert shelf.ids == ["tower.txt"]
