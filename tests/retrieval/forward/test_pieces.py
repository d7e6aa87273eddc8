"""Pieces of words are counted in rows, and weigh by how rare they are."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.forward.pieces import Pieces, pieces
from retrieval.words import words
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import harbour


def held() -> Pieces:
    return harbour().forward.pieces


def number(piece: str) -> int:
    found = held().names.number(piece)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("pacts", ["_pac", "pact", "acts", "cts_"]),
        ("end", ["_end", "end_"]),
        ("us", ["_us_"]),
        ("x", ["_x_"]),
        ("because", ["_bec", "beca", "ecau", "caus", "ause", "use_"]),
    ],
)
def test_a_word_falls_into_pieces_of_four_letters(word: str, expected: list[str]) -> None:
    assert pieces(word) == expected


@pytest.mark.parametrize("word", ["the", "of", "when"])
def test_a_stop_word_has_no_pieces(word: str) -> None:
    assert pieces(word) == []


def test_a_piece_weighs_by_the_sentences_that_hold_it() -> None:
    idf = held().idf

    # ln(1 + (6 - n + 0.5) / (n + 0.5)): "pact" in one sentence, "toky" in three, "_end" in three
    # ("ends", "end", "ended"), "harb" only in a title.
    found = [idf[number(piece)] for piece in ("pact", "toky", "_end", "harb")]
    expected = [math.log(1 + (6.5 - n) / (n + 0.5)) for n in (1, 3, 3, 0)]
    assert found == pytest.approx(expected)


def test_a_sentence_that_holds_a_piece_twice_is_one_sentence() -> None:
    found = index_of(document("a", "Rain and rain. | Snow.")).forward.pieces

    # ln(1 + (2 - 1 + 0.5) / (1 + 0.5)).
    rain = found.of_question(["rain"])
    assert found.idf[rain] == pytest.approx([math.log(2)] * 3)


def test_a_question_gives_the_pieces_that_the_index_holds_in_ascending_order() -> None:
    found = held().of_question(["rainy", "the", "snow", "pact"])

    expected = ["_rai", "rain", "_pac", "pact", "act_"]
    assert found.tolist() == sorted(number(piece) for piece in expected)


def test_a_question_without_known_pieces_gives_none() -> None:
    found = held().of_question(["xyz", "the"])

    assert found.tolist() == []
    assert found.dtype == np.int64


def test_no_wanted_pieces_give_a_table_without_columns() -> None:
    none = np.array([], np.int64)

    table = held().counts(np.array([0], np.int32), np.array([0]), 3, none)

    assert table.shape == (3, 0)


TEXTS = st.lists(st.sampled_from("pact pacts act rain the of tokyo".split()), max_size=6)


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS)
def test_counts_and_lengths_are_those_of_counting(
    sentences: list[list[str]], question: list[str]
) -> None:
    texts = [" ".join(sentence) + "." for sentence in sentences]
    forward = index_of(document("a", " | ".join(texts))).forward
    wanted = forward.pieces.of_question(question)
    row = np.repeat(np.arange(len(texts)), np.diff(forward.offsets[: len(texts) + 1]))

    counts = forward.pieces.counts(forward.words, row, len(texts), wanted)
    lengths = forward.pieces.lengths(forward.words, row, len(texts))

    all_of = [[p for word in words(text) for p in pieces(word.text)] for text in texts]
    names = [forward.pieces.names.term(int(n)) for n in wanted]
    known = {piece for row in all_of for piece in row}
    assert set(names) == {p for word in question for p in pieces(word)} & known
    assert counts.tolist() == [[float(row.count(name)) for name in names] for row in all_of]
    assert lengths.tolist() == [float(len(row)) for row in all_of]
