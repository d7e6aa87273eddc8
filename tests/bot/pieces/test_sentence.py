"""Words as they are written."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Highlight
from bot.pieces.sentence import Sentence, Word, cut


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The keeper's dog", ["The", "keeper", "dog"]),
        ("the dogs’ bowl", ["the", "dogs", "bowl"]),
        ("O'Brien and Jean-Luc", ["O'Brien", "and", "Jean-Luc"]),
        ("a U.S. ship", ["a", "U.S.", "ship"]),
        ("1,250.5 crowns, 3rd quay", ["1,250.5", "crowns", "3rd", "quay"]),
        ("-- ...", []),
    ],
)
def test_words_keep_hyphens_and_initials_and_lose_possessives(text: str, words: list[str]) -> None:
    assert [word.text for word in cut(text).words] == words


@given(st.text(max_size=80))
def test_words_stand_where_they_say_in_order_and_disjoint(text: str) -> None:
    words = cut(text).words

    assert [text[word.start : word.end] for word in words] == [word.text for word in words]
    assert all(one.end <= other.start for one, other in pairwise(words))


@given(st.text(max_size=80))
def test_gaps_and_words_make_the_text(text: str) -> None:
    sentence = cut(text)
    numbers = range(len(sentence.words))

    shown = "".join(sentence.gap(n) + sentence.words[n].text for n in numbers)
    shown += sentence.behind(len(sentence.words) - 1) if sentence.words else text

    assert shown == text


def test_a_sentence_knows_its_question_and_its_day() -> None:
    day = datetime.date(2019, 11, 14)

    assert cut("Ha", "What?", day) == Sentence("Ha", (Word(0, 2, "Ha", "ha"),), "What?", day)


def test_a_piece_goes_from_one_word_to_another() -> None:
    sentence = cut("The old quay closed.")

    assert sentence.highlight(1, 2, "place") == Highlight(4, 12, "place", "old quay")


def test_beyond_the_words_there_is_no_word() -> None:
    sentence = cut("Quay")

    assert (sentence.folded(-1), sentence.folded(0), sentence.folded(1)) == ("", "quay", "")
