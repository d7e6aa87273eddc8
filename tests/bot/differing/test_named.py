"""Names count where the question wants one."""

import pytest

from bot.differing.goals import goal
from bot.differing.named import named


def found(question: str, text: str) -> list[str]:
    return [text[n.start : n.end] for n in named(text, goal(question), frozenset(), ())]


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        ("Who chairs the board?", "Ana Diaz chairs the board.", ["Ana Diaz"]),
        ("Who chairs the board?", "The board is chaired by Ana Diaz.", ["Ana Diaz"]),
        ("Who chairs the board?", "The board thanked Ana Diaz.", []),
        ("Who is mayor of Ulm?", "Ulm Mayor Ana Diaz spoke of it.", ["Ana Diaz"]),
        ("Where is the fair held?", "The fair is held in Oslo.", ["Oslo"]),
        ("Where are the keys kept?", "The keys are kept at the front desk.", ["front desk"]),
        ("Where is it found?", "It is found in most birds.", []),
        ("Who shares the data?", "Use and share the data.", []),
    ],
)
def test_only_a_name_in_the_slot_is_taken(question: str, text: str, names: list[str]) -> None:
    assert found(question, text) == names
