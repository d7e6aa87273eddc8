"""English numbers in digits."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pieces.amounts import NUMBER, digits


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        ("7", "7"),
        ("1,250.50", "1250.5"),
        ("5.2 billion", "5200000000"),
        ("a hundred", "100"),
        ("two hundred thousand", "200000"),  # 2 x 100 x 1000
        ("two-hundred", "200"),
        ("twenty-one", "21"),
        ("Forty two", "42"),
        ("two and a half", "2.5"),
        ("three dozen", "36"),
        ("3½", "3.5"),
    ],
)
def test_a_number_in_words_or_figures_is_told_in_digits(shown: str, value: str) -> None:
    match = re.fullmatch(NUMBER, shown)

    assert match is not None
    assert digits(shown) == value


@given(st.integers(0, 10**15))
def test_figures_with_separators_keep_their_value(number: int) -> None:
    assert digits(f"{number:,}") == str(number)


@pytest.mark.parametrize("text", ["a", "an", "and", "hundreds", "often", "tenor"])
def test_other_words_are_no_numbers(text: str) -> None:
    assert re.fullmatch(NUMBER, text) is None
