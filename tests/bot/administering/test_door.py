"""The commands that let somebody in or keep them out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.access import Access
from bot.administering.door import door
from bot.database import Database
from bot.phrases import administering
from bot.replies import say

ADMIN, STRANGER, GROUP, GROWN = 22, 33, -500, -1001


@pytest.fixture
def access(tmp_path: Path) -> Iterator[Access]:
    database = Database(tmp_path / "quoth.db")
    yield Access(frozenset(), frozenset({ADMIN}), database)
    database.close()


def test_allowing_and_denying_say_and_do_it(access: Access) -> None:
    commands = door(access)

    allowed = commands["allow"](ADMIN, str(GROUP))
    could = access.may_ask(GROUP, None)
    denied = commands["deny"](ADMIN, str(GROUP))

    assert (allowed, could) == (say(administering.allowed(GROUP)), True)
    assert (denied, access.may_ask(GROUP, None)) == (say(administering.denied(GROUP)), False)


def test_opening_and_closing_do_it(access: Access) -> None:
    commands = door(access)

    commands["open"](ADMIN, "")
    was_open = access.may_ask(STRANGER, STRANGER)
    commands["close"](ADMIN, "")

    assert (was_open, access.may_ask(STRANGER, STRANGER)) == (True, False)


def test_without_a_number_the_lists_are_shown(access: Access) -> None:
    commands = door(access)
    empty = commands["allow"](ADMIN, ""), commands["deny"](ADMIN, "")
    for number in ("33", "-500"):
        commands["deny"](ADMIN, number)

    assert empty == (say(administering.NOBODY_ALLOWED), say(administering.NOBODY_DENIED))
    assert commands["deny"](ADMIN, "") == say("denied: -500, 33")


@pytest.mark.parametrize("text", ["@ada", "0", "1 2", "१२", "9" * 19, "--5", "1.5"])
def test_what_is_no_number_changes_nothing(text: str, access: Access) -> None:
    commands = door(access)

    assert commands["allow"](ADMIN, text) == say(administering.NO_NUMBER)
    assert commands["deny"](ADMIN, text) == say(administering.NO_NUMBER)
    assert access.listed("allowed") == access.listed("denied") == []


@pytest.mark.parametrize("shared", [1087968824, 777000, 136817688])
def test_a_number_that_many_share_is_refused(shared: int, access: Access) -> None:
    commands = door(access)

    replies = [commands[name](ADMIN, str(shared)).plain() for name in ("allow", "deny")]

    assert all(reply.endswith("give the number of a person or of a chat.") for reply in replies)
    assert access.listed("allowed") == access.listed("denied") == []


def test_whoever_administers_is_not_denied(access: Access) -> None:
    assert door(access)["deny"](ADMIN, str(ADMIN)) == say(administering.administers(ADMIN))
    assert access.may_ask(ADMIN, ADMIN)


def test_a_group_that_got_another_number_is_denied_under_its_first(access: Access) -> None:
    commands = door(access, lambda chat: {GROWN: GROUP}.get(chat, chat))

    commands["deny"](ADMIN, str(GROWN))

    assert access.listed("denied") == [GROUP]
