"""Amounts of one thing that differ are found."""

import pytest

from bot.differing.contents import Content, content
from bot.differing.counted import conflicting_amounts
from bot.differing.goals import goal
from bot.differing.quantities import Quantity, quantities


def values(question: str, one: str, other: str) -> list[float]:
    wanted = goal(question)

    def read(text: str) -> tuple[tuple[Quantity, ...], Content]:
        return quantities(text), content(text, (), wanted.modifiers)

    found = conflicting_amounts(wanted, read(one), read(other))
    return [] if found is None else [amount.value for amount in found]


def test_the_amounts_of_the_same_noun_are_paired() -> None:
    one, other = "It has 9 gates and 40 doors.", "It has 11 gates and 40 doors."

    assert values("How many gates are there?", one, other) == [9.0, 11.0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crash killed 12 people.", "The crash injured 30 people."),
        ("It has 12 doors.", "It has 30 gold doors."),
        ("It has 12 doors.", "It has 30 windows."),
        ("12 people died.", "12 people died, 3 of them children."),
    ],
)
def test_other_nouns_and_parts_are_not(one: str, other: str) -> None:
    assert values("How many doors and people are there?", one, other) == []
