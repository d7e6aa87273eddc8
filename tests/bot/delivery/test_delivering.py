import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.database import Database
from bot.delivery.deciding import reference_of
from bot.delivery.delivering import LONGEST_STOP
from bot.delivery.outbox import MOST_DOUBTS
from bot.delivery.values import (
    Doubtful,
    Errand,
    Letter,
    Moved,
    Outcome,
    Postponed,
    Rejected,
    Sent,
)
from tests.bot.delivery.carrying import Carrier, Echo, arrival, working

REFUSED = Rejected("it is too long", may_tell=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quoth.db"


@pytest.fixture
def carrier() -> Carrier:
    """A courier whose calls end at once."""
    made = Carrier()
    made.gate.set()
    return made


def states(file: Path) -> list[tuple[object, ...]]:
    """Return what a closed database says about the outbox."""
    database = Database(file)
    rows = database.rows("SELECT state, attempts, doubts FROM outbox ORDER BY id")
    database.close()
    return rows


async def test_what_is_received_is_answered_and_marked(file: Path, carrier: Carrier) -> None:
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1), arrival(2, chat=8)])
        await post.until(2)

    assert sorted(carrier.carried) == [(7, "1"), (8, "2")]
    assert states(file) == [("sent", 0, 0)] * 2
    assert post.counts.status() == {
        "received": 2, "repeated": 0, "answered": 2, "sent": 2,
        "retried": 0, "uncertain": 0, "dead": 0, "crowded": 0,
    }  # fmt: skip


async def test_what_comes_again_is_answered_once(file: Path, carrier: Carrier) -> None:
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1)])
        await post.deliverer.accept([arrival(1), arrival(2)])
        await post.until(2)

    assert carrier.carried == [(7, "1"), (7, "2")]
    assert (post.counts.received, post.counts.repeated) == (2, 1)


async def test_a_call_is_marked_before_it_is_made(file: Path) -> None:
    carrier = Carrier()
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1)])
        await post.until(1)
        during = post.rows()
        carrier.gate.set()

    assert during == [("1", "sending", 1)]


async def test_a_chat_is_answered_in_order_and_others_do_not_wait_for_it(file: Path) -> None:
    carrier = Carrier()
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1), arrival(2), arrival(3, chat=8)])
        await post.until(2)
        before = sorted(carrier.carried)
        carrier.gate.set()
        await post.until(3)

    assert before == [(7, "1"), (8, "3")]
    assert carrier.carried[2] == (7, "2")


async def test_a_stop_leaves_what_is_not_begun_for_the_next_start(file: Path) -> None:
    first, second = Carrier(), Carrier()
    second.gate.set()
    async with working(file, first) as post:
        await post.deliverer.accept([arrival(n) for n in range(1, 4)])
        await post.until(1)
        first.gate.set()
        post.stopping.set()
    async with working(file, second) as post:
        await post.until(3 - len(first.carried))

    assert first.carried + second.carried == [(7, "1"), (7, "2"), (7, "3")]
    assert post.counts.uncertain == 0


async def test_what_was_being_sent_when_the_process_died_is_sent_again_and_counted(
    file: Path, carrier: Carrier
) -> None:
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1)])
        await post.until(1)
    database = Database(file)
    # As a kill between the call and the mark leaves it.
    database.rows("UPDATE outbox SET state = 'sending', next_at = 0, payload = '{\"text\": \"1\"}'")
    database.close()

    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(2)])
        await post.until(3)

    assert carrier.carried == [(7, "1"), (7, "1"), (7, "2")]
    assert post.counts.uncertain == 1


@pytest.mark.parametrize(
    ("outcomes", "state", "uncertain"),
    [
        # What surely was not sent is tried again freely, and is no doubt.
        ([Postponed("no connection", 0.0)] * 9, ("sent", 9, 0), 0),
        ([Moved(-9)], ("sent", 1, 0), 0),
    ],
)
async def test_what_was_not_sent_is_sent_again(
    file: Path, carrier: Carrier, outcomes: list[Outcome], state: object, uncertain: int
) -> None:
    carrier.outcomes = list(outcomes)
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1)])
        await post.until(len(outcomes) + 1)

    assert states(file) == [state]
    assert post.counts.uncertain == uncertain


async def test_what_may_have_been_sent_is_sent_once_more(file: Path, carrier: Carrier) -> None:
    carrier.outcomes = [Doubtful("the connection broke")]
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1)])
        await post.until(2)

    assert carrier.carried == [(7, "1")] * 2
    assert states(file) == [("sent", 1, 1)]
    assert (post.counts.uncertain, post.counts.retried, post.counts.dead) == (1, 1, 0)


