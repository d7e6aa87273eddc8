"""Inverted lists add up to what a dense matrix product gives."""

import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer

from retrieval import analysis
from retrieval.building import build
from retrieval.fields import FIELDS, Field
from retrieval.postings import Postings, pack
from retrieval.storage import Stored
from retrieval.vocabulary import Vocabulary
from tests.retrieval.making import document, index_of

# Three documents of two paragraphs each; none of them asks anything.
DOCUMENTS = (
    document(
        "a", "The pact expires. | Seoul ends it.", "Tokyo waits. | Tokyo waits again.", title="Pact"
    ),
    document("b", "Seoul and Tokyo talk about the pact.", "Talks end.", title="Seoul talks"),
    document("c", "Rain falls on Seoul.", "The pact holds and the pact stays.", title=""),
)


def packed() -> Postings:
    # Units by terms: pact 0.5, 0.25, 0; expir 0, 1, 0; tokyo 0, 0, 2.
    impacts = sparse.csc_array([[0.5, 0, 0], [0.25, 1, 0], [0, 0, 2]], dtype=np.float32)
    return Postings(pack("sentence", impacts), "sentence", 3)


def test_points_of_terms_add_up_unit_by_unit() -> None:
    assert packed().scores([1, 0]).tolist() == [0.5, 1.25, 0]


def test_no_terms_give_no_points() -> None:
    assert packed().scores([]).tolist() == [0, 0, 0]


def test_holders_are_the_units_of_a_term() -> None:
    assert [packed().holders(term).tolist() for term in range(3)] == [[0, 1], [1], [2]]


def test_an_impact_is_zero_where_the_term_does_not_occur() -> None:
    postings = packed()

    points = [[postings.impact(term, unit) for term in range(3)] for unit in range(3)]

    assert points == [[0.5, 0, 0], [0.25, 1, 0], [0, 0, 2]]


@given(st.lists(st.floats(0.015625, 10, width=32), min_size=1, max_size=8), st.randoms())
def test_the_order_of_terms_makes_no_difference_to_the_last_digit(
    points: list[float], r: random.Random
) -> None:
    impacts = sparse.csc_array(np.array([points], np.float32))
    postings = Postings(pack("sentence", impacts), "sentence", 1)
    shuffled = r.sample(range(len(points)), len(points))

    scores = postings.scores(shuffled)

    assert scores.tolist() == postings.scores(range(len(points))).tolist()


def unit_texts(field: Field) -> list[str]:
    """Return the text of every unit of a field, its sentences joined by a mark that parts words."""
    texts: dict[object, list[str]] = {}
    for number, d in enumerate(DOCUMENTS):
        for place, s in enumerate(d.sentences):
            keys: dict[str, object] = {
                "sentence": (number, place),
                "paragraph": (number, s.paragraph),
                "document": number,
            }
            if field.unit != "title":
                texts.setdefault(keys[field.unit], []).append(d.text[s.start : s.end])
    return ["\n".join(t) for t in texts.values()] or [d.title for d in DOCUMENTS]


def counted(texts: list[str], of_pairs: bool) -> tuple[NDArray[np.float64], list[str]]:
    """Count the terms of texts densely, line by line, with scikit-learn."""

    def analyse(text: str) -> list[str]:
        found = [term for line in text.split("\n") for term in analysis.terms(line, "en")]
        return [term for term in found if analysis.is_pair(term) == of_pairs]

    vectoriser = CountVectorizer(analyzer=analyse)
    counts = vectoriser.fit_transform(texts).toarray().astype(np.float64)
    return counts, vectoriser.get_feature_names_out().tolist()


def rarity(field: Field, names: list[str]) -> list[float]:
    """Weigh terms by the sentences, or by the titles, that hold them."""
    if field.unit != "title":
        index = index_of(*DOCUMENTS)
        return [index.idf(name) for name in names]
    counts, _ = counted([d.title for d in DOCUMENTS], of_pairs=False)
    return [
        math.log(1 + (len(counts) - held + 0.5) / (held + 0.5))
        for held in (counts > 0).sum(axis=0).tolist()
    ]


def dense(field: Field, question: list[str]) -> NDArray[np.float64]:
    """Score every unit by a matrix product over the whole vocabulary."""
    counts, names = counted(unit_texts(field), field.of_pairs)
    lengths = counts.sum(axis=1, keepdims=True)
    penalty = 1 - field.length_penalty + field.length_penalty * lengths / lengths.mean()
    points = counts / (counts + field.saturation * penalty)
    asked = np.array([name in question for name in names], np.float64)
    scores: NDArray[np.float64] = field.weight * points @ (np.array(rarity(field, names)) * asked)
    return scores


def inverted(stored: Stored, field: Field, question: list[str], n_units: int) -> list[float]:
    vocabulary = Vocabulary(stored)
    numbers = [vocabulary.number(t) for t in question if analysis.is_pair(t) == field.of_pairs]
    known = [number for number in numbers if number is not None]
    scores: list[float] = Postings(stored, field.name, n_units).scores(known).tolist()
    return scores


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
@pytest.mark.parametrize("question", ["pact", "Does the pact end in Seoul?", "Tokyo waits", "snow"])
def test_sums_equal_those_of_a_dense_matrix_product(field: Field, question: str) -> None:
    stored = build(DOCUMENTS)
    asked = sorted(set(analysis.terms(question, "en")))
    expected = dense(field, asked)

    scores = inverted(stored, field, asked, len(expected))

    assert scores == pytest.approx(expected.tolist(), abs=1e-6)
