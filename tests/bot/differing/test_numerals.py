"""Numbers in digits and in words have one value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.differing.numerals import Numeral, numerals
from bot.differing.tokens import tokens


def values(text: str) -> list[float]:
    return [number.value for number in numerals(text, tokens(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12), ("twelve", 12), ("1,200", 1200), ("1.2 million", 1.2e6), ("twenty-five", 25),
        ("a dozen", 12), ("one and a half", 1.5), ("two thousand", 2000), ("half of", 0.5),
        ("$3m", 3e6), ("$2bn", 2e9),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(text: str, value: float) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize("text", ["often", "tenth", "a house", "none"])
def test_words_without_a_number_have_none(text: str) -> None:
    assert values(text) == []


def test_a_number_knows_its_tokens() -> None:
    text = "It cost 1.2 million euros."

    found = numerals(text, tokens(text))

    # it, cost, 1.2, million, euros, stop
    assert found == [Numeral(1.2e6, 2, 4, False)]


@given(number=st.integers(min_value=0, max_value=999_999))
def test_digits_with_commas_are_read_back(number: int) -> None:
    assert values(f"{number:,}") == [number]
