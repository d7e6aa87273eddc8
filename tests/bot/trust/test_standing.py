"""What the scores alone tell: shares of the odds, and margins."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.trust.standing import WIDEST, standing
from retrieval.hits import Hit


def hits(*placed: tuple[int, float]) -> list[Hit]:
    """Return hits of documents with scores."""
    return [Hit(n, document, n, score) for n, (document, score) in enumerate(placed)]


def test_a_lone_hit_has_all_the_odds_and_the_widest_margins() -> None:
    found = standing(hits((0, 2.0)))

    assert found == {
        "score": 2.0,
        "share of odds": 1.0,
        "share of the document": 1.0,
        "margin": WIDEST,
        "margin to other documents": WIDEST,
        "spread": 0.0,
        "documents": 1.0,
    }


def test_odds_are_shared_by_score_and_by_document() -> None:
    # Odds of 1, 1 and 1/2: 2 of 5 for the first, 3 of 5 for its document.
    found = standing(hits((0, 1.0), (1, 1.0), (0, 1.0 - math.log(2))))

    assert found["share of odds"] == pytest.approx(0.4)
    assert found["share of the document"] == pytest.approx(0.6)
    assert (found["margin"], found["margin to other documents"]) == (0.0, 0.0)
    assert found["documents"] == pytest.approx(2 / 3)


@given(st.lists(st.tuples(st.integers(0, 4), st.floats(-50, 50)), min_size=1, max_size=14))
def test_hits_behind_the_tenth_change_nothing(placed: list[tuple[int, float]]) -> None:
    ranked = hits(*sorted(placed, key=lambda one: -one[1]))

    assert standing(ranked) == standing(ranked[:10])
    assert all(math.isfinite(value) for value in standing(ranked).values())
