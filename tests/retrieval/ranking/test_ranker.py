"""The model orders the candidates of the first stage, and nothing but question and texts counts."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document
from retrieval.hits import Hit, Scope
from retrieval.index import Index
from retrieval.ranking.model import shipped
from retrieval.ranking.ranker import N_CANDIDATES, Ranker
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import harbour, model_of, ranked, view_of

# Each example builds or searches a whole index.
FEWER = settings(max_examples=40, deadline=None)
WORDS = st.sampled_from("when does the pact of Seoul Tokyo end in 2019 rain it".split())
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
LONGEST_FIRST = model_of({"length": 1.0})
DOCUMENTS = (
    document("a", "The pact of Seoul ends in 2019. | It ends.", date="2019-11-22", title="Pact"),
    document("b", "Tokyo waits for the end.", "When does it end? | The pact ends in 2019."),
    document("c", "The pact ends in 2019.", date="2019-11-23"),
    document("d", "Rain ends."),
)
# More passages than the model orders: two in each document, of different lengths.
MANY = tuple(
    document(f"d{n:02}", f"The pact ends{' at sea' * (n % 4)}. | A pact of Seoul.")
    for n in range(N_CANDIDATES * 2 // 3)
)
MARKET = document(
    "market",
    "Mira Olsen has sold pottery on the quay of Varnby since 2011.",
    "Her stall stands between the ferry office and the fish hall.",
    "The town issued the permit for the stall in May 2021.",
    "The permit costs 240 euros a year.",
    "The permit expires on 30 September 2026.",
    "Stalls without a permit must leave the quay within two days.",
    "Olsen asked the council whether she could renew it early.",
    "The council meets again in the second week of August.",
)
ASK = """
from retrieval.ranking.features import FEATURES
from retrieval.ranking.model import shipped
from retrieval.ranking.ranker import Ranker
from tests.retrieval.making import index_of
from tests.retrieval.ranking.test_ranker import DOCUMENTS
index = index_of(*set(DOCUMENTS))
print(Ranker(index, shipped("en")).rank(index.query("when does the pact of Seoul end", "en"), 10))
"""


def rank(index: Index, question: str, limit: int = 10) -> list[Hit]:
    return Ranker(index, shipped("en")).rank(index.query(question, "en"), limit)


def test_the_model_orders_the_candidates() -> None:
    longest = ranked(harbour(), LONGEST_FIRST, "Tokyo")
    shortest = ranked(harbour(), model_of({"length": -1.0}), "Tokyo")

    # Both documents speak of Tokyo, so that all sentences are candidates; words: 7 5 4 7 2 6.
    assert longest == [0, 3, 5, 1, 2, 4]
    assert shortest == [4, 2, 1, 5, 0, 3]


def test_a_score_is_that_of_the_model() -> None:
    hits = Ranker(harbour(), shipped("en")).rank(harbour().query("when did the pact end", "en"), 10)

    scores = shipped("en").scores(view_of(harbour(), "when did the pact end", 0, 1, 2, 3))
    found = {hit.passage: hit.score for hit in hits}
    assert found == pytest.approx(dict(enumerate(scores.tolist())), abs=1e-4)
    assert [hit.score for hit in hits] == sorted(found.values(), reverse=True)


def test_behind_the_candidates_the_first_stage_goes_on_in_its_own_order() -> None:
    index = index_of(*MANY)
    query = index.query("when does the pact end", "en")
    n_passages = len(index.passages)

    hits = Ranker(index, LONGEST_FIRST).rank(query, n_passages)

    first = index.search(query, n_passages).passages.tolist()
    found = [hit.passage for hit in hits]
    assert len(first) == n_passages > N_CANDIDATES
    assert set(found[:N_CANDIDATES]) == set(first[:N_CANDIDATES])
    assert found[N_CANDIDATES:] == first[N_CANDIDATES:]
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("limit", [1, 2, N_CANDIDATES - 1, N_CANDIDATES, N_CANDIDATES + 1])
def test_a_larger_limit_only_appends(limit: int) -> None:
    index = index_of(*MANY)

    few = rank(index, "when does the pact of Seoul end", limit)

    many = rank(index, "when does the pact of Seoul end", N_CANDIDATES + 9)
    assert len(few) == limit
    assert few == many[:limit]


@FEWER
@given(st.lists(TEXTS, min_size=1, max_size=6), TEXTS, st.integers(1, 8), st.integers(1, 8))
def test_a_larger_limit_only_appends_whatever_is_asked(
    sentences: list[str], question: str, one: int, other: int
) -> None:
    index = index_of(document("a", " | ".join(f"{text}." for text in sentences)))
    small, large = sorted((one, other))

    assert rank(index, question, small) == rank(index, question, large)[:small]


@FEWER
@given(st.lists(WORDS, min_size=1, max_size=7), st.sampled_from([" ", "   ", "\n", "\t"]))
def test_the_case_and_spacing_of_a_question_change_nothing(words: list[str], space: str) -> None:
    plain = rank(harbour(), " ".join(words))

    assert rank(harbour(), space + space.join(words).swapcase() + space) == plain
    assert rank(harbour(), " ".join(words).upper()) == plain


@FEWER
@given(st.permutations(DOCUMENTS))
def test_the_order_of_documents_changes_nothing(order: list[Document]) -> None:
    straight = rank(index_of(*DOCUMENTS), "when does the pact of Seoul end")

    assert rank(index_of(*order), "when does the pact of Seoul end") == straight


def test_the_hash_seed_of_the_process_changes_nothing() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", ASK],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert said[0] == said[1]
    assert said[0].count("Hit(") > 3


def test_a_question_of_nothing_known_finds_nothing() -> None:
    questions = "", "what is it that they have", "xylophone zebra", "😀", "12 3.5"

    assert [rank(harbour(), question) for question in questions] == [[]] * 5


@pytest.mark.parametrize("question", ["pact \u0640", "pact \ufc5e", "😀 pact", "pact " * 800])
def test_an_odd_question_finds_what_its_words_find(question: str) -> None:
    found = {hit.passage for hit in rank(harbour(), question)}

    assert found == {hit.passage for hit in rank(harbour(), "pact")}


def test_a_scope_leaves_out_other_documents() -> None:
    scope = Scope(frozenset(["b"]))

    found = ranked(harbour(), shipped("en"), "does Seoul wait for Tokyo", scope=scope)

    assert sorted(found) == [4, 5]


@pytest.mark.parametrize(
    ("paragraphs", "question"),
    [
        (("When does the pact end? | The pact ends in 2019.",), "when does the pact end"),
        (("Who may fish here? | Only members may fish here.",), "who may fish here"),
        (
            ("The pool is old.", "How much does a ticket cost? | A ticket costs 4 euros."),
            "how much does a ticket cost",
        ),
    ],
)
def test_a_question_in_a_document_stands_behind_the_sentence_that_answers_it(
    paragraphs: tuple[str, ...], question: str
) -> None:
    index = index_of(document("a", *paragraphs))
    asking = int(np.flatnonzero(index.passages.asks)[0])

    found = [hit.passage for hit in rank(index, question)]

    assert found[0] == asking + 1
    assert asking in found


@pytest.mark.parametrize(
    ("question", "sentence"),
    [("when does the permit expire", 4), ("how much does the permit cost", 3)],
)
def test_one_short_article_by_itself_is_enough(question: str, sentence: int) -> None:
    hits = rank(index_of(MARKET), question)

    assert hits[0].sentence == sentence
