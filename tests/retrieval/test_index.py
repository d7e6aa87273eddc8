"""A search finds the right sentence, in a stated order, and only where it may look."""

import math
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
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
    constants = {field.name: field for field in FIELDS}

    [hit, *_] = index.search(index.query("tokyo", "xx"), 10)

    # idf, held by 1 of 3 sentences: ln(1 + 2.5/1.5) = ln(8/3). Of the length of the mean: its
    # sentence 3/2, its paragraph and its document 1, since there is only one. The title is empty.
    expected = sum(
        constants[name].weight * math.log(8 / 3) / (1 + k1 * (1 - b + b * length))
        for name, length in (("sentence", 1.5), ("paragraph", 1.0), ("document", 1.0))
        for k1, b in [(constants[name].saturation, constants[name].length_penalty)]
    )
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


def test_a_higher_score_goes_before_a_newer_document() -> None:
    index = index_of(
        document("old", "The pact expires at midnight.", date="2001-01-01"),
        document("new", "The pact is discussed at midnight.", date="2019-11-23"),
    )

    assert places(index, "when does the pact expire")[0] == ("old", 0)


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


@given(st.sampled_from([QUESTION, "who signed Seoul's pact?", "U.S. and Tokyo"]), CASES, SPACES)
def test_case_and_spacing_of_a_question_change_nothing(
    question: str, recase: Callable[[str], str], space: str
) -> None:
    index = index_of(*ONE, *TEN)
    typed = space + recase(question).replace(" ", space) + space

    assert places(index, typed) == places(index, question)


@given(corpora(), QUESTIONS, st.sets(st.sampled_from(["d0", "d1", "d2", "d9"])))
def test_a_search_in_documents_returns_no_others(
    corpus: list[Document], question: str, chosen: set[str]
) -> None:
    index = index_of(*corpus)
    everywhere = places(index, question, limit=100)

    found = places(index, question, limit=100, scope=Scope(documents=frozenset(chosen)))

    assert found == [place for place in everywhere if place[0] in chosen]


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


@given(st.text(max_size=80))
def test_no_question_breaks_a_search(question: str) -> None:
    index = index_of(*ONE)

    assert len(places(index, question, limit=100)) <= len(ONE[0].sentences)


def test_holders_count_the_sentences_of_a_term() -> None:
    index = index_of(*ONE)

    assert [index.holders(term) for term in ("gsomia", "expir", "snow")] == [5, 1, 0]


def test_an_unknown_term_weighs_no_less_than_any_known_one() -> None:
    index = index_of(*ONE)

    assert index.idf("snow") >= max(index.idf(term) for term in ("gsomia", "expir", "midnight"))


def test_a_passage_holds_a_term_where_its_surroundings_do() -> None:
    index = index_of(document("a", "Seoul ends it. | Tokyo waits.", "Rain falls.", title="Pact"))

    held = {
        term: [
            name
            for name in ("sentence", "paragraph", "document", "title")
            if index.holds(name, 0, term)
        ]
        for term in ("seoul", "tokyo", "rain", "pact", "snow")
    }

    assert held == {
        "seoul": ["sentence", "paragraph", "document"],
        "tokyo": ["paragraph", "document"],
        "rain": ["document"],
        "pact": ["title"],
        "snow": [],
    }


def test_a_question_keeps_how_its_terms_were_typed() -> None:
    query = index_of(*ONE).query("When does GSOMIA expire, GSOMIA?", "en")

    assert [(term.term, term.surface) for term in query.terms] == [
        ("gsomia", "GSOMIA"),
        ("expir", "expire"),
    ]
