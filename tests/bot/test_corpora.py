"""What a chat asks: its own collection, opened at first use, or the home's documents."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assignments import OWN, Assignments
from bot.corpora import MOST_OPEN, Corpora
from bot.database import Database

ADMIN, GROUP, OTHER = 22, -1001, -1002


class Shelf:
    """Opens names, and notes each time."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def __call__(self, name: str) -> str:
        if name == "gone":
            raise LookupError(name)
        self.opened.append(name)
        return name.upper()


@pytest.fixture
def assignments(tmp_path: Path) -> Iterator[Assignments]:
    database = Database(tmp_path / "quoth.db")
    yield Assignments(database, lambda chat: None)
    database.close()


def test_a_chat_without_a_collection_asks_the_homes_documents(assignments: Assignments) -> None:
    shelf = Shelf()
    corpora = Corpora("HOME", assignments, shelf)

    assert (corpora.of(GROUP), corpora.named(OWN), shelf.opened) == ("HOME", "HOME", [])


def test_a_collection_is_opened_at_first_use_and_kept(assignments: Assignments) -> None:
    shelf = Shelf()
    corpora = Corpora("HOME", assignments, shelf)
    assignments.assign(GROUP, "recipes", ADMIN)

    found = [corpora.of(chat) for chat in (GROUP, OTHER, GROUP)]

    assert found == ["RECIPES", "HOME", "RECIPES"]
    assert shelf.opened == ["recipes"]


def test_a_change_of_the_collection_counts_at_once(assignments: Assignments) -> None:
    corpora = Corpora("HOME", assignments, Shelf())
    assignments.assign(GROUP, "recipes", ADMIN)
    before = corpora.of(GROUP)

    assignments.assign(GROUP, "rules", ADMIN)

    assert (before, corpora.of(GROUP)) == ("RECIPES", "RULES")


def test_a_collection_that_cannot_be_opened_is_not_replaced_by_other_documents(
    assignments: Assignments,
) -> None:
    corpora = Corpora("HOME", assignments, Shelf())
    assignments.assign(GROUP, "gone", ADMIN)

    with pytest.raises(LookupError):
        corpora.of(GROUP)


def test_the_one_used_longest_ago_makes_room(assignments: Assignments) -> None:
    shelf = Shelf()
    corpora = Corpora("HOME", assignments, shelf)
    names = [f"c{n}" for n in range(MOST_OPEN)]

    for name in [*names, "c0", "one-more", "c0", "c1"]:
        corpora.named(name)

    # The ninth takes the place of c1, which is opened anew; c0 was used after it.
    assert shelf.opened == [*names, "one-more", "c1"]


def test_there_are_several_corpora_as_soon_as_a_chat_has_a_collection(
    assignments: Assignments,
) -> None:
    corpora = Corpora("HOME", assignments, Shelf())
    before = corpora.are_several

    assignments.assign(GROUP, "recipes", ADMIN)

    assert (before, corpora.are_several) == (False, True)
