from itertools import pairwise
from statistics import fmean, pvariance

from hypothesis import given
from hypothesis import strategies as st

from tests.load.arrivals import Arrival, merged, poisson

SEEDS = st.integers(0, 2**32)


@given(SEEDS, st.floats(0.1, 50), st.floats(0.5, 20))
def test_arrivals_rise_and_stay_within_the_run(seed: int, rate: float, seconds: float) -> None:
    drawn = poisson(rate, seconds, chats=range(3), texts=["why?"], seed=seed)

    times = [arrival.at for arrival in drawn]
    assert times == sorted(times)
    assert all(0 < at < seconds for at in times)


def test_the_same_seed_asks_the_same_and_another_seed_does_not() -> None:
    first, again, other = (
        poisson(20, 10, chats=range(50), texts=["why?", "when?"], seed=seed) for seed in (1, 1, 2)
    )

    assert first == again
    assert first != other


def test_gaps_are_as_uneven_as_those_of_a_poisson_process() -> None:
    drawn = poisson(10, 2_000, chats=[0], texts=["why?"], seed=3)

    gaps = [later.at - earlier.at for earlier, later in pairwise(drawn)]
    # Exponential gaps of mean 1/10 have variance 1/100; 20,000 of them come within 5 %.
    assert abs(fmean(gaps) - 0.1) < 0.005
    assert abs(pvariance(gaps) - 0.01) < 0.001


def test_schedules_are_merged_in_order() -> None:
    calm, loud = [Arrival(1.0, 0, "a"), Arrival(3.0, 0, "b")], [Arrival(2.0, 1, "c")]

    texts = [arrival.text for arrival in merged(calm, loud)]

    assert texts == ["a", "c", "b"]
