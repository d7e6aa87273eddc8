"""The file is written anew seldom enough for those who wait meanwhile."""

import doctest

import pytest

from bot.channels.telegram.life import watching
from bot.channels.telegram.life.watching import rest_after


@pytest.mark.parametrize(
    ("took", "rest"),
    [(0.0, 1.0), (0.002, 1.0), (0.05, 20.0), (2.0, 800.0), (9.6, 3600.0), (100.0, 3600.0)],
)
def test_after_a_purge_is_a_rest_of_400_times_as_long_but_of_no_more_than_an_hour(
    took: float, rest: float
) -> None:
    assert rest_after(took) == pytest.approx(rest)


def test_the_examples_of_the_module_are_true() -> None:
    assert doctest.testmod(watching) == (0, 1)
