"""R15: the clock of the machine jumps; order, deadlines and rights do not depend on it."""

import datetime
import json
from pathlib import Path

import pytest

from bot.access import Access
from bot.audit.chain import Head, follow
from bot.audit.reading import reading
from bot.database import Database
from bot.delivery.inbox import Inbox
from bot.delivery.outbox import LONGEST_MEMORY, Outbox
from bot.delivery.values import Arrival, Letter, Postponed

HOUR, DAY = 3_600.0, 86_400.0
JUMPS = (HOUR, -HOUR, 2 * DAY, -2 * DAY)


class Clock:
    """Seconds since 1970 that jump when told to."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now

    def today(self) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(self.now, datetime.UTC)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "quoth.db")


def arrival(number: int) -> Arrival:
    return Arrival(number, 7, "7", json.dumps({"n": number}))


@pytest.mark.parametrize("jump", JUMPS)
def test_what_came_first_stays_first_whatever_the_clock_says_later(
    database: Database, jump: float
) -> None:
    clock = Clock()
    inbox = Inbox(database, clock)

    # The second id is smaller, as after an idle week.
    for number in (900, 20, 21):
        with database.transaction():
            inbox.add([arrival(number)])
        clock.now += jump

    assert [entry.update_id for entry in inbox.open()] == [900, 20, 21]


@pytest.mark.parametrize("jump", JUMPS)
def test_nothing_open_is_forgotten_and_nothing_answered_comes_again(
    database: Database, jump: float
) -> None:
    clock = Clock()
    inbox = Inbox(database, clock)
    with database.transaction():
        inbox.add([arrival(1), arrival(2)])
        inbox.done(1)

    clock.now += jump
    with database.transaction():
        inbox.forget()
        again = inbox.add([arrival(1)])

    assert (again, [entry.update_id for entry in inbox.open()]) == ([], [2])


@pytest.mark.parametrize(("jump", "pause"), [(HOUR, 0.0), (-HOUR, 900.0), (-2 * DAY, 900.0)])
def test_a_deadline_that_a_jump_moves_is_believed_for_a_quarter_of_an_hour(
    database: Database, jump: float, pause: float
) -> None:
    clock = Clock()
    outbox = Outbox(database, clock)
    with database.transaction():
        Inbox(database, clock).add([arrival(1)])
        (slip,) = outbox.add(1, [Letter(7, "sendMessage", {"text": "a"})])
        outbox.record(slip, Postponed("429", 5.0, "chat"))

    clock.now += jump
    with database.transaction():
        ((left,), doubted) = outbox.recover()

    assert LONGEST_MEMORY == 900.0
    assert ([each.pause for each in left.slips], doubted) == ([pause], 0)


@pytest.mark.parametrize("jump", JUMPS)
def test_rights_outlast_a_jump_and_the_audit_log_stays_whole(
    database: Database, jump: float
) -> None:
    clock = Clock()
    access = Access(frozenset(), frozenset({5}), database, clock=clock.today)
    access.open(5)

    clock.now += jump

    assert access.may_ask(99, 1)
    access.close(5)
    assert not access.may_ask(99, 1)
    assert access.may_administer(5)
    with reading(database.file) as entries:
        head = follow(entries)
    assert isinstance(head, Head)
    assert head.number == 2
