"""Who may ask and who may administer: nobody, until the settings or the owner say so."""

import datetime
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.access import CODE_LENGTH, CODE_LETTERS, Access
from bot.audit.reading import reading
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

    access.open(OWNER)
    was_open = access.may_ask(STRANGER, STRANGER), access.may_ask(GROUP, None)
    access.close(OWNER)

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


def recorded(database: Database) -> list[tuple[str, str, str]]:
    """Return who did what to what, by the audit log."""
    with reading(database.file) as entries:
        return [(entry.actor, entry.action, entry.detail) for entry in entries]


def test_pairing_opening_and_closing_are_recorded_where_they_change_something(
    database: Database,
) -> None:
    access = paired(database)

    for change in (access.close, access.open, access.open, access.close, access.close):
        change(OWNER)

    assert recorded(database) == [
        ("telegram:11", "pair", ""),
        ("telegram:11", "open", ""),
        ("telegram:11", "close", ""),
    ]


def test_a_wrong_code_is_recorded_without_the_code(database: Database) -> None:
    access = Access(frozenset(), frozenset(), database)

    access.pair("SOMETHING", STRANGER)

    assert recorded(database) == [("telegram:33", "denied", "a wrong pairing code")]


def test_a_code_is_nothing_to_record_where_none_is_awaited(database: Database) -> None:
    Access("*", frozenset(), database).pair("SOMETHING", STRANGER)

    assert recorded(database) == []


def test_what_is_denied_is_recorded_once_a_day_for_each_user(database: Database) -> None:
    time = datetime.datetime(2024, 5, 1, 23, 59, tzinfo=datetime.UTC)
    days = [time, time, time, time + datetime.timedelta(minutes=1)]
    access = Access("*", frozenset(), database, clock=lambda: days.pop(0))

    for user in (STRANGER, STRANGER, None, STRANGER):
        access.deny(user, "/open in chat 33")

    # The third stands for a chat; the fourth came on the next day.
    assert [actor for actor, _, _ in recorded(database)] == [
        "telegram:33",
        "telegram:0",
        "telegram:33",
    ]


def test_a_change_that_cannot_be_recorded_is_not_made(database: Database) -> None:
    access = paired(database)
    with database.transaction() as connection:
        connection.execute("ALTER TABLE audit RENAME TO elsewhere")

    with pytest.raises(Exception, match="no such table: audit"):
        access.open(OWNER)

    assert not access.may_ask(STRANGER, STRANGER)


def test_a_code_counts_again_when_the_pairing_is_undone(database: Database) -> None:
    access = Access(frozenset(), frozenset(), database)
    code = access.pairing_code or ""

    with suppress(RuntimeError), database.transaction():
        access.pair(code, OWNER)
        raise RuntimeError("the reply cannot be stored")

    assert access.pairing_code == code
    assert access.pair(code, OWNER)
