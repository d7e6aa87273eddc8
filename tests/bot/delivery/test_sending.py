from pathlib import Path

import pytest

from bot.delivery.outbox import MOST_DOUBTS_WITHOUT_CHAT
from bot.delivery.values import Doubtful, Gone, Outcome, Rejected, Sent
from tests.bot.delivery.carrying import Carrier, arrival, working

REFUSED = Rejected("it is too old", may_tell=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quoth.db"


@pytest.fixture
def carrier() -> Carrier:
    """A courier whose calls end at once."""
    made = Carrier()
    made.gate.set()
    return made


async def test_what_follows_a_refused_change_is_sent_all_the_same(
    file: Path, carrier: Carrier
) -> None:
    carrier.outcomes = [Rejected("it is too old", may_tell=False, ends_answer=False)]
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1, text="a\nb")])
        await post.until(2)

    assert carrier.carried == [(7, "a"), (7, "b")]


async def test_a_message_that_is_gone_is_sent_anew_in_its_place_and_forgotten(
    file: Path, carrier: Carrier
) -> None:
    carrier.outcomes = [Sent(31), Gone(31, "sendMessage", {"text": "anew"}), Sent(32), Sent(33)]
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1), arrival(2, text="a\nb")])
        await post.until(4)

    async with working(file, carrier) as post:
        rows = post.database.rows("SELECT method, state, message_id FROM outbox ORDER BY id")
    assert carrier.carried == [(7, "1"), (7, "a"), (7, "anew"), (7, "b")]
    assert rows == [
        ("sendMessage", "sent", None),
        ("sendMessage", "sent", 32),
        ("sendMessage", "sent", 33),
    ]


async def test_an_uncertain_call_for_no_chat_is_made_once_more_and_then_left(
    file: Path, carrier: Carrier
) -> None:
    carrier.outcomes = [Doubtful("the server failed")] * MOST_DOUBTS_WITHOUT_CHAT
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1, chat=0), arrival(2, chat=0)])
        await post.until(3)

    assert carrier.carried == [(0, "1"), (0, "1"), (0, "2")]


@pytest.mark.parametrize(
    ("outcomes", "ends"),
    [
        ([REFUSED], ["dead", "dead"]),
        ([Doubtful("the server failed")] * 2, ["uncertain", "sent"]),
    ],
)
async def test_nothing_of_what_goes_to_no_chat_is_kept_whatever_came_of_it(
    file: Path, carrier: Carrier, outcomes: list[Outcome], ends: list[str]
) -> None:
    carrier.outcomes = list(outcomes)
    async with working(file, carrier) as post:
        await post.deliverer.accept([arrival(1, chat=0, text="secret\nsecret")])
        # Of the second update, in the same lane.
        await post.deliverer.accept([arrival(2, chat=0)])
        while (0, "2") not in carrier.carried:
            await post.until(len(carrier.carried) + 1)
        rows = post.database.rows("SELECT state, payload FROM outbox WHERE update_id = 1")

    assert rows == [(end, "{}") for end in ends]
