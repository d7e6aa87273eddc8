"""Evidence sorts a question's terms by where a hit holds them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.evidence import weigh
from retrieval.hits import Hit, Query
from retrieval.index import Index
from tests.retrieval.making import document, index_of

# Each example builds or searches a whole index.
FEWER = settings(max_examples=40, deadline=None)
WORDS = "pact seoul tokyo rain snow".split()


def gsomia() -> Index:
    return index_of(
        document("a", "Seoul ends it. | Tokyo waits.", "Rain falls.", title="Pact"),
        document("b", "Snow falls."),
    )


def hits(index: Index, query: Query) -> list[Hit]:
    points = index.search(query, 10)
    return index.hits(points.passages, points.total)


def test_terms_are_told_apart_by_where_they_stand() -> None:
    index = gsomia()
    query = index.query("Seoul Tokyo pact rain snow", "en")
    [hit] = [hit for hit in hits(index, query) if (hit.document, hit.sentence) == (0, 0)]

    evidence = weigh(index, query, hit)

    assert evidence.in_sentence == ("seoul",)
    assert evidence.nearby == ("tokyo", "pact")
    assert evidence.elsewhere == ("rain",)
    assert evidence.missing == ("snow",)


def test_shares_are_shares_of_idf() -> None:
    index = gsomia()
    query = index.query("Seoul Tokyo pact rain snow", "en")
    [hit] = [hit for hit in hits(index, query) if (hit.document, hit.sentence) == (0, 0)]

    evidence = weigh(index, query, hit)

    weight = {word: index.idf(word) for word in WORDS}
    total = sum(weight.values())
    nearby = weight["seoul"] + weight["tokyo"] + weight["pact"]
    assert evidence.covered == pytest.approx(weight["seoul"] / total)
    assert evidence.covered_nearby == pytest.approx(nearby / total)
    assert evidence.covered_in_document == pytest.approx((nearby + weight["rain"]) / total)


def test_a_sentence_that_holds_everything_covers_everything() -> None:
    index = gsomia()
    query = index.query("Does Seoul end it?", "en")

    evidence = weigh(index, query, hits(index, query)[0])

    assert evidence.in_sentence == ("seoul", "end")
    assert evidence.covered == evidence.covered_nearby == pytest.approx(1.0)


@FEWER
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5))
def test_every_term_is_in_one_place_and_wider_places_cover_no_less(words: list[str]) -> None:
    index = gsomia()
    query = index.query(" ".join(words), "en")

    for hit in hits(index, query):
        found = weigh(index, query, hit)

        terms = [*found.in_sentence, *found.nearby, *found.elsewhere, *found.missing]
        assert sorted(terms) == sorted(term.term for term in query.terms)
        shares = [found.covered, found.covered_nearby, found.covered_in_document]
        rounded = [round(share, 9) for share in (0.0, *shares, 1.0)]
        assert rounded == sorted(rounded)
