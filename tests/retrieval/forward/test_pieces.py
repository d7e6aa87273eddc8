"""Pieces of words are counted in rows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.forward.pieces import pieces
from retrieval.forward.texts import Forward
from retrieval.words import words
from tests.retrieval.forward.making import forward_of


def number(forward: Forward, piece: str) -> int:
    found = forward.pieces.names.number(piece)
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


def test_a_question_gives_the_pieces_that_the_index_holds_in_ascending_order() -> None:
    forward = forward_of(["Rain ends the pact."])

    found = forward.pieces.of_question(["rainy", "the", "snow", "pact"])

    expected = ["_rai", "rain", "_pac", "pact", "act_"]
    assert found.tolist() == sorted(number(forward, piece) for piece in expected)


def test_a_question_without_known_pieces_gives_none() -> None:
    found = forward_of(["Rain."]).pieces.of_question(["xyz", "the"])

    assert found.tolist() == []
    assert found.dtype == np.int64


def test_no_wanted_pieces_give_a_table_without_columns() -> None:
    none = np.array([], np.int64)

    table = forward_of(["Rain."]).pieces.counts(np.array([0], np.int32), np.array([0]), 3, none)

    assert table.shape == (3, 0)


def test_runs_written_without_spaces_have_no_pieces() -> None:
    forward = forward_of(["東京 Rain"])
    form, row = forward.read(np.array([0]))

    # "_rai", "rain" and "ain_".
    assert forward.pieces.lengths(forward.words[form], row, 1).tolist() == [3]


TEXTS = st.lists(st.sampled_from("pact pacts act rain the of tokyo".split()), max_size=6)


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS)
def test_counts_and_lengths_are_those_of_counting(
    sentences: list[list[str]], question: list[str]
) -> None:
    texts = [" ".join(sentence) + "." for sentence in sentences]
    forward = forward_of(texts)
    wanted = forward.pieces.of_question(question)
    form, row = forward.read(np.arange(len(texts)))

    counts = forward.pieces.counts(forward.words[form], row, len(texts), wanted)
    lengths = forward.pieces.lengths(forward.words[form], row, len(texts))

    all_of = [[p for word in words(text) for p in pieces(word.text)] for text in texts]
    names = [forward.pieces.names.term(int(n)) for n in wanted]
    known = {piece for row in all_of for piece in row}
    assert set(names) == {p for word in question for p in pieces(word)} & known
    assert counts.tolist() == [[float(row.count(name)) for name in names] for row in all_of]
    assert lengths.tolist() == [float(len(row)) for row in all_of]
