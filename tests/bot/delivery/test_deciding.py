import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.deciding import reference_of
from bot.delivery.values import Letter
from tests.bot.delivery.carrying import Carrier, Echo, arrival, working


@given(st.integers(0, 2**63 - 1))
def test_a_reference_is_short_and_always_the_same(update_id: int) -> None:
    reference = reference_of(update_id)

    assert re.fullmatch(r"[0-9a-f]{8}", reference)
    assert reference_of(update_id) == reference


class Speechless(Echo):
    """A handler that neither answers nor apologises."""

    def handle(self, raw: str, known: Mapping[str, object]) -> Sequence[Letter]:
        if json.loads(raw)["text"] == "fragile":
            raise RuntimeError("it is fragile")
        return super().handle(raw, known)

    def apology(self, raw: str, reference: str) -> Sequence[Letter]:
        # The first can be kept, the second in no column of the database.
        numbers = (json.loads(raw)["chat"], 2**63)
        return [Letter(number, "sendMessage", {"text": "sorry"}) for number in numbers]


async def test_what_fails_and_cannot_be_apologised_for_is_given_up_in_silence(
    tmp_path: Path,
) -> None:
    carrier = Carrier()
    carrier.gate.set()
    async with working(tmp_path / "quoth.db", carrier, Speechless()) as post:
        await post.deliverer.accept([arrival(1, text="fragile"), arrival(2)])
        await post.until(1)
        rows = post.database.rows("SELECT state FROM inbox WHERE update_id = 1")
        n_kept = post.database.rows("SELECT count(*) FROM outbox WHERE update_id = 1")

    assert carrier.carried == [(7, "2")]
    assert rows == [("dead",)]
    assert n_kept == [(0,)]
    assert post.deliverer.n_open == 0
