"""One sentence affirms what the other denies."""

import pytest

from bot.differing.lexicon import concept
from bot.differing.polarity import opposed


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("The bridge is open.", "The bridge is closed.", "open"),
        ("Dogs are allowed.", "Dogs are no longer allowed.", "allowed"),
        ("They need a visa.", "They don't need a visa.", "need"),
        ("The deal was approved.", "The deal was rejected.", "approved"),
    ],
)
def test_negation_and_opposites_are_opposed(one: str, other: str, word: str) -> None:
    assert opposed(one, other, frozenset({concept(word)})) is not None


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("The bridge is open.", "The bridge is not closed.", "open"),
        ("Dogs are banned.", "Dogs are not allowed.", "allowed"),
        ("The road is closed.", "The road will open.", "open"),
        ("It is open.", "It is closed if it rains.", "open"),
    ],
)
def test_the_same_in_other_words_another_time_or_a_condition_is_not(
    one: str, other: str, word: str
) -> None:
    assert opposed(one, other, frozenset({concept(word)})) is None


def test_what_the_question_does_not_ask_is_not_compared() -> None:
    assert opposed("It is open.", "It is closed.", frozenset({"tall"})) is None
