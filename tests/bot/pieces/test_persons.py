"""The people of a sentence."""

import pytest

from bot.pieces.persons import persons
from bot.pieces.sentence import cut


def found(text: str) -> list[str]:
    return [piece.value for piece in persons(cut(text))]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The tower was built by Ada Lund.", ["Ada Lund"]),
        ("The monk Bo Berg wrote it.", ["monk Bo Berg"]),
        ("It was sold to local farmers.", ["local farmers"]),
        ("Ada Lund, a teacher, came.", ["Ada Lund", "teacher"]),
        ("The prime minister left.", ["prime minister"]),
        ("It rained.", []),
    ],
)
def test_people_are_names_and_roles_and_a_role_next_to_a_name_is_part_of_it(
    text: str, people: list[str]
) -> None:
    assert found(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund lived in Nordby.",
        "Ada Lund bought a Danish boat.",
        "Ada Lund signed Article 3 at once.",
    ],
)
def test_places_adjectives_and_labels_are_nobody(text: str) -> None:
    assert found(text) == ["Ada Lund"]


def test_where_nobody_else_is_named_what_looks_like_a_place_may_be_meant() -> None:
    assert found("It came from Nordby.") == ["Nordby"]
