"""Rows are read word by word, and the question's words are marked."""

from dataclasses import replace

import numpy as np

from retrieval.forward.tables import STOPS
from retrieval.ranking.sought import Sought
from retrieval.ranking.text import Text, read_text
from tests.retrieval.forward.making import forward_of
from tests.retrieval.ranking.making import harbour, sought_of

NO_PIECES = np.array([], np.int64)


def read(question: str, *numbers: int) -> Text:
    index = harbour()
    return read_text(index.forward, np.array(numbers), sought_of(index, question))


def test_words_know_their_rows() -> None:
    text = read("pact", 0, 3, 7)

    # Seven words each, and an empty title.
    assert len(text) == 3
    assert text.row.tolist() == [0] * 7 + [1] * 7
    assert text.starts.tolist() == [0, 7, 14, 14]


def test_words_of_the_question_are_marked_by_their_position() -> None:
    text = read("Did Seoul end it", 0, 3)

    # Stems: did, seoul, end, it. "The pact of Seoul ends in 2019.", "Seoul ended it because trust
    # was lost."
    assert text.hit.tolist() == [-1, -1, -1, 1, 2, -1, -1, 1, 2, 3, -1, -1, -1, -1]


def test_stop_words_are_marked_by_their_number() -> None:
    text = read("pact", 1)

    # It was signed in Tokyo.
    assert text.stop.clip(-1).tolist() == [STOPS["it"], STOPS["was"], -1, STOPS["in"], -1]


def test_unknown_words_of_a_question_do_not_meet_unknown_words_of_a_text() -> None:
    forward = forward_of(["Snow ends."])
    # As if the index had no term of "snow".
    unknown = replace(forward, terms=np.array([-1, forward.terms[1]], np.int32))
    terms = np.array([-1, forward.terms[1]], np.int64)
    sought = Sought.of(terms, ((0, 1),), NO_PIECES, n_terms=2, n_pieces=0)

    text = read_text(unknown, np.array([0]), sought)

    assert text.hit.tolist() == [-1, 1]