async def test_what_stays_uncertain_is_left_and_the_chat_goes_on(
    file: Path, carrier: Carrier
) -> None:
    carrier.outcomes = [Doubtful("the connection broke")]
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1), arrival(2)])
        await post.until(1)
        # As if it had been so the times before.
        post.database.rows("UPDATE outbox SET doubts = ?", MOST_DOUBTS - 1)
        await post.until(2)

    assert carrier.carried == [(7, "1"), (7, "2")]
    assert [row[0] for row in states(file)] == ["uncertain", "sent"]


async def test_a_chat_with_a_new_number_gets_the_rest_there(file: Path, carrier: Carrier) -> None:
    carrier.outcomes = [Sent(1), Moved(-9)]
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1, text="a\nb\nc")])
        await post.until(4)

    assert carrier.carried == [(7, "a"), (7, "b"), (-9, "b"), (-9, "c")]


async def test_an_answer_that_is_refused_is_given_up_and_told_under_its_number(
    file: Path, carrier: Carrier
) -> None:
    carrier.outcomes = [Sent(1), REFUSED]
    async with working(file, carrier) as post:
        with capture_logs() as logs:
            await post.deliverer.accept([arrival(1, text="a\nb\nc")])
            await post.until(3)

    number = reference_of(1)
    assert carrier.carried == [(7, "a"), (7, "b"), (7, f"not sent {number}")]
    assert [row[0] for row in states(file)] == ["sent", "dead", "dead", "sent"]
    assert [line["reference"] for line in logs if line["log_level"] == "error"] == [number]


async def test_a_notice_that_is_refused_has_no_successor(file: Path, carrier: Carrier) -> None:
    carrier.outcomes = [REFUSED, REFUSED]
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1), arrival(2)])
        await post.until(3)

    assert carrier.carried == [(7, "1"), (7, f"not sent {reference_of(1)}"), (7, "2")]


async def test_nobody_is_told_who_does_not_want_to_hear(file: Path, carrier: Carrier) -> None:
    carrier.outcomes = [Rejected("blocked", may_tell=False)]
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1, text="a\nb"), arrival(2)])
        await post.until(2)

    assert carrier.carried == [(7, "a"), (7, "2")]
    assert [row[0] for row in states(file)] == ["dead", "dead", "sent"]


async def test_an_answer_that_is_refused_for_its_looks_goes_plain(
    file: Path, carrier: Carrier
) -> None:
    plain = Rejected("can't parse entities", may_tell=True, may_be_plain=True)
    carrier.outcomes = [plain]
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1)])
        await post.until(2)

    assert states(file) == [("sent", 1, 0)]


async def test_poison_is_kept_as_it_came_and_the_chat_goes_on(file: Path, carrier: Carrier) -> None:
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1, text="poison"), arrival(2)])
        await post.until(1)
        rows = post.database.rows("SELECT state, raw FROM inbox WHERE update_id = 1")

    assert carrier.carried == [(7, "2")]
    assert rows == [("dead", '{"chat": 7, "text": "poison"}')]


@pytest.mark.parametrize(
    ("n_failures", "said", "state"),
    [(2, "fragile", "done"), (3, f"sorry {reference_of(1)}", "dead")],
)
async def test_a_failure_is_repeated_twice_and_then_apologised_for(
    file: Path, carrier: Carrier, n_failures: int, said: str, state: str
) -> None:
    async with working(file, carrier, Echo(n_failures)) as post:
        await post.deliverer.accept([arrival(1, text="fragile"), arrival(2)])
        await post.until(2)
        rows = post.database.rows("SELECT state, tries FROM inbox WHERE update_id = 1")

    assert carrier.carried == [(7, said), (7, "2")]
    assert rows == [(state, n_failures)]


async def test_a_full_inbox_says_so_until_there_is_room(file: Path) -> None:
    carrier = Carrier()
    async with working(file, carrier, most_open=3) as post:
        await post.deliverer.accept([arrival(n) for n in range(5)])
        await post.until(1)
        before = post.deliverer.is_full
        carrier.gate.set()
        await asyncio.wait_for(post.deliverer.room(), 5)

        # Of five, one was worked out and four were open; now there are three at the most.
        assert (before, post.deliverer.is_full) == (True, False)


class Endless(Echo):
    """A handler that sends somebody on an errand that does not end."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = asyncio.Event()

    def handle(self, raw: str, known: Mapping[str, object]) -> Sequence[Letter]:
        if known:
            return super().handle(raw, known)
        raise Errand("endless", self._run)

    async def _run(self) -> None:
        self.begun.set()
        await asyncio.Event().wait()


async def test_a_stop_does_not_wait_for_an_errand_and_leaves_its_question_open(
    file: Path, carrier: Carrier
) -> None:
    handler = Endless()
    async with asyncio.timeout(LONGEST_STOP / 2), working(file, carrier, handler) as post:
        await post.deliverer.accept([arrival(1)])
        await handler.begun.wait()

    database = Database(file)
    rows = database.rows("SELECT state FROM inbox")
    database.close()
    assert rows == [("new",)]
    assert carrier.carried == []
