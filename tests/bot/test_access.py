"""Who may ask and who may administer: nobody, until the settings or the owner say so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.access import CODE_LENGTH, CODE_LETTERS, Access
from bot.database import Database

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


def test_nobody_may_do_anything_at_first(database: Database) -> None:
    access = Access(frozenset(), frozenset(), database)

    assert not access.may_ask(STRANGER, STRANGER)
    assert not access.may_ask(GROUP, STRANGER)
    assert not access.may_administer(STRANGER)
    assert not access.may_administer(None)


def test_the_pairing_code_is_long_and_another_one_each_time(database: Database) -> None:
    codes = {Access(frozenset(), frozenset(), database).pairing_code or "" for _ in range(20)}

    assert len(codes) == 20
    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert set("".join(codes)) <= set(CODE_LETTERS)


def test_whoever_brings_the_code_owns_the_bot(database: Database) -> None:
    access = paired(database)

    assert access.may_administer(OWNER)
    assert access.may_ask(OWNER, OWNER)
    assert not access.may_administer(STRANGER)


def test_the_code_works_once_and_blanks_around_it_do_no_harm(database: Database) -> None:
    access = Access(frozenset(), frozenset(), database)
    code = access.pairing_code or ""

    assert access.pair(f" {code}\n", OWNER)
    assert access.pairing_code is None
    assert not access.pair(code, STRANGER)
    assert not access.may_administer(STRANGER)


@pytest.mark.parametrize("wrong", ["", "x", "ÄÖÜ🐙", "0" * 10])
def test_a_wrong_code_makes_nobody_owner(wrong: str, database: Database) -> None:
    access = Access(frozenset(), frozenset(), database)

    assert not access.pair(wrong, STRANGER)
    assert access.pairing_code is not None


def test_the_owner_survives_a_restart_and_no_new_code_is_made(database: Database) -> None:
    paired(database)

    again = Access(frozenset(), frozenset(), database)

    assert again.pairing_code is None
    assert again.may_administer(OWNER)


def test_the_owner_asks_in_private_but_opens_no_group_by_being_there(database: Database) -> None:
    access = paired(database)

    assert access.may_ask(OWNER, OWNER)
    assert not access.may_ask(GROUP, OWNER)


def test_opening_lets_everybody_ask_and_closing_ends_it(database: Database) -> None:
    access = paired(database)

    access.open()
    was_open = access.may_ask(STRANGER, STRANGER), access.may_ask(GROUP, None)
    access.close()

    assert was_open == (True, True)
    assert not access.may_ask(STRANGER, STRANGER)
    assert access.may_ask(OWNER, OWNER)
    assert not access.may_administer(STRANGER)


def test_the_settings_name_chats_and_administrators_without_a_code(database: Database) -> None:
    access = Access(frozenset({GROUP}), frozenset({ADMIN}), database)

    assert access.pairing_code is None
    assert access.may_ask(GROUP, STRANGER)
    assert not access.may_ask(STRANGER, STRANGER)
    assert access.may_administer(ADMIN)
    assert not access.may_administer(STRANGER)
    assert access.may_ask(ADMIN, ADMIN)


def test_a_star_lets_every_chat_ask_and_nobody_administer(database: Database) -> None:
    access = Access("*", frozenset(), database)

    assert access.pairing_code is None
    assert access.may_ask(STRANGER, None)
    assert not access.may_administer(STRANGER)
