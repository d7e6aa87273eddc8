"""Two amounts agree when both can be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.differing.agreeing import agree, are_comparable
from bot.differing.quantities import quantities


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.2 million people", "1,214,300 people"), ("about 5,000 people", "5,200 people"),
        ("more than 5,000 people", "5,800 people"), ("40 percent", "39.8 percent"),
        ("at least 20 people", "26 people"), ("between 200 and 300 people", "250 people"),
        ("two weeks", "14 days"), ("nearly 500 trees", "487 trees"),
    ],
)  # fmt: skip
def test_rounding_and_limits_leave_room(one: str, other: str) -> None:
    assert agree(quantities(one)[-1], quantities(other)[-1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 people", "15 people"), ("3 dollars", "3.25 dollars"), ("2.5 percent", "3.25 percent"),
        ("up to 10 books", "up to 15 books"), ("at least 8 letters", "at least 12 letters"),
        ("more than 100 trees", "90 trees"), ("120 rooms", "96 rooms"),
    ],
)  # fmt: skip
def test_other_amounts_do_not_agree(one: str, other: str) -> None:
    assert not agree(quantities(one)[0], quantities(other)[0])


@given(one=st.integers(2, 10**6), other=st.integers(2, 10**6))
def test_agreement_has_no_order(one: int, other: int) -> None:
    first, second = quantities(f"{one:,} trees")[0], quantities(f"{other:,} trees")[0]

    assert agree(first, second) == agree(second, first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 kilometres", "7 miles"),
        ("9 dollars a month", "90 dollars a year"),
        ("20 dollars", "18 euros"),
    ],
)
def test_other_units_and_measures_are_not_compared(one: str, other: str) -> None:
    assert not are_comparable(quantities(one)[0], quantities(other)[0])
