"""The command that tells a chat whose documents it asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.administering.collecting import collecting
from bot.assignments import OWN, Assignments
from bot.database import Database
from bot.phrases import administering
from bot.replies import say

ADMIN, GROUP = 22, -1001
NAMES = ("recipes", "rules")


@pytest.fixture
def assignments(tmp_path: Path) -> Iterator[Assignments]:
    database = Database(tmp_path / "quoth.db")
    yield Assignments(database, lambda chat: None)
    database.close()


def test_a_chat_is_given_a_collection_and_gets_rid_of_it(assignments: Assignments) -> None:
    command = collecting(assignments, lambda: NAMES)["collection"]

    given = command(ADMIN, "-1001  Rules"), assignments.name(GROUP)
    ended = command(ADMIN, "-1001 -"), assignments.name(GROUP)

    assert given == (say(administering.collection_set(GROUP, "rules")), "rules")
    assert ended == (say(administering.collection_ended(GROUP)), OWN)


def test_without_words_the_collections_are_listed_with_their_chats(
    assignments: Assignments,
) -> None:
    command = collecting(assignments, lambda: NAMES)["collection"]
    command(ADMIN, "-1001 rules")

    assert command(ADMIN, "") == say("recipes: no chat\nrules: -1001")


def test_where_nothing_is_indexed_the_list_says_how_to_make_one(assignments: Assignments) -> None:
    found = collecting(assignments, lambda: ())["collection"](ADMIN, "").plain()

    assert found == "There is no collection. `quoth index --collection NAME SOURCE` makes one."


def test_an_unknown_name_changes_nothing_and_brings_the_nearest(assignments: Assignments) -> None:
    command = collecting(assignments, lambda: NAMES)["collection"]

    near, far = command(ADMIN, "-1001 recipe"), command(ADMIN, "-1001 zzz")

    assert near == say("There is no such collection: did you mean recipes?")
    assert far == say("There is no such collection: /collection lists those there are.")
    assert assignments.listed() == []


@pytest.mark.parametrize("rest", ["rules", "-1001", "rules -1001", "-1001 rules now", "x rules"])
def test_anything_else_is_told_the_form(rest: str, assignments: Assignments) -> None:
    command = collecting(assignments, lambda: NAMES)["collection"]

    assert command(ADMIN, rest) == say(administering.COLLECTION_FORM)
    assert assignments.listed() == []


def test_a_group_that_got_another_number_has_it_under_its_first(assignments: Assignments) -> None:
    command = collecting(assignments, lambda: NAMES, lambda chat: -500)["collection"]

    command(ADMIN, "-1001 rules")

    assert assignments.listed() == [(-500, "rules")]
