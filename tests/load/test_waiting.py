import math

from hypothesis import given
from hypothesis import strategies as st

from tests.load.ledger import NEVER
from tests.load.waiting import Waiting, quantile, summed_up

VALUES = st.lists(st.floats(0, 1e6), min_size=1).map(sorted)


@given(VALUES, st.floats(0.001, 1.0))
def test_at_least_the_share_lies_at_or_below_a_quantile(values: list[float], share: float) -> None:
    found = quantile(values, share)

    assert found in values
    assert sum(value <= found for value in values) >= share * len(values)


def test_unanswered_questions_count_as_waiting_for_ever() -> None:
    waiting = summed_up([0.1] * 97 + [0.2, NEVER, NEVER])

    # 98 of 100 are answered: the 95th waits 100 ms, the 99th for ever.
    assert waiting == Waiting(100, 98, 100.0, 100.0, math.inf, math.inf)
    assert waiting.share == 0.98
