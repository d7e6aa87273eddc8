"""Quotes are read document by document, the best document first."""

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answer, Quote, Refusal

PLACES = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 9)), min_size=1, max_size=6, unique=True
)


def quote(document: str, sentence: int) -> Quote:
    start = 10 * sentence
    place = (document, sentence, start, start + 4, "Word", "0" * 64)
    return Quote(*place, start, start + 4, "", None, "", 1.0)


def answer(places: Sequence[tuple[str, int]]) -> Answer:
    return Answer("word", 0.9, tuple(quote(*place) for place in places), (), "g-000001")


def test_the_best_document_comes_first_and_its_sentences_in_their_order() -> None:
    outcome = answer([("b", 7), ("a", 2), ("b", 3)])

    read = [(q.document, q.sentence) for q in outcome.in_reading_order()]

    assert read == [("b", 3), ("b", 7), ("a", 2)]


@given(PLACES)
def test_reading_order_keeps_every_quote_once(places: list[tuple[str, int]]) -> None:
    outcome = answer(places)

    read = outcome.in_reading_order()

    assert len(read) == len(outcome.quotes)
    assert set(read) == set(outcome.quotes)


@given(PLACES)
def test_the_sentences_of_a_document_stay_together_and_ascend(
    places: list[tuple[str, int]],
) -> None:
    read = answer(places).in_reading_order()

    documents = list(dict.fromkeys(q.document for q in read))
    expected = sorted(places, key=lambda place: (documents.index(place[0]), place[1]))
    assert [(q.document, q.sentence) for q in read] == expected
    assert documents[0] == places[0][0]


def test_a_refusal_has_no_quotes_and_no_value_can_be_changed() -> None:
    fields = {field.name for field in dataclasses.fields(Refusal)}

    assert "quotes" not in fields
    with pytest.raises(dataclasses.FrozenInstanceError):
        quote("a", 0).text = "another"  # type: ignore[misc]
