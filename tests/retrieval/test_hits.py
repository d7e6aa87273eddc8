"""What a search is asked and what it returns are values."""

import dataclasses

import pytest

from retrieval.hits import Hit, Scope
from tests.retrieval.making import document, index_of

INDEX = index_of(document("a", "The pact expires. | Seoul ends it."))


def test_a_scope_looks_everywhere_unless_it_is_told_where() -> None:
    assert Scope() == Scope(documents=None, as_of=None)


def test_the_same_question_and_index_give_equal_values() -> None:
    one, other = INDEX.query("pact of Seoul", "en"), INDEX.query("pact of Seoul", "en")

    assert one == other
    assert INDEX.search(one, 5) == INDEX.search(other, 5)


def test_a_hit_cannot_be_changed() -> None:
    [hit, *_] = INDEX.search(INDEX.query("pact", "en"), 5)

    with pytest.raises(dataclasses.FrozenInstanceError):
        hit.score = 1.0  # type: ignore[misc]


def test_a_hit_holds_plain_numbers() -> None:
    [hit, *_] = INDEX.search(INDEX.query("expire", "en"), 5)

    assert isinstance(hit, Hit)
    assert [type(value) for value in dataclasses.astuple(hit)[:3]] == [int, int, int]
    assert type(hit.score) is float
