"""Units that can be told into one another share a base."""

import pytest

from bot.differing.tokens import tokens
from bot.differing.units import unit_at, unit_of_sign


@pytest.mark.parametrize(
    ("text", "base", "factor"),
    [
        ("two weeks", "day", 7), ("90 minutes", "minute", 1), ("2 hours", "minute", 60),
        ("50 cents", "dollar", 0.01), ("5 %", "percent", 1), ("3 working days", "working day", 1),
    ],
)  # fmt: skip
def test_a_unit_is_a_base_and_a_factor(text: str, base: str, factor: float) -> None:
    found = unit_at(tokens(text), 1)

    assert found is not None
    assert found[0] == (base, factor)


def test_a_noun_is_no_unit() -> None:
    assert unit_at(tokens("12 bridges"), 1) is None


def test_a_sign_in_front_is_a_currency() -> None:
    assert [unit_of_sign(tokens(text)[0]) for text in ("€3", "(3")] == [("euro", 1.0), None]
