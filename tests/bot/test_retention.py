"""What was said too long ago is deleted, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.database import Database
from bot.feedback import Feedback, Opinion
from bot.history import State, Turn
from bot.retention import MOST, Retention
from bot.stored_histories import StoredHistories
from tests.bot.delivery.test_inbox import DAY, Clock
from tests.bot.filling import insert

TURN = Turn("Who tends the light?", "light", "g-000001", ())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "quoth.db")
    yield opened
    opened.close()


def n_rows(database: Database) -> dict[str, int]:
    """Count the rows of each table that hold words."""
    counted = {
        "turns": "turns",
        "feedback": "feedback",
        "states": "states",
        "shown": "shown",
        "links": "links WHERE chat <> 0",
        "inbox": "inbox WHERE raw <> ''",
        "outbox": "outbox WHERE payload <> '{}'",
    }
    return {
        name: int(str(database.rows(f"SELECT count(*) FROM {rows}")[0][0]))  # noqa: S608
        for name, rows in counted.items()
    }


def fill(database: Database, clock: Clock, number: int = 1) -> None:
    """Keep a row of each kind, from now on."""
    histories, chat = StoredHistories(database, clock), f"telegram:{number}"
    turn = histories.add(chat, TURN)
    histories.keep(chat, State(topic="ferry"))
    kept = histories.turn(chat, turn)
    assert kept is not None
    Feedback(database, clock).give(chat, kept, Opinion("helpful"))
    insert(database, "shown", update_id=number, chat=number, question=1, shown_at=clock())
    insert(database, "links", key="key", chat=number, text="words", kept_at=clock())
    insert(database, "inbox", update_id=number, raw="words", received_at=clock(), state="dead")
    insert(
        database, "outbox", id=number, update_id=number, payload="words", state="dead", next_at=None
    )


def test_what_is_too_old_is_deleted_wherever_it_is_kept(database: Database, clock: Clock) -> None:
    fill(database, clock, 1)
    clock.now += 2 * DAY
    fill(database, clock, 2)
    clock.now += 5 * DAY + 1

    is_more = Retention(database, 7, clock).enforce()

    # The first is of 7 days and a second ago, the second of 5.
    assert not is_more
    assert n_rows(database) == dict.fromkeys(n_rows(database), 1)
    assert database.rows("SELECT chat FROM turns") == [("telegram:2",)]


def test_nothing_goes_before_its_time(database: Database, clock: Clock) -> None:
    fill(database, clock)
    clock.now += 7 * DAY

    Retention(database, 7, clock).enforce()

    assert n_rows(database) == dict.fromkeys(n_rows(database), 1)
    assert not database.needs_purge


def test_what_a_chat_has_set_holds_while_it_has_turns(database: Database, clock: Clock) -> None:
    histories = StoredHistories(database, clock)
    histories.keep("a", State(topic="ferry"))
    clock.now += 6 * DAY
    histories.add("a", TURN)
    clock.now += 6 * DAY

    Retention(database, 7, clock).enforce()

    assert histories.state("a") == State(topic="ferry")


def test_what_waits_to_be_answered_or_sent_is_not_touched(database: Database, clock: Clock) -> None:
    insert(database, "inbox", update_id=1, raw="words", received_at=clock(), state="new")
    insert(
        database, "outbox", id=1, update_id=1, payload="words", state="uncertain", next_at=clock()
    )
    clock.now += 300 * DAY

    Retention(database, 1, clock).enforce()

    assert database.rows("SELECT raw FROM inbox") == [("words",)]
    assert database.rows("SELECT payload FROM outbox") == [("words",)]


def test_many_rows_go_in_several_transactions(database: Database, clock: Clock) -> None:
    histories = StoredHistories(database, clock)
    with database.transaction():
        for number in range(MOST + 1):
            histories.add(f"telegram:{number}", TURN)
    clock.now += 2 * DAY
    retention = Retention(database, 1, clock)

    more = [retention.enforce(), retention.enforce()]

    assert more == [True, False]
    assert n_rows(database)["turns"] == 0


def test_the_file_is_rid_of_what_is_too_old_once_a_day(database: Database, clock: Clock) -> None:
    retention, histories = Retention(database, 1, clock), StoredHistories(database, clock)
    # Hours at which a turn is asked; each is a day old an hour before the next look.
    for hour in (0, 12, 24):
        clock.now = 3600.0 * hour
        histories.add(f"telegram:{hour}", TURN)

    needed = []
    for hour in (25, 37, 49):
        clock.now = 3600.0 * hour
        retention.enforce()
        needed.append(database.needs_purge)
        database.purge()

    assert needed == [True, False, True]


def test_what_is_said_of_an_answer_is_kept_no_longer_than_the_answer(
    database: Database, clock: Clock
) -> None:
    histories = StoredHistories(database, clock)
    kept = histories.turn("a", histories.add("a", TURN))
    assert kept is not None
    clock.now += 6 * DAY
    Feedback(database, clock).give("a", kept, Opinion("wrong"))
    clock.now += DAY + 1

    Retention(database, 7, clock).enforce()

    # The turn is of 7 days and a second ago, the opinion of one.
    counted = n_rows(database)
    assert (counted["turns"], counted["feedback"]) == (0, 0)
