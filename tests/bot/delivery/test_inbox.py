from pathlib import Path

import pytest

from bot.database import Database
from bot.delivery.inbox import MEMORY, Inbox
from bot.delivery.outbox import Outbox
from bot.delivery.values import Arrival, Entry, Letter

DAY = 86_400.0


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "quoth.db")


@pytest.fixture
def inbox(database: Database, clock: Clock) -> Inbox:
    return Inbox(database, clock)


def arrival(number: int, chat: int = 7) -> Arrival:
    return Arrival(number, chat, str(chat), f'{{"update_id": {number}}}')


def test_what_comes_again_is_not_new_whatever_its_order(inbox: Inbox) -> None:
    first = inbox.add([arrival(9), arrival(5)])
    again = inbox.add([arrival(5), arrival(7), arrival(9)])

    assert first == [Entry(9, 7, "7"), Entry(5, 7, "7")]
    # Smaller than one that was there, and new all the same.
    assert again == [Entry(7, 7, "7")]


def test_what_is_not_answered_is_found_again_and_what_is_answered_is_not(inbox: Inbox) -> None:
    inbox.add([arrival(1), arrival(2), arrival(3)])

    inbox.done(1)
    inbox.dead(2)

    assert inbox.open() == [Entry(3, 7, "7")]


def test_what_is_answered_is_kept_by_its_number_alone(inbox: Inbox, database: Database) -> None:
    inbox.add([arrival(1), arrival(2)])

    inbox.done(1)
    inbox.dead(2)

    rows = database.rows("SELECT raw, state FROM inbox ORDER BY update_id")
    assert rows == [("", "done"), ('{"update_id": 2}', "dead")]


def test_tries_are_counted(inbox: Inbox) -> None:
    inbox.add([arrival(1)])

    assert [inbox.count_try(1), inbox.count_try(1)] == [1, 2]


def test_what_is_answered_is_remembered_for_eight_days(inbox: Inbox, clock: Clock) -> None:
    inbox.add([arrival(1), arrival(2)])
    inbox.done(1)

    clock.now += MEMORY - 1
    inbox.forget()
    before = inbox.add([arrival(1)])
    clock.now += 2
    inbox.forget()
    after = inbox.add([arrival(1)])

    assert MEMORY == 8 * DAY
    assert (before, after) == ([], [Entry(1, 7, "7")])
    # What is not answered is never too old.
    assert Entry(2, 7, "7") in inbox.open()


def test_an_answer_that_is_still_to_be_sent_is_not_forgotten(
    inbox: Inbox, database: Database, clock: Clock
) -> None:
    inbox.add([arrival(1)])
    Outbox(database, clock).add(1, [Letter(7, "sendMessage", {"text": "a"})])
    inbox.done(1)

    clock.now += MEMORY + 1
    inbox.forget()

    assert database.rows("SELECT count(*) FROM outbox") == [(1,)]
