"""Rows with a question's words, pairs and pieces found in them."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis import stems
from retrieval.forward.kinds import KINDS
from retrieval.forward.pieces import pieces
from retrieval.forward.tables import STOPS
from retrieval.index import Index
from retrieval.ranking.rows import Rows, read_rows
from retrieval.ranking.wanted import Wanted, want
from retrieval.stopwords import STOP_WORDS
from retrieval.words import words
from tests.retrieval.forward.making import forward_of
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import harbour

# Each example builds a whole index.
FEWER = settings(max_examples=60, deadline=None)
WORDS = st.sampled_from("pact pacts Seoul rain rains the of a it ends snow 2019".split())
SENTENCES = st.lists(st.lists(WORDS, max_size=7).map(" ".join), min_size=1, max_size=5)
QUESTIONS = st.lists(WORDS, max_size=6).map(" ".join)


def read(index: Index, question: str, numbers: list[int]) -> tuple[Wanted, list[str], Rows]:
    """Return what is wanted, its pieces, and rows."""
    wanted = want(question, "en", index.idf, lambda stem: False)
    terms = [index.n_terms + STOPS[s] if s in STOPS else index.number(s) for s in wanted.stems]
    found = index.forward.pieces.of_question(wanted.words)
    rows = read_rows(
        index.forward,
        np.array(numbers, np.int64),
        n_terms=index.n_terms,
        terms=np.array(terms, np.int64),
        pairs=wanted.pairs,
        pieces=found,
    )
    return wanted, [index.forward.pieces.names.term(int(n)) for n in found], rows


def stemmed(text: str) -> list[str]:
    stem = stems("en")
    return [w.text if w.text in STOP_WORDS else stem(w.text) for w in words(text)]


def test_rows_hold_the_counts_of_a_questions_words() -> None:
    wanted, _, rows = read(harbour(), "Did Seoul end it", [0, 3, 7])

    # Stems: did, seoul, end, it. "The pact of Seoul ends in 2019.", "Seoul ended it because trust
    # was lost.", and an empty title.
    assert wanted.stems == ("did", "seoul", "end", "it")
    assert rows.counts.tolist() == [[0, 1, 1, 0], [0, 1, 1, 1], [0, 0, 0, 0]]
    assert rows.hit.tolist() == [-1, -1, -1, 1, 2, -1, -1, 1, 2, 3, -1, -1, -1, -1]
    assert rows.row.tolist() == [0] * 7 + [1] * 7
    assert rows.starts.tolist() == [0, 7, 14, 14]


def test_rows_hold_the_counts_of_a_questions_pairs() -> None:
    wanted, _, rows = read(harbour(), "Seoul ended it", [0, 3])

    # "seoul end" in both sentences, "end it" in the second.
    assert wanted.pairs == ((0, 1), (1, 2))
    assert rows.pairs.tolist() == [[1, 0], [1, 1]]


def test_rows_know_their_lengths_and_stop_words() -> None:
    _, _, rows = read(harbour(), "pact", [1, 7])

    # "It was signed in Tokyo.": "it was" is a pair of two stop words; signed has 5 pieces, Tokyo 4.
    assert rows.n_words.tolist() == [5, 0]
    assert rows.n_terms.tolist() == [2, 0]
    assert rows.n_pairs.tolist() == [3, 0]
    assert rows.n_pieces.tolist() == [9, 0]
    assert rows.stop.clip(-1).tolist() == [STOPS["it"], STOPS["was"], -1, STOPS["in"], -1]


def test_rows_know_the_kinds_of_their_words() -> None:
    _, _, rows = read(harbour(), "pact", [0, 4])

    # The pact of Seoul ends in 2019. | Tokyo waits.
    expected = "stop word|other|stop word|place name|other|stop word|year|first word|other"
    assert [KINDS[kind] for kind in rows.kinds] == expected.split("|")


def test_rows_are_found_by_their_numbers() -> None:
    _, _, rows = read(harbour(), "pact", [1, 4, 6])

    assert rows.at(np.array([6, 1])).tolist() == [2, 0]


def test_unknown_words_of_a_question_do_not_meet_unknown_words_of_a_text() -> None:
    forward = forward_of(["Snow ends."])
    # As if the index had no term of "snow".
    unknown = replace(forward, terms=np.array([-1, forward.terms[1]], np.int32))

    rows = read_rows(
        unknown,
        np.array([0]),
        n_terms=2,
        terms=np.array([-1, forward.terms[1]], np.int64),
        pairs=((0, 1),),
        pieces=np.array([], np.int64),
    )

    assert rows.hit.tolist() == [-1, 1]
    assert rows.counts.tolist() == [[0, 1]]
    assert rows.pairs.tolist() == [[0]]


@FEWER
@given(SENTENCES, QUESTIONS, st.data())
def test_counts_are_those_of_counting_words(
    sentences: list[str], question: str, data: st.DataObject
) -> None:
    index = index_of(document("a", " | ".join(f"{s}." for s in sentences), title="Pact"))
    n_rows = len(sentences) + 1
    numbers = sorted(data.draw(st.sets(st.integers(0, n_rows - 1), min_size=1)))

    wanted, names, rows = read(index, question, numbers)

    texts = [[*sentences, "Pact"][number] for number in numbers]
    found = [stemmed(text) for text in texts]
    beside = [list(pairwise(row)) for row in found]
    pairs = [(wanted.stems[one], wanted.stems[other]) for one, other in wanted.pairs]
    parts = [[p for word in words(text) for p in pieces(word.text)] for text in texts]
    assert rows.counts.tolist() == [[r.count(stem) for stem in wanted.stems] for r in found]
    assert rows.pairs.tolist() == [[r.count(pair) for pair in pairs] for r in beside]
    assert rows.pieces.tolist() == [[r.count(name) for name in names] for r in parts]
    assert rows.n_words.tolist() == [len(r) for r in found]
    assert rows.n_terms.tolist() == [sum(s not in STOP_WORDS for s in r) for r in found]
    assert rows.n_pairs.tolist() == [sum(not {*pair} <= STOP_WORDS for pair in r) for r in beside]
    assert rows.n_pieces.tolist() == [len(r) for r in parts]
