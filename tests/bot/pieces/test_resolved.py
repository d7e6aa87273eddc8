"""Dates that have a place in the calendar."""

import datetime

import pytest

from bot.answers import Highlight
from bot.pieces.resolved import bare_years, beside, dates

DAY = datetime.date(2019, 11, 14)


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("It ends on Nov. 23.", ["2019-11-23"]),
        ("It ends on Friday or in March 2020.", ["2019-11-15", "2020-03"]),
        ("They paid 1500 for boat 1620.", []),
    ],
)
def test_the_day_of_publication_tells_the_year(text: str, isos: list[str]) -> None:
    assert [date.value for date in dates(text, DAY)] == isos


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("Ada Lund (1791-1867) was born here.", ["1791/1867"]),
        ("The tower, 1867, burnt in 1901.", ["1867", "1901"]),
        ("It began in 747.", ["0747"]),
        ("It began in the 19th century.", ["1801/1900"]),
        ("It ends on Nov. 23.", []),
        ("They kept 1500 dogs and 1620 m of rope.", []),
        ("It fell in 1200 BC.", []),
    ],
)
def test_without_it_a_bare_number_may_be_a_year(text: str, isos: list[str]) -> None:
    assert [date.value for date in dates(text, None)] == isos


def test_a_date_is_a_highlight_of_the_kind_date() -> None:
    assert dates("In 1998.", None) == (Highlight(3, 7, "date", "1998"),)


def test_two_figures_behind_a_year_are_of_its_century() -> None:
    assert [year.value for year in bare_years("the war of 1910-45")] == ["1910/1945"]


def test_what_meets_a_piece_that_is_there_is_left_out() -> None:
    there = Highlight(4, 8, "date", "there")
    meets, before = Highlight(7, 9, "date", "meets"), Highlight(0, 4, "date", "before")

    assert beside((there,), [meets, before]) == (before, there)
