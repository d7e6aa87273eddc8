"""A search finds the right sentence, in a stated order, and only where it may look."""

import math
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document
from retrieval.fields import FIELDS
from retrieval.hits import Scope
from retrieval.index import Index
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
# Each example builds or searches a whole index.
FEWER = settings(max_examples=40, deadline=None)
WORDS = st.sampled_from("pact seoul tokyo expires ends talks rain the of in waits".split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: " ".join(words) + ".")
DAYS = st.sampled_from(["", "2019-11-21", "2019-11-22", "2019-11-23"])
QUESTIONS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@st.composite
def corpora(draw: st.DrawFn) -> list[Document]:
    n_documents = draw(st.integers(1, 5))
    return [
        document(
            f"d{n}",
            " | ".join(draw(st.lists(SENTENCES, min_size=1, max_size=4))),
            date=draw(DAYS),
            title=draw(st.sampled_from(["", "Pact", "Talks in Seoul"])),
        )
        for n in range(n_documents)
    ]


@pytest.mark.parametrize(("corpus", "right"), [(ONE, ("gsomia", 2)), (TEN, ("right", 1))])
def test_where_every_passage_holds_the_name_the_other_words_decide(
    corpus: tuple[Document, ...], right: tuple[str, int]
) -> None:
    assert places(index_of(*corpus), QUESTION)[0] == right


def test_a_score_is_worked_out_by_hand() -> None:
    # A made-up language has no stems, no stop words, no pairs and no general text.
    text = "pact. | pact expires. | tokyo waits again."
    index = index_of(document("a", text, language="xx"))
    lengths = {"sentence": 1.5, "paragraph": 1.0, "document": 1.0}

    [hit, *_] = index.search(index.query("tokyo", "xx"), 10)

    # idf, held by 1 of 3 sentences: ln(1 + 2.5/1.5) = ln(8/3). Of the mean length its sentence has
    # 3/2, its paragraph and its document, the only ones, have 1; the title is empty.
    expected = 0.0
    for field in FIELDS:
        if field.name in lengths:
            k1, b = field.saturation, field.length_penalty
            norm = k1 * (1 - b + b * lengths[field.name])
            expected += field.weight * math.log(8 / 3) / (1 + norm)
    assert (hit.document, hit.sentence) == (0, 2)
    assert hit.score == pytest.approx(expected, abs=1e-6)


def test_equals_go_by_newer_document_then_earlier_sentence_then_id() -> None:
    text = "Seoul ends the pact. | Seoul ends the pact."
    index = index_of(
        document("b", text, date="2019-11-22"),
        document("a", text, date="2019-11-22"),
        document("undated", text),
        document("new", text, date="2019-11-23"),
    )

    found = places(index, "Who ends the pact?")

    assert found == [
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
    query = index.query(question, "en")

    few = index.search(query, smaller)
    many = index.search(query, smaller + more)

    assert many[: len(few)] == few
    assert len(few) == min(smaller, len(many))


@FEWER
@given(corpora(), QUESTIONS)
def test_hits_come_best_first_above_zero_and_no_sentence_twice(
    corpus: list[Document], question: str
) -> None:
    index = index_of(*corpus)

    hits = index.search(index.query(question, "en"), 100)

    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)
    assert len({hit.passage for hit in hits}) == len(hits)


def test_a_saved_index_loaded_again_answers_the_same(tmp_path: Path) -> None:
    in_memory = index_of(*ONE, *TEN)
    publish(tmp_path, [*TEN, *ONE])

    loaded = Index.open(tmp_path)

    for question in (QUESTION, "Seoul", "what did Washington ask", "nothing of it"):
        query = loaded.query(question, "en")
        assert query == in_memory.query(question, "en")
        assert loaded.search(query, 50) == in_memory.search(query, 50)


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

    found = places(index, question, limit=100, scope=Scope(documents=frozenset(chosen)))

    assert found == [place for place in everywhere if place[0] in chosen]


@FEWER
@given(corpora(), QUESTIONS)
def test_a_search_as_of_a_day_returns_nothing_newer_or_undated(
    corpus: list[Document], question: str
) -> None:
    index = index_of(*corpus)
    day = date(2019, 11, 22)
    allowed = {d.id for d in corpus if d.date and d.date <= day}

    found = places(index, question, limit=100, scope=Scope(as_of=day))

    assert found == [p for p in places(index, question, limit=100) if p[0] in allowed]


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
