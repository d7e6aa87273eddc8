"""A question is laid out as tables to look places up in."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.forward.tables import STOPS
from retrieval.ranking.sought import Sought

PAIRS = ((0, 2), (2, 1))


def sought() -> Sought:
    # Of five terms the question has 3, an unknown one and the first stop word.
    return Sought.of(np.array([3, -1, 5]), PAIRS, np.array([0, 2]), n_terms=5, n_pieces=4)


def test_terms_are_found_by_their_position_in_the_question() -> None:
    hits = sought().hits(np.array([0, 3, 5, -1], np.int32))

    # A word without a term is no word of the question, not even of an unknown one.
    assert hits.tolist() == [-1, 0, 2, -1]


def test_pieces_are_placed_from_one() -> None:
    assert sought().place_of_piece.tolist() == [1, 0, 2, 0]


def test_pairs_are_found_by_their_words_in_order() -> None:
    assert sought().pair_of.tolist() == [[-1, -1, 0], [-1, -1, -1], [-1, 1, -1]]


def test_sizes_are_those_of_the_question() -> None:
    found = sought()

    assert (found.n_words, found.n_pairs, found.n_pieces) == (3, 2, 2)


@given(st.lists(st.integers(0, 999), unique=True, max_size=600))
def test_every_term_of_a_question_of_any_length_is_found(terms: list[int]) -> None:
    found = Sought.of(
        np.array(terms, np.int64), (), np.array([], np.int64), n_terms=1000, n_pieces=0
    )

    hits = found.hits(np.arange(1000 + len(STOPS), dtype=np.int32))

    assert {n: hit for n, hit in enumerate(hits.tolist()) if hit >= 0} == {
        term: place for place, term in enumerate(terms)
    }
