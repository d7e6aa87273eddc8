"""How often something happens."""

import pytest

from bot.pieces.frequencies import frequencies

OFTEN = "How often does the ferry run?"


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("It runs twice a day.", ["twice a day"]),
        ("It runs 12 times per week.", ["12 times per week"]),
        ("It runs every other Sunday.", ["every other Sunday"]),
        ("The monthly boat and the weekly one.", ["monthly", "weekly"]),
        ("It ran on a whim.", []),
    ],
)
def test_what_says_how_often_is_found(text: str, often: list[str]) -> None:
    assert [piece.value for piece in frequencies(text, OFTEN)] == often


def test_other_questions_get_none() -> None:
    assert frequencies("It runs twice a day.", "When does the ferry run?") == []
