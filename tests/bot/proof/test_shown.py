"""What is shown of a text is compared, and nothing that cannot be shown."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.proof.lines
import bot.proof.shown
from bot.channels.telegram.looks.cleaning import cleaned
from bot.proof.shown import shown, shown_words
from bot.visible import visible

# Telegram's three marks among letters with and without a character of their own for the ring.
LETTERS = st.text(st.sampled_from("aAx å\u0301\u030a\u0333\u033f\t\n\u202e"), max_size=12)


@given(st.text() | LETTERS)
def test_what_the_terminal_shows_is_shown_the_same_again(text: str) -> None:
    assert shown_words(visible(text)) == shown_words(text)


@given(LETTERS)
def test_what_telegram_keeps_is_shown_the_same_again(text: str) -> None:
    assert shown_words(cleaned(visible(text))[0]) == shown_words(text)


@pytest.mark.parametrize(("a", "b"), [("18", "80"), ("Åmal", "Amal"), ("n o", "no"), ("a\0", "a")])
def test_what_is_seen_to_differ_is_told_apart(a: str, b: str) -> None:
    assert shown(a) != shown(b)


@pytest.mark.parametrize("module", [bot.proof.lines, bot.proof.shown])
def test_the_examples_are_true(module: object) -> None:
    results = doctest.testmod(module)  # type: ignore[arg-type]

    assert results.attempted > 0
    assert results.failed == 0
