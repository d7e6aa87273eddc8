"""Sentences are aligned when they are equal but for values and words for now."""

from bot.differing.aligned import are_aligned
from bot.differing.contents import content
from bot.differing.goals import goal

QUESTION = "How many pupils does Larch School have?"


def aligned(one: str, other: str, title: str = "Larch School") -> bool:
    sides = []
    for text in (one, other):
        start = next(n for n, letter in enumerate(text) if letter.isdigit())
        span = ((start, start + 3),)
        sides.append((text, content(text, span, frozenset(), title), span))
    return are_aligned(goal(QUESTION), sides[0], sides[1])


def test_words_for_now_are_passed_over() -> None:
    assert aligned("The school has 164 pupils this year.", "The school now has 197 pupils.")


def test_another_word_is_another_sentence() -> None:
    assert not aligned("The school has 164 pupils.", "The school has 197 chairs.")


def test_the_names_asked_for_must_be_told() -> None:
    assert not aligned("The school has 164 pupils.", "The school has 197 pupils.", title="")
