"""A search finds the right sentence, in a stated order, and only where it may look."""

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document
from retrieval.hits import Scope
from retrieval.index import Index
from tests.retrieval.corpora import FEWER, QUESTIONS, corpora, found_by
from tests.retrieval.making import document, index_of, places, publish

QUESTION = "when does GSOMIA expire"
# Every sentence holds GSOMIA; one says when it expires.
ONE = (
    document(
        "gsomia",
        "GSOMIA is a military pact of Seoul and Tokyo. | Both sides signed GSOMIA in 2016.",
        "GSOMIA expires at midnight on Nov. 23. | Seoul said GSOMIA had lost its meaning.",
        "Washington asked for GSOMIA to be kept.",
    ),
)
TEN = (
    *(
        document(f"n{n}", f"Reporters asked about GSOMIA {n} times. | GSOMIA stays.")
        for n in range(9)
    ),
    document("right", "Seoul went on with GSOMIA talks. | GSOMIA expires at midnight on Nov. 23."),
)


@pytest.mark.parametrize(("corpus", "right"), [(ONE, ("gsomia", 2)), (TEN, ("right", 1))])
def test_where_every_passage_holds_the_name_the_other_words_decide(
    corpus: tuple[Document, ...], right: tuple[str, int]
) -> None:
    assert places(index_of(*corpus), QUESTION)[0] == right


def test_equals_go_by_newer_document_then_earlier_sentence_then_id() -> None:
    text = "Seoul ends the pact. | Seoul ends the pact."
    index = index_of(
        document("b", text, date="2019-11-22"),
        document("a", text, date="2019-11-22"),
        document("undated", text),
        document("new", text, date="2019-11-23"),
    )

    assert places(index, "Who ends the pact?") == [
        *(("new", 0), ("new", 1)),
        *(("a", 0), ("b", 0), ("a", 1), ("b", 1)),
        *(("undated", 0), ("undated", 1)),
    ]


def test_a_question_in_a_document_gives_way_to_the_sentence_that_answers_it() -> None:
    text = "When does GSOMIA expire? | It expires at midnight. | Rain falls."

    assert places(index_of(document("a", text)), QUESTION)[0] == ("a", 1)


def test_a_higher_score_goes_before_a_newer_document() -> None:
    index = index_of(
        document("old", "The pact expires at midnight.", date="2001-01-01"),
        document("new", "The pact is discussed at midnight.", date="2019-11-23"),
    )

    assert places(index, "when does the pact expire")[0] == ("old", 0)


@FEWER
@given(corpora(), QUESTIONS, st.integers(1, 12), st.integers(1, 12))
def test_a_larger_limit_only_appends_hits(
    corpus: list[Document], question: str, smaller: int, more: int
) -> None:
    index = index_of(*corpus)

    few = found_by(index, question, smaller)
    many = found_by(index, question, smaller + more)

    assert many[: len(few)] == few
    assert len(few) == min(smaller, len(many))


@FEWER
@given(corpora(), QUESTIONS)
def test_hits_come_best_first_above_zero_and_no_sentence_twice(
    corpus: list[Document], question: str
) -> None:
    index = index_of(*corpus)

    hits = found_by(index, question, 100)

    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)
    assert len({hit.passage for hit in hits}) == len(hits)


def test_a_saved_index_loaded_again_answers_the_same(tmp_path: Path) -> None:
    in_memory = index_of(*ONE, *TEN)
    publish(tmp_path, [*TEN, *ONE])

    loaded = Index.open(tmp_path)

    for question in (QUESTION, "Seoul", "what did Washington ask", "nothing of it"):
        assert loaded.query(question, "en") == in_memory.query(question, "en")
        assert found_by(loaded, question, 50) == found_by(in_memory, question, 50)


@FEWER
@given(corpora(), QUESTIONS, st.data())
def test_the_order_in_which_documents_come_changes_nothing(
    corpus: list[Document], question: str, data: st.DataObject
) -> None:
    moved = data.draw(st.permutations(corpus))

    assert found_by(index_of(*moved), question, 100) == found_by(index_of(*corpus), question, 100)


CASES = st.sampled_from([str.lower, str.upper, str.title, str.swapcase])
SPACES = st.sampled_from([" ", "  ", "\n", "\t ", "\u00a0", " \u3000"])


@FEWER
@given(st.sampled_from([QUESTION, "who signed Seoul's pact?", "U.S. and Tokyo"]), CASES, SPACES)
def test_case_and_spacing_of_a_question_change_nothing(
    question: str, recase: Callable[[str], str], space: str
) -> None:
    index = index_of(*ONE, *TEN)
    typed = space + recase(question).replace(" ", space) + space

    assert places(index, typed) == places(index, question)


@FEWER
@given(corpora(), QUESTIONS, st.sets(st.sampled_from(["d0", "d1", "d2", "d9"])))
def test_a_search_in_documents_returns_no_others(
    corpus: list[Document], question: str, chosen: set[str]
) -> None:
    index = index_of(*corpus)
    everywhere = places(index, question, limit=100)

    within = places(index, question, limit=100, scope=Scope(documents=frozenset(chosen)))

    assert within == [place for place in everywhere if place[0] in chosen]


@FEWER
@given(corpora(), QUESTIONS)
def test_a_search_as_of_a_day_returns_nothing_newer_or_undated(
    corpus: list[Document], question: str
) -> None:
    index = index_of(*corpus)
    day = date(2019, 11, 22)
    allowed = {d.id for d in corpus if d.date and d.date <= day}

    by_then = places(index, question, limit=100, scope=Scope(as_of=day))

    assert by_then == [p for p in places(index, question, limit=100) if p[0] in allowed]


def test_both_scopes_hold_at_once() -> None:
    text = "The pact expires."
    index = index_of(
        document("a", text, date="2019-11-22"),
        document("b", text, date="2019-11-22"),
        document("c", text, date="2019-11-24"),
    )
    scope = Scope(documents=frozenset(("b", "c")), as_of=date(2019, 11, 23))

    assert places(index, "pact", scope=scope) == [("b", 0)]


def test_a_scope_of_unknown_documents_finds_nothing() -> None:
    assert places(index_of(*ONE), QUESTION, scope=Scope(documents=frozenset(["x"]))) == []


@pytest.mark.parametrize("question", ["", "   ", "when will it be?", "???", "\ud800", "\x00"])
def test_a_question_without_a_term_finds_nothing(question: str) -> None:
    assert places(index_of(*ONE), question) == []


@FEWER
@given(st.text(max_size=80))
def test_no_question_breaks_a_search(question: str) -> None:
    index = index_of(*ONE)

    assert len(places(index, question, limit=100)) <= len(ONE[0].sentences)


def test_a_document_without_sentences_is_kept_and_found_by_nobody() -> None:
    bare = dataclasses.replace(document("bare", "x", title="Zebra"), text="", sentences=())

    index = index_of(bare, document("a", "The pact expires."))

    assert index.library.n_documents == 2
    assert places(index, "zebra pact") == [("a", 0)]


def test_without_documents_nothing_is_found_by() -> None:
    assert places(index_of(), "when does the pact expire") == []


def test_without_a_word_in_any_document_nothing_is_found_by() -> None:
    assert places(index_of(document("a", "... | !!!")), "when does the pact expire") == []
