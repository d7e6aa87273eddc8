"""Runs of capitalised words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pieces.names import is_month, names
from bot.pieces.sentence import cut


def shown(text: str) -> list[str]:
    sentence = cut(text)
    return [sentence.shown(*run) for run in names(sentence)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Ada Lund met Bo Berg.", ["Ada Lund", "Bo Berg"]),
        ("the University of Nordby opened", ["University of Nordby"]),
        ("so Dr. J. K. Lund came", ["Dr. J. K. Lund"]),
        ("by Lund & Sons, and Berg", ["Lund & Sons", "Berg"]),
        ("Nordby's Ferry Club", ["Nordby", "Ferry Club"]),
        ("with Ada Lund, Jr.", ["Ada Lund, Jr"]),
        ("I saw it and I left", []),
    ],
)
def test_a_name_is_a_run_of_capitals_with_its_particles(text: str, found: list[str]) -> None:
    assert shown(text) == found


@pytest.mark.parametrize("opener", ["The", "However,", "In", "After", "Many", "Dozens of"])
def test_a_capital_owed_to_the_place_makes_no_name(opener: str) -> None:
    assert shown(f"{opener} boats left") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It left in March with Ada.", ["Ada"]),
        ("It left on Monday.", []),
        ("They heard May Lund speak.", ["May Lund"]),
        ("It left May 3.", []),
    ],
)
def test_months_and_weekdays_are_no_names_unless_somebody_bears_them(
    text: str, found: list[str]
) -> None:
    assert shown(text) == found


@given(st.text(alphabet="AbO of,.-'\"1", max_size=60))
def test_names_are_in_order_and_disjoint(text: str) -> None:
    runs = names(cut(text))

    assert all(run.first <= run.last for run in runs)
    assert all(one.last < other.first for one, other in pairwise(runs))


def test_months_and_weekdays_are_known() -> None:
    assert [word for word in ("march", "sept", "friday", "moon") if is_month(word)] == [
        "march", "sept", "friday",
    ]  # fmt: skip
