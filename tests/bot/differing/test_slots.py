"""Names are compared where they stand for two things in the same place."""

import pytest

from bot.differing.goals import goal
from bot.differing.named import mentioned, named
from bot.differing.slots import are_in_one_slot, are_named_apart, is_shared
from bot.differing.statements import Statement

WHERE = goal("Where was the treaty signed?")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana Diaz", "Dr. Diaz"), ("Rome", "Italy"), ("Hollis Partners", "Hollis")],
)
def test_parts_of_a_name_and_wider_places_are_not_apart(one: str, other: str) -> None:
    asked = goal("Who is it?")
    (first,), (second,) = (mentioned(f"It is {name}.", asked) for name in (one, other))

    assert not are_named_apart(first, second)


def test_two_names_are_apart() -> None:
    asked = goal("Who is it?")
    (first,), (second,) = (mentioned(f"It is {name}.", asked) for name in ("Ana Diaz", "Rolf Ek"))

    assert are_named_apart(first, second)


@pytest.mark.parametrize(("place", "expected"), [("in Oslo", True), ("at the Capitol", False)])
def test_places_are_compared_when_told_alike(place: str, expected: bool) -> None:
    texts = ("The treaty was signed in Rome.", f"The treaty was signed {place}.")
    (first,), (second,) = (named(text, WHERE, frozenset(), ()) for text in texts)

    assert are_in_one_slot(WHERE, first, second) is expected


def test_a_name_mentioned_anywhere_in_the_other_sentence_is_shared() -> None:
    asked = goal("Who is head?")
    names = mentioned("The head is Rolf Ek.", asked)
    other = Statement("b", None, "The head, Ana Diaz, thanked Ek.")

    assert is_shared(asked, names, [], other)
