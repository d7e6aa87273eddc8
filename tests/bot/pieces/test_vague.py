"""Amounts without a number of their own."""

import pytest

from bot.pieces.vague import vague_amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Hundreds of birds came.", ["Hundreds of birds"]),
        ("It took several days and a few crowns.", ["several days", "a few crowns"]),
        ("Two-thirds of the crew left.", ["Two-thirds"]),
        ("He stands 6'2\" tall.", ["6'2\""]),
        ("Fewer dogs than halves.", []),
    ],
)
def test_words_that_tell_an_amount_are_found(text: str, amounts: list[str]) -> None:
    found = vague_amounts(text)

    assert [piece.value for piece in found] == amounts
    assert [text[piece.start : piece.end] for piece in found] == amounts
