"""Which collection a chat asks, kept in the database; each change of it is in the audit log."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.assignments import OWN, Assignments
from bot.audit.reading import reading
from bot.database import Database

ADMIN, GROUP, OTHER = 22, -1001, -1002


class Ended:
    """Notes whose conversations were ended."""

    def __init__(self, *, fails: bool = False) -> None:
        self.chats: list[int] = []
        self._fails = fails

    def __call__(self, chat: int) -> None:
        if self._fails:
            raise RuntimeError("it cannot be forgotten")
        self.chats.append(chat)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "quoth.db")
    yield database
    database.close()


def recorded(database: Database) -> list[tuple[str, str, str]]:
    with reading(database.file) as entries:
        return [(entry.actor, entry.action, entry.detail) for entry in entries]


def test_a_chat_has_no_collection_at_first(database: Database) -> None:
    assignments = Assignments(database, Ended())

    assert (assignments.name(GROUP), assignments.listed()) == (OWN, [])


def test_a_chat_keeps_the_last_collection_it_was_given_also_after_a_restart(
    database: Database,
) -> None:
    for name in ("recipes", "rules"):
        Assignments(database, Ended()).assign(GROUP, name, ADMIN)
    Assignments(database, Ended()).assign(OTHER, "recipes", ADMIN)

    again = Assignments(database, Ended())

    assert again.name(GROUP) == "rules"
    assert again.listed() == [(OTHER, "recipes"), (GROUP, "rules")]


def test_each_change_is_recorded_and_ends_the_conversation_and_nothing_else_does(
    database: Database,
) -> None:
    ended = Ended()
    assignments = Assignments(database, ended)

    for name in (OWN, "recipes", "recipes", OWN, OWN):
        assignments.assign(GROUP, name, ADMIN)

    assert assignments.listed() == []
    assert ended.chats == [GROUP, GROUP]
    assert recorded(database) == [
        ("telegram:22", "collection", "-1001 recipes"),
        ("telegram:22", "collection", "-1001 -"),
    ]


def test_where_the_conversation_cannot_be_ended_the_collection_stays(database: Database) -> None:
    Assignments(database, Ended()).assign(GROUP, "recipes", ADMIN)

    with suppress(RuntimeError):
        Assignments(database, Ended(fails=True)).assign(GROUP, "rules", ADMIN)

    assert Assignments(database, Ended()).name(GROUP) == "recipes"
    assert len(recorded(database)) == 1
