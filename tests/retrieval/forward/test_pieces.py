"""Words fall into pieces that other spellings share."""

import numpy as np
import pytest

from retrieval.forward.pieces import pieces
from retrieval.forward.texts import Forward
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


def test_runs_written_without_spaces_have_no_pieces() -> None:
    forward = forward_of(["東京 Rain"])
    form, _ = forward.read(np.array([0]))
    first, last = (forward.pieces.offsets[forward.words[form] + step] for step in (0, 1))

    # None of the run; "_rai", "rain" and "ain_" of the word.
    assert sorted((last - first).tolist()) == [0, 3]
