"""Signals of the scores: how far the best hit stands above the others."""

import math
from collections.abc import Mapping, Sequence

from retrieval.hits import Hit

__all__ = ["N_RIVALS", "standing"]

# How many hits share the odds.
N_RIVALS = 10
# A margin beyond this, odds of e to the sixth, says no more.
WIDEST = 6.0


def standing(hits: Sequence[Hit]) -> Mapping[str, float]:
    """Return the signals of the scores.

    Parameters
    ----------
    hits
        best first, at least one; the first ten count. A difference in score of 1 is e times the
        odds.
    """
    first, rivals = hits[0], hits[:N_RIVALS]
    odds = [math.exp(min(hit.score - first.score, 0.0)) for hit in rivals]
    total = sum(odds)
    own = sum(o for o, hit in zip(odds, rivals, strict=True) if hit.document == first.document)
    others = [hit.score for hit in rivals if hit.document != first.document]
    return {
        "score": first.score,
        "share of odds": 1 / total,
        "share of the document": own / total,
        "margin": _margin(first.score, [hit.score for hit in rivals[1:]]),
        "margin to other documents": _margin(first.score, others),
        "spread": -sum(o / total * math.log(max(o / total, 1e-12)) for o in odds),
        "documents": len({hit.document for hit in rivals}) / len(rivals),
    }


def _margin(score: float, others: Sequence[float]) -> float:
    return min(score - max(others), WIDEST) if others else WIDEST
