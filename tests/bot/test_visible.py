"""Shown text cannot steer the screen, and nothing else of it changes."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.visible import visible, visible_line


@given(st.text())
def test_showing_is_one_for_one(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(st.text())
def test_showing_twice_changes_nothing_more(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text())
def test_no_control_character_but_the_line_break_is_shown(text: str) -> None:
    controls = [c for c in visible(text) if unicodedata.category(c) == "Cc"]

    assert set(controls) <= {"\n"}


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_letters_numbers_and_signs_stay_as_they_are(text: str) -> None:
    assert visible(text) == text


def test_odd_white_space_is_a_space_and_steering_is_marked() -> None:
    text = "a\tb\r\nc\x1b[31md\u202ee\u2066f\U000e0041g\u2028h"

    assert visible(text) == "a b \nc\ufffd[31md\ufffde\ufffdf\ufffdg h"


@given(st.text())
def test_a_line_is_one_line_and_one_for_one(text: str) -> None:
    shown = visible_line(text)

    assert len(shown) == len(text)
    assert len(shown.splitlines()) <= 1
    assert visible_line(visible(text)) == shown


def test_joiners_inside_emoji_and_words_stay() -> None:
    text = "👩\u200d🚀 می\u200cخواهم"

    assert visible(text) == text
