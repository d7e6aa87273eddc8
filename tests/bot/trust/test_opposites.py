"""Opposites exclude each other, both ways, and no word excludes itself."""

import pytest

from bot.trust.opposites import opposites


def test_every_opposite_is_one_of_its_own_opposites() -> None:
    one_way = [
        (w, o) for w, others in opposites().items() for o in others if w not in opposites()[o]
    ]

    assert one_way == []


def test_no_word_excludes_itself() -> None:
    assert [word for word, others in opposites().items() if word in others] == []


@pytest.mark.parametrize(("word", "other"), [("increas", "decreas"), ("befor", "after")])
def test_stems_and_stop_words_have_opposites(word: str, other: str) -> None:
    assert other in opposites()[word]
