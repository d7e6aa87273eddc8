import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from . import widths
from .widths import width


@pytest.mark.parametrize(
    ("text", "thousandths"),
    [
        ("", 0),
        # a 556, space 278, W 944
        ("a W", 1778),
        # A letter with an accent is as wide as without.
        ("é", 556),
        ("e\u0301\u200b", 556),
        ("한", 1000),
        ("ж", 600),
    ],
)
def test_a_text_is_as_wide_as_its_letters(text: str, thousandths: int) -> None:
    assert width(text, 10.0) == pytest.approx(thousandths / 100)


def test_bold_is_a_little_wider_and_in_monospace_all_letters_are_alike() -> None:
    assert width("ab", 10.0, is_bold=True) == pytest.approx(11.12 * 1.07)
    assert width("il", 10.0, is_monospace=True) == width("WW", 10.0, is_monospace=True)


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_texts_together_are_as_wide_as_both(one: str, other: str) -> None:
    assert width(one + other, 14.0) == pytest.approx(width(one, 14.0) + width(other, 14.0))


def test_the_example_of_the_module_is_true() -> None:
    assert doctest.testmod(widths) == (0, 1)
