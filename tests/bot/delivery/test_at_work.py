"""What ends the process again and again is given up, and others are answered."""

from pathlib import Path

from bot.database import Database
from bot.delivery.at_work import AtWork
from bot.delivery.deciding import MOST_ENDS, Decider
from bot.delivery.inbox import Inbox
from bot.delivery.outbox import Outbox
from bot.delivery.values import Arrival
from tests.bot.delivery.carrying import Echo

RAW = '{"chat": 1, "text": "deadly"}'


def ended_in_the_middle(database: Database) -> Decider:
    """Return the decider of a process that comes after one that ended while answering 7."""
    database.file.with_name(f"{database.file.name}-at-work").write_text("7", encoding="ascii")
    decider = Decider(database, Inbox(database), Outbox(database), Echo())
    with database.transaction():
        decider.recover()
    return decider


def state(database: Database) -> list[tuple[object, ...]]:
    return database.rows("SELECT state, tries FROM inbox WHERE update_id = 7")


def test_what_is_noted_is_told_once_and_gone_when_it_is_done(tmp_path: Path) -> None:
    at_work = AtWork(tmp_path / "quoth.db")

    before = at_work.left()
    with at_work.on(7):
        during = AtWork(tmp_path / "quoth.db").left()
    after = at_work.left()

    assert (before, during, after) == (None, 7, None)


def test_what_ends_the_process_is_tried_again_and_given_up_at_last(tmp_path: Path) -> None:
    database = Database(tmp_path / "quoth.db")
    with database.transaction():
        Inbox(database).add([Arrival(7, 1, "1", RAW)])

    states = []
    for _ in range(MOST_ENDS):
        ended_in_the_middle(database)
        states += state(database)

    assert states[:-1] == [("new", tries) for tries in range(1, MOST_ENDS)]
    assert states[-1] == ("dead", MOST_ENDS)
    assert database.rows("SELECT count(*) FROM outbox WHERE update_id = 7") == [(1,)]
    database.close()


def test_what_was_answered_after_all_is_left_alone(tmp_path: Path) -> None:
    database = Database(tmp_path / "quoth.db")
    with database.transaction():
        Inbox(database).add([Arrival(7, 1, "1", RAW)])
        Inbox(database).done(7)

    ended_in_the_middle(database)

    assert state(database) == [("done", 0)]
    database.close()


def test_where_nothing_can_be_noted_the_answer_is_worked_out_all_the_same(tmp_path: Path) -> None:
    at_work, done = AtWork(tmp_path / "no such folder" / "quoth.db"), list[int]()

    with at_work.on(7):
        done.append(7)

    assert (done, at_work.left()) == ([7], None)


def test_whoever_asked_what_ended_the_process_waits_at_the_next_start(tmp_path: Path) -> None:
    database = Database(tmp_path / "quoth.db")
    inbox = Inbox(database)
    with database.transaction():
        inbox.add([Arrival(7, 1, "1", RAW), Arrival(8, 1, "1:9", RAW), Arrival(9, 2, "2", RAW)])

    before = inbox.suspects()
    ended_in_the_middle(database)

    assert (before, inbox.suspects()) == (set(), {"1"})
    database.close()
