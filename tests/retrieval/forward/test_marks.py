"""Marks are found wherever they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.forward.kinds import KINDS
from retrieval.forward.marks import MARKS, marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose.", []),
        ("It rose 5%.", ["percent"]),
        ("It cost $5 (or €4).", ["money", "bracket"]),
        ("He said: “no”.", ["quotation", "colon"]),
        ("First; then.", ["colon"]),
        ("¥5 and £5", ["money"]),
        ('"%($:', ["money", "percent", "quotation", "bracket", "colon"]),
    ],
)
def test_marks_are_found_wherever_they_stand(text: str, expected: list[str]) -> None:
    found = marks(text)

    assert [mark for bit, mark in enumerate(MARKS) if found >> bit & 1] == expected


def test_marks_are_kinds_and_fit_a_byte() -> None:
    assert set(MARKS) <= set(KINDS)
    assert len(MARKS) <= 8


@given(st.text(), st.text())
def test_a_text_of_two_parts_holds_the_marks_of_both(one: str, other: str) -> None:
    assert marks(one + other) == marks(one) | marks(other)
