"""The commands of administrators, whatever the channel; rights are checked when one is run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import phrases
from bot.access import Access
from bot.administering.administration import Administration
from bot.database import Database
from bot.replies import Reply, say

ADMIN, STRANGER = 22, 33


def echo(by: int, rest: str) -> Reply:
    return say(f"{by}: {rest}")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "quoth.db")
    yield database
    database.close()


@pytest.fixture
def administration(database: Database) -> Administration:
    return Administration(Access("*", frozenset({ADMIN}), database), {"echo": echo})


def test_a_command_gets_the_administrator_and_the_rest_of_the_line(
    administration: Administration,
) -> None:
    assert administration.reply(ADMIN, "echo", "  two words ") == say("22: two words")


@pytest.mark.parametrize("user", [STRANGER, None, 1087968824])
def test_nobody_else_has_a_command_run(user: int | None, administration: Administration) -> None:
    assert not administration.may(user)
    assert administration.reply(user, "echo", "x") == say(phrases.NOT_ADMIN)


def test_it_knows_its_commands_and_no_others(administration: Administration) -> None:
    assert (administration.knows("echo"), administration.knows("open")) == (True, False)


def test_a_right_that_is_taken_away_is_gone_at_the_next_command(database: Database) -> None:
    access = Access(frozenset(), frozenset(), database)
    access.pair(access.pairing_code or "", STRANGER)
    administration = Administration(access, {"echo": echo})
    before = administration.reply(STRANGER, "echo", "x")
    with database.transaction() as connection:
        connection.execute("DELETE FROM access WHERE role = 'owner'")

    after = administration.reply(STRANGER, "echo", "x")

    assert (before, after) == (say("33: x"), say(phrases.NOT_ADMIN))
