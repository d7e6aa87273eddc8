import math
import random

from hypothesis import given
from hypothesis import strategies as st

from tests.load.slopes import slope


@given(st.floats(-50, 50), st.floats(0, 500), st.integers(3, 200))
def test_a_straight_line_has_its_own_slope_and_no_error(
    rise: float, level: float, n_samples: int
) -> None:
    seconds = [60.0 * n for n in range(n_samples)]

    found = slope(seconds, [level + rise * second / 3600 for second in seconds])

    assert math.isclose(found.value, rise, abs_tol=1e-6)
    assert found.error < 1e-6


def test_the_error_covers_what_noise_does_to_the_slope() -> None:
    chance = random.Random(1)  # noqa: S311 - the same noise every time
    seconds = [float(second) for second in range(3600)]

    found = [slope(seconds, [100 + chance.gauss(0, 5) for _ in seconds]) for _ in range(40)]

    # Within two errors of the true slope of 0 in about 95 of 100 cases.
    assert sum(abs(each.value) < 2 * each.error for each in found) >= 34


def test_two_samples_have_no_slope() -> None:
    found = slope([0.0, 1.0], [1.0, 2.0])

    assert math.isnan(found.value)
    assert math.isnan(found.error)
