from dataclasses import astuple

import pytest

from tests.benchmarks.figures import Agreement, Figures, figures, ratio, summary
from tests.benchmarks.processes import Built

BUILT = Built(2.0, 1.5, 100_000_000, 10_000_000, is_exact=True, version="1.0")


def test_each_figure_is_the_median_of_the_rounds() -> None:
    rounds = [[1.0, 2.0, 3.0], [10.0, 20.0, 60.0], [2.0, 2.0, 2.0]]

    times = summary(rounds)

    # Means 2, 30, 2; medians 2, 20, 2. The 99th percentile lies 0.98 of the way from the second
    # to the third value: 2.98, 59.2, 2.
    assert astuple(times) == pytest.approx((2.0, 2.0, 2.98, 3))


def test_a_round_that_stopped_early_limits_the_questions_of_all() -> None:
    times = summary([[1.0, 3.0, 500.0], [1.0, 3.0], [1.0, 3.0, 700.0]])

    # 1 + 0.99 * 2.
    assert astuple(times) == pytest.approx((2.0, 2.0, 2.98, 2))


def test_speed_is_told_by_the_questions_that_both_answered() -> None:
    assert ratio([4.0, 8.0, 100.0], [1.0, 2.0]) == 4.0
    assert ratio([1.0, 2.0], [4.0, 8.0, 100.0]) == 0.25


def test_speed_is_the_median_of_the_ratios_within_rounds() -> None:
    agreement = Agreement(2, 0)

    row = figures(
        "quick",
        1_000,
        built=BUILT,
        rounds=[[1.0, 1.0], [10.0, 10.0], [1.0, 3.0]],
        reference=[[3.0, 3.0], [20.0, 20.0], [2.0, 2.0]],
        firsts=[0.5, 0.1, 0.2],
        agreement=agreement,
    )

    # Ratios 3, 2 and 1; the second round of both fell into a busy moment. First answers in order:
    # 0.1, 0.2, 0.5.
    times = summary([[1.0, 1.0], [10.0, 10.0], [1.0, 3.0]])
    assert row == Figures("quick", 1_000, times, 2.0, BUILT, 0.2, agreement)
