"""Who else may ask, and who may not whatever else holds, as administrators say."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import resources
from pathlib import Path

import pytest

from bot.access import Access
from bot.audit.reading import reading
from bot.database import Database
from tests.bot.plans import plans

OWNER, ADMIN, STRANGER, GROUP = 11, 22, 33, -1001


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "quoth.db")
    yield database
    database.close()


def paired(database: Database) -> Access:
    access = Access(frozenset(), frozenset(), database)
    assert access.pairing_code is not None
    assert access.pair(access.pairing_code, OWNER)
    return access


def recorded(database: Database) -> list[tuple[str, str, str]]:
    """Return who did what to what, by the audit log."""
    with reading(database.file) as entries:
        return [(entry.actor, entry.action, entry.detail) for entry in entries]


def test_allowing_a_chat_lets_it_ask_and_no_other(database: Database) -> None:
    access = paired(database)

    access.allow(GROUP, OWNER)

    assert access.may_ask(GROUP, STRANGER)
    assert not access.may_ask(STRANGER, STRANGER)
    assert not access.may_administer(STRANGER)


def test_an_allowed_user_asks_in_private_but_opens_no_group(database: Database) -> None:
    access = paired(database)

    access.allow(STRANGER, OWNER)

    assert access.may_ask(STRANGER, STRANGER)
    assert not access.may_ask(GROUP, STRANGER)


@pytest.mark.parametrize("denied", [STRANGER, GROUP])
def test_denying_wins_over_a_star_the_settings_and_the_open_door(
    denied: int, database: Database
) -> None:
    everybody = Access("*", frozenset({OWNER}), database)
    named = Access(frozenset({GROUP}), frozenset({OWNER}), database)
    everybody.open(OWNER)

    everybody.forbid(denied, OWNER)

    assert not everybody.may_ask(GROUP, STRANGER)
    assert not named.may_ask(GROUP, STRANGER)


def test_a_number_is_on_one_of_the_lists_the_last_one_it_was_put_on(database: Database) -> None:
    access = paired(database)

    for change in (access.forbid, access.allow, access.allow, access.forbid):
        change(GROUP, OWNER)

    assert (access.listed("allowed"), access.listed("denied")) == ([], [GROUP])
    assert recorded(database)[1:] == [
        ("telegram:11", "deny", "-1001"),
        ("telegram:11", "allow", "-1001"),
        ("telegram:11", "deny", "-1001"),
    ]


def test_the_lists_survive_a_restart(database: Database) -> None:
    paired(database).allow(GROUP, OWNER)

    assert Access(frozenset(), frozenset(), database).may_ask(GROUP, None)


def test_an_administrator_who_was_denied_before_can_end_that_and_is_not_locked_out(
    database: Database,
) -> None:
    paired(database).forbid(ADMIN, OWNER)

    access = Access(frozenset(), frozenset({ADMIN}), database)

    assert not access.may_ask(ADMIN, ADMIN)
    assert access.may_administer(ADMIN)


def test_whoever_was_denied_and_brings_the_code_may_ask(database: Database) -> None:
    access = Access(frozenset(), frozenset(), database)
    access.forbid(OWNER, ADMIN)

    access.pair(access.pairing_code or "", OWNER)

    assert access.may_ask(OWNER, OWNER)


@pytest.mark.parametrize("shared", [1087968824, 777000, 136817688, GROUP])
def test_a_number_that_is_no_persons_never_administers(shared: int, database: Database) -> None:
    named = Access(frozenset(), frozenset({shared}), database)
    unowned = Access(frozenset(), frozenset(), database)

    assert not named.may_administer(shared)
    assert not unowned.pair(unowned.pairing_code or "", shared)
    assert unowned.pairing_code is not None


def test_everybody_may_ask_where_nobody_is_denied(database: Database) -> None:
    everybody = Access("*", frozenset({OWNER}), database)
    named = Access(frozenset({GROUP}), frozenset({OWNER}), database)
    before = everybody.is_for_everybody, named.is_for_everybody

    named.open(OWNER)
    opened = named.is_for_everybody
    named.forbid(STRANGER, OWNER)

    assert (before, opened) == ((True, False), True)
    assert not everybody.is_for_everybody


def test_an_owner_of_a_database_without_lists_stays_the_owner(tmp_path: Path) -> None:
    file = tmp_path / "older.db"
    scripts = sorted(
        (each for each in resources.files("bot.migrations").iterdir() if each.name[:4].isdecimal()),
        key=lambda each: each.name,
    )
    n_older = [each.name[5:] for each in scripts].index("access.sql")
    with closing(sqlite3.connect(file)) as connection:
        for script in scripts[:n_older]:
            connection.executescript(script.read_text())
        connection.execute("INSERT INTO access VALUES ('owner', ?), ('open', 0)", (OWNER,))
        connection.execute(f"PRAGMA user_version = {n_older}")
        connection.commit()

    with closing(Database(file)) as database:
        access = Access(frozenset(), frozenset(), database)
        rights = access.may_administer(OWNER), access.may_ask(GROUP, None)

    assert rights == (True, True)


def test_whether_somebody_may_ask_takes_as_long_however_many_are_listed(
    database: Database,
) -> None:
    access = Access(frozenset(), frozenset(), database)

    steps = plans(database, lambda: access.may_ask(STRANGER, STRANGER))

    # Denied as a chat and as a user, open, allowed, owner.
    whole = "SEARCH access USING COVERING INDEX sqlite_autoindex_access_1 (role=? AND id=?)"
    assert steps.count(whole) == 4
    assert len(steps) == 5
