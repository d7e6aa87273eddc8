import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.looks.cleaning import cleaned, is_blank

# Letters that compose with a ring, letters that do not, and the marks Telegram drops.
TEXTS = st.text(st.sampled_from("AaUuyåÅz 한😀\u0301\u0323\u030a\u0333\u033f"), max_size=12)
# How long an example takes says more of the machine than of the code.
unhurried = settings(deadline=None)


@unhurried
@given(TEXTS)
def test_nothing_is_left_that_telegram_drops(text: str) -> None:
    kept, _ = cleaned(text)

    assert not {"\u030a", "\u0333", "\u033f"} & set(kept)


@unhurried
@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    kept, _ = cleaned(text)

    assert cleaned(kept) == (kept, list(range(len(kept) + 1)))


@unhurried
@given(TEXTS)
def test_every_character_but_the_dropped_ones_stands_where_its_place_says(text: str) -> None:
    kept, places = cleaned(text)

    assert len(places) == len(text) + 1
    assert places == sorted(places)
    assert places[-1] == len(kept)
    for character, place in zip(text, places, strict=False):
        if character not in "\u030a\u0333\u033f":
            # A ring may have joined it; without the ring it is the same letter.
            letter = unicodedata.normalize("NFD", kept[place]).replace("\u030a", "")
            assert letter == unicodedata.normalize("NFD", character).replace("\u030a", "")


def test_a_ring_joins_its_letter_and_goes_where_there_is_no_such_letter() -> None:
    assert cleaned("bla\u030abär")[0] == "blåbär"
    assert cleaned("z\u030a\u033f!")[0] == "z!"
    assert cleaned("\u030a")[0] == ""


@pytest.mark.parametrize("blank", ["", " \n", "\u200b", "\ufeff\u2060", "\u3164", "\u2800 \u00ad"])
def test_a_text_without_ink_is_blank(blank: str) -> None:
    assert is_blank(blank)
    assert not is_blank(f"{blank}.")
