"""Rows with a question's words, pairs and pieces counted in them."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis import stems
from retrieval.forward.pieces import pieces
from retrieval.index import Index
from retrieval.ranking.rows import Counts, Rows, rows
from retrieval.ranking.text import read_text
from retrieval.ranking.wanted import want
from retrieval.stopwords import STOP_WORDS
from retrieval.words import words
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import harbour, sought_of

# Each example builds a whole index.
FEWER = settings(max_examples=60, deadline=None)
WORDS = st.sampled_from("pact pacts Seoul rain rains the of a it ends snow 2019".split())
SENTENCES = st.lists(st.lists(WORDS, max_size=7).map(" ".join), min_size=1, max_size=5)
QUESTIONS = st.lists(WORDS, max_size=6).map(" ".join)


def read(index: Index, question: str, numbers: list[int]) -> Rows:
    sought = sought_of(index, question)
    text = read_text(index.forward, np.array(numbers, np.int64), sought)
    return rows(text, sought, index.forward)


def all_of(counted: Rows) -> Counts:
    return counted.of(counted.numbers)


def stemmed(text: str) -> list[str]:
    stem = stems("en")
    return [w.text if w.text in STOP_WORDS else stem(w.text) for w in words(text)]


def test_rows_hold_the_counts_of_a_questions_words() -> None:
    counted = read(harbour(), "Did Seoul end it", [0, 3, 7])

    # Stems: did, seoul, end, it. "The pact of Seoul ends in 2019.", "Seoul ended it because trust
    # was lost.", and an empty title.
    assert all_of(counted).words.tolist() == [[0, 1, 1, 0], [0, 1, 1, 1], [0, 0, 0, 0]]


def test_rows_hold_the_counts_of_a_questions_pairs() -> None:
    counted = read(harbour(), "Seoul ended it", [0, 3])

    # "seoul end" in both sentences, "end it" in the second.
    assert all_of(counted).pairs.tolist() == [[1, 0], [1, 1]]


def test_rows_know_their_lengths() -> None:
    counts = all_of(read(harbour(), "pact", [1, 7]))

    # "It was signed in Tokyo.": "it was" is a pair of two stop words; signed has 5 pieces, Tokyo 4.
    assert counts.n_words.tolist() == [5, 0]
    assert counts.n_terms.tolist() == [2, 0]
    assert counts.n_pairs.tolist() == [3, 0]
    assert counts.n_pieces.tolist() == [9, 0]


def test_rows_are_found_by_their_numbers() -> None:
    counted = read(harbour(), "pact", [1, 4, 6])

    assert counted.at(np.array([6, 1])).tolist() == [2, 0]
    # Harbour pact. | It was signed in Tokyo.
    assert counted.of(np.array([6, 1])).n_words.tolist() == [2, 5]
    assert counted.of(np.array([[6], [1]])).n_words.tolist() == [[2], [5]]


def test_stretches_hold_what_their_rows_hold_together() -> None:
    counted = read(harbour(), "Seoul end", [0, 1, 2, 3, 4])

    together = counted.between(np.array([0, 2]), np.array([2, 4]), np.array([1, 0, 1]))

    # Words: 7 + 5 and 4 + 7. Seoul 1 and 1, end 1 and 2.
    assert together.n_words.tolist() == [11, 12, 11]
    assert together.words.tolist() == [[1, 2], [1, 1], [1, 2]]


def test_some_of_what_is_counted_is_counted_alike() -> None:
    counts = all_of(read(harbour(), "Seoul end", [0, 3, 7]))

    assert counts[1].words.tolist() == counts.words[1].tolist()
    assert counts[1:].n_terms.tolist() == counts.n_terms[1:].tolist()


@FEWER
@given(SENTENCES, QUESTIONS, st.data())
def test_counts_are_those_of_counting_words(
    sentences: list[str], question: str, data: st.DataObject
) -> None:
    index = index_of(document("a", " | ".join(f"{s}." for s in sentences), title="Pact"))
    n_rows = len(sentences) + 1
    numbers = sorted(data.draw(st.sets(st.integers(0, n_rows - 1), min_size=1)))

    counted = all_of(read(index, question, numbers))

    wanted = want(question, "en", index.idf, lambda stem: False)
    sought = index.forward.pieces.of_question(wanted.words).tolist()
    names = [index.forward.pieces.names.term(number) for number in sought]
    texts = [[*sentences, "Pact"][number] for number in numbers]
    found = [stemmed(text) for text in texts]
    beside = [list(pairwise(row)) for row in found]
    pairs = [(wanted.stems[one], wanted.stems[other]) for one, other in wanted.pairs]
    parts = [[p for word in words(text) for p in pieces(word.text)] for text in texts]
    assert counted.words.tolist() == [[r.count(stem) for stem in wanted.stems] for r in found]
    assert counted.pairs.tolist() == [[r.count(pair) for pair in pairs] for r in beside]
    assert counted.pieces.tolist() == [[r.count(name) for name in names] for r in parts]
    assert counted.n_words.tolist() == [len(r) for r in found]
    assert counted.n_terms.tolist() == [sum(s not in STOP_WORDS for s in r) for r in found]
    assert counted.n_pairs.tolist() == [
        sum(not {*pair} <= STOP_WORDS for pair in r) for r in beside
    ]
    assert counted.n_pieces.tolist() == [len(r) for r in parts]
