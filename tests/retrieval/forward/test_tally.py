"""Rows are counted while an index is built."""

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.forward.tables import STOPS
from retrieval.forward.tally import MEANS
from retrieval.vocabulary import Vocabulary
from tests.retrieval.forward.making import Rows

HARBOUR = (
    "The pact of Seoul ends in 2019.",
    "It was signed in Tokyo.",
    "Why did it end?",
    "Seoul ended it because trust was lost.",
    "Tokyo waits.",
    "Rain falls on Tokyo and Seoul.",
)
TITLES = ("Harbour pact", "")


def names(*texts: str, titles: tuple[str, ...] = ()) -> set[str]:
    """Return the terms that are written as names."""
    rows = Rows.of([*texts, *titles])
    is_name = rows.tally(len(texts)).stored().arrays["term_is_name"]
    return {term for term, number in rows.terms.items() if is_name[number]}


def idf_of(n: int, holders: int) -> float:
    return log(1 + (n - holders + 0.5) / (holders + 0.5))


def test_means_divide_words_pairs_and_pieces_by_sentences_and_paragraphs() -> None:
    means = Rows.of([*HARBOUR, *TITLES]).tally(6).means(4)

    # Terms 4 + 2 + 1 + 5 + 2 + 4 = 18; pairs 6 + 3 + 1 + 6 + 1 + 5 = 22; a word of n letters has
    # n - 1 pieces: 13 + 9 + 2 + 21 + 8 + 15 = 68. Six sentences, four paragraphs; titles are out.
    assert means == pytest.approx(
        {
            "sentence terms": 18 / 6,
            "sentence pieces": 68 / 6,
            "paragraph terms": 18 / 4,
            "paragraph pairs": 22 / 4,
            "paragraph pieces": 68 / 4,
        }
    )


@pytest.mark.parametrize("texts", [[], ["..."], ["The of.", "It was."]])
def test_a_mean_of_nothing_is_one(texts: list[str]) -> None:
    assert Rows.of(texts).tally(len(texts)).means(len(texts)) == dict.fromkeys(MEANS, 1.0)


def test_a_piece_weighs_by_the_sentences_that_hold_it() -> None:
    rows = Rows.of([*HARBOUR, *TITLES])
    numbers = {piece: n for n, piece in enumerate(Vocabulary(rows.stored, "piece").terms())}

    idf = rows.tally(6).stored().arrays["piece_idf"]

    # "pact" in one sentence, "toky" in three, "_end" in three ("ends", "end", "ended"), "harb" only
    # in a title.
    found = [idf[numbers[piece]] for piece in ("pact", "toky", "_end", "harb")]
    assert found == pytest.approx([idf_of(6, n) for n in (1, 3, 3, 0)])


def test_a_stop_word_weighs_by_the_sentences_that_hold_it() -> None:
    idf = Rows.of(HARBOUR).tally(6).stored().arrays["stop_idf"]

    # "it" in three sentences, "the" in one, "who" in none.
    assert [idf[STOPS[word]] for word in ("it", "the", "who")] == pytest.approx(
        [idf_of(6, 3), idf_of(6, 1), idf_of(6, 0)]
    )


def test_a_sentence_that_holds_a_word_twice_is_one_sentence() -> None:
    rows = Rows.of(["Rain and rain and rain.", "Snow."])

    arrays = rows.tally(2).stored().arrays

    pieces = Vocabulary(rows.stored, "piece").terms()
    assert arrays["piece_idf"][pieces.index("rain")] == pytest.approx(idf_of(2, 1))
    assert arrays["stop_idf"][STOPS["and"]] == pytest.approx(idf_of(2, 1))


def test_a_term_is_a_name_when_most_of_its_mentions_inside_sentences_have_a_capital() -> None:
    found = names("Rain fell on Rain Street and rain fell on Seoul.", "Seoul saw rain.")

    # Inside sentences: "Rain" once, "rain" twice; "Seoul" once; "Street" once; "fell" never.
    assert found == {"seoul", "street"}


def test_words_that_open_a_sentence_tell_nothing_about_names() -> None:
    assert names("Rain fell.", "Rain stopped.") == set()


def test_titles_tell_how_words_are_written() -> None:
    assert names("Rain fell.", titles=("Great Rain",)) == {"rain"}


WORDS = st.sampled_from("pact Pacts Seoul seoul rain the The of ends 2019 by 東京".split())
TEXTS = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=8)


@given(TEXTS, st.integers(1, 4))
def test_counting_in_stretches_makes_no_difference(texts: list[str], step: int) -> None:
    rows = Rows.of([*texts, "Seoul pact"])

    whole, parts = rows.tally(len(texts)), rows.tally(len(texts), step)

    assert whole.means(2) == parts.means(2)
    for name, array in whole.stored().arrays.items():
        assert np.array_equal(array, parts.stored().arrays[name])
