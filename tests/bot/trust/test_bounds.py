"""The bounds are those of the textbooks, and grow the way evidence does."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.trust.bounds import lower_bound, next_as_good


def test_without_an_error_the_bound_is_a_root_of_the_level() -> None:
    # All n right has probability p^n; it is .05 at p = .05 ** (1 / n).
    assert lower_bound(59, 0, 0.95) == pytest.approx(0.05 ** (1 / 59))


def test_at_the_bound_so_few_errors_have_the_probability_of_the_level() -> None:
    rate = 1 - lower_bound(50, 3, 0.95)

    chances = (math.comb(50, k) * rate**k * (1 - rate) ** (50 - k) for k in range(4))
    assert sum(chances) == pytest.approx(0.05)


@pytest.mark.parametrize("n", [0, 1, 7])
def test_answers_that_are_all_wrong_promise_nothing(n: int) -> None:
    assert lower_bound(n, n, 0.95) == 0.0


@given(st.integers(1, 400), st.data())
def test_the_bound_is_below_the_share_and_falls_with_errors(n: int, data: st.DataObject) -> None:
    errors = data.draw(st.integers(0, n - 1))

    bound = lower_bound(n, errors, 0.95)

    assert 0 <= bound < (n - errors) / n
    assert lower_bound(n, errors + 1, 0.95) < bound


def test_the_next_as_many_are_counted_by_hand() -> None:
    # Of 4, precision .6 is broken by floor(1.6) + 1 = 2 errors; that all 2 of 8 lie in the second
    # four has the probability C(4, 2) / C(8, 2) = 6 / 28.
    assert next_as_good(4, 0, 0.6) == pytest.approx(6 / 28)


def test_a_precision_that_so_few_answers_cannot_break_is_not_promised() -> None:
    # floor(10 * .999) + 1 = 10 errors of 10 break .001; with 1 the precision 0 needs 2 of 1.
    assert next_as_good(1, 0, 1e-12) == 1.0


@given(st.integers(1, 200), st.floats(0.05, 0.95), st.data())
def test_it_is_a_probability_and_grows_with_errors(
    n: int, precision: float, data: st.DataObject
) -> None:
    errors = data.draw(st.integers(0, n - 1))

    found = [next_as_good(n, k, precision) for k in (errors, errors + 1)]

    assert 0 <= found[0] <= found[1] + 1e-12 <= 1 + 2e-12


@given(st.integers(1, 120), st.floats(0.05, 0.95), st.data())
def test_it_is_the_sum_that_it_says_it_is(n: int, precision: float, data: st.DataObject) -> None:
    errors = data.draw(st.integers(0, n))
    total = errors + math.floor(n * (1 - precision) + 1e-9) + 1

    ways = sum(math.comb(n, k) * math.comb(n, total - k) for k in range(errors + 1) if k <= total)
    expected = ways / math.comb(2 * n, total)

    assert next_as_good(n, errors, precision) == pytest.approx(expected, rel=1e-9)
