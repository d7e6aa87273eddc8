"""The plural that a number counts."""

import pytest

from bot.pieces.counted import noun_end


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("9 dogs ran", "9 dogs"),
        ("9 old brown dogs ran", "9 old brown dogs"),
        ("9 people came", "9 people"),
        ("9 very old brown dogs ran", "9"),  # the plural is the fourth word
        ("9 of the dogs ran", "9"),
        ("9 is a number", "9"),
        ("9, dogs", "9"),
        ("9", "9"),
    ],
)
def test_the_plural_stands_at_most_three_words_behind(text: str, counted: str) -> None:
    assert text[: noun_end(text, 1)] == counted
