"""A word that is usually missing surprises little, and relieves little where it is there."""

import math

import pytest

from bot.trust.usual import Usual

USUAL = Usual({"year": 0.5}, 0.2)


def test_surprise_and_relief_are_logarithms_of_the_share() -> None:
    assert USUAL.surprise("year") == USUAL.relief("year") == math.log(2)


def test_a_word_that_is_not_listed_has_the_share_of_all_others() -> None:
    # -ln .2 and -ln .8.
    assert USUAL.surprise("zeppelin") == math.log(5)
    assert USUAL.relief("zeppelin") == pytest.approx(math.log(1.25))
