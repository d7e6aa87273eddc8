"""Words and figures of dates."""

import re

import pytest

from corpus.dates.words import MONTH, YEAR, month_number, ordinal, quantity, weekday_number


@pytest.mark.parametrize("shown", ["Nov.", "Nov", "November", "NOVEMBER", "NOV."])
def test_a_month_is_known_however_it_is_shortened(shown: str) -> None:
    assert re.fullmatch(MONTH, shown)
    assert month_number(shown) == 11


@pytest.mark.parametrize("shown", ["nov.", "may", "Novel", "Marcher", "Decor", "Sept.."])
def test_other_words_are_no_months(shown: str) -> None:
    assert re.fullmatch(MONTH, shown) is None


def test_weekdays_count_from_monday_as_zero() -> None:
    assert [weekday_number(name) for name in ("Monday", "Thursday", "Sun")] == [0, 3, 6]


def test_small_numbers_are_read_in_words_and_figures() -> None:
    assert [quantity(shown) for shown in ("an", "two", "Twenty", "15")] == [1, 2, 20, 15]


def test_ordinals_are_read_in_words_and_figures() -> None:
    assert [ordinal(shown) for shown in ("first", "nineteenth", "Twenty-first", "3rd")] == [
        *(1, 19, 21, 3)
    ]


@pytest.mark.parametrize(("shown", "is_year"), [("1000", True), ("2100", True), ("2101", False)])
def test_years_have_four_digits_up_to_2100(shown: str, is_year: bool) -> None:
    assert (re.fullmatch(YEAR, shown) is not None) is is_year
