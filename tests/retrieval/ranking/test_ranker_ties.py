"""Equals stand in a stated order, and equal texts are equals."""

import numpy as np
import pytest

from retrieval.ranking.features import FEATURES
from retrieval.ranking.model import Model, shipped
from retrieval.ranking.ranker import N_CANDIDATES, Ranker
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import harbour, model_of, ranked


def test_equals_stand_newest_first_then_earlier_sentence_then_document_id() -> None:
    same = "The pact ends. | The pact ends."
    index = index_of(
        document("a", same), document("b", same, date="2019-11-22"), document("c", same)
    )

    found = ranked(index, Model.empty(), "when does the pact end")

    # Passages 0 and 1 are of a, 2 and 3 of b, 4 and 5 of c.
    assert found == [2, 3, 0, 4, 1, 5]


@pytest.mark.parametrize("n_documents", [3, 5, 17, 23, N_CANDIDATES])
def test_equal_documents_get_equal_scores_whatever_features_weigh(n_documents: int) -> None:
    text = "The pact of Seoul ends in 2019 and the permits of the harbour run out in March."
    index = index_of(*(document(f"d{n:02}", text, title="Pact") for n in range(n_documents)))
    query = index.query("when does the pact of the Seoul harbour end in March", "en")
    odd = np.random.default_rng(7).normal(size=(20, len(FEATURES)))
    models = [model_of(dict(zip(FEATURES, weights.tolist(), strict=True))) for weights in odd]

    rankings = [Ranker(index, model).rank(query, n_documents) for model in models]

    # Added up in another order, equal numbers would differ in the last digit and break the tie.
    assert [len({hit.score for hit in hits}) for hits in rankings] == [1] * len(models)
    found = [[hit.passage for hit in hits] for hits in rankings]
    assert found == [list(range(n_documents))] * len(models)


def test_equal_scores_of_the_model_stand_in_that_order_whatever_the_first_stage_says() -> None:
    found = ranked(harbour(), Model.empty(), "Tokyo")

    # First sentences of both documents, then second ones; 0 and 2 do not even hold the word.
    assert found == [0, 4, 1, 5, 2, 3]


def test_a_thousand_equal_sentences_are_all_found_once() -> None:
    index = index_of(document("a", " | ".join(["The pact ends."] * 1000)))

    hits = Ranker(index, shipped("en")).rank(index.query("when does the pact end", "en"), 2000)

    assert sorted(hit.passage for hit in hits) == list(range(1000))
    assert np.isfinite([hit.score for hit in hits]).all()
