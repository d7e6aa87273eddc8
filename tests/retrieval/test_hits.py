"""What a search is asked and what it returns are values."""

import dataclasses

import pytest

from retrieval.hits import Hit, Query, QueryTerm, Scope
from tests.retrieval.making import document, index_of

INDEX = index_of(document("a", "The pact expires. | Seoul ends it."))


def found(question: str) -> list[Hit]:
    points = INDEX.search(INDEX.query(question, "en"), 5)
    return INDEX.hits(points.passages, points.total)


def test_a_scope_looks_everywhere_unless_it_is_told_where() -> None:
    assert Scope() == Scope(documents=None, as_of=None)


def test_the_same_question_and_index_give_equal_values() -> None:
    one, other = INDEX.query("pact of Seoul", "en"), INDEX.query("pact of Seoul", "en")

    assert one == other
    assert found("pact of Seoul") == found("pact of Seoul")


def test_a_question_keeps_each_term_once_in_the_order_typed() -> None:
    query = INDEX.query("Seoul and the pact, Seoul", "en")

    terms = QueryTerm("seoul", "Seoul"), QueryTerm("pact", "pact")
    assert query == Query("Seoul and the pact, Seoul", terms, "en")


def test_a_hit_cannot_be_changed() -> None:
    [hit, *_] = found("pact")

    with pytest.raises(dataclasses.FrozenInstanceError):
        hit.score = 1.0  # type: ignore[misc]


def test_a_hit_holds_plain_numbers() -> None:
    [hit, *_] = found("expire")

    assert isinstance(hit, Hit)
    assert [type(value) for value in dataclasses.astuple(hit)[:3]] == [int, int, int]
    assert type(hit.score) is float
