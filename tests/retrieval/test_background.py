"""General text tells common words from rare ones where a corpus is too small to."""

import numpy as np
import pytest

from retrieval.background import Background, background
from retrieval.weighting import idf


def test_general_sentences_are_added_to_those_of_the_index() -> None:
    general = Background(10, {"said": 0.5})

    weights = general.idf(np.array([1, 1]), ["said", "gsomia"], 2)

    # said: held by 1 + 5 of 12: ln(1 + 6.5/6.5) = ln 2; gsomia: 1 of 12: ln(1 + 11.5/1.5).
    assert weights.tolist() == pytest.approx([0.693147, 2.159484], abs=1e-6)


def test_without_general_text_the_weight_is_that_of_the_index_alone() -> None:
    held = np.array([0, 1, 2, 5])

    weights = Background(0, {}).idf(held, ["a", "b", "c", "d"], 5)

    assert weights.tolist() == pytest.approx(idf(held, 5).tolist())


def test_a_language_without_a_table_has_no_general_text() -> None:
    assert background("ko") == Background(0, {})


def test_unknown_language_is_taken_for_english() -> None:
    assert background("und") == background("en")


def test_shares_are_shares() -> None:
    shares = background("en").shares.values()

    assert shares
    assert all(0 < share <= 1 for share in shares)


def test_a_common_word_weighs_less_than_a_name_in_a_single_article() -> None:
    common, name = background("en").idf(np.array([1, 1]), ["said", "gsomia"], 12)

    assert common < name
