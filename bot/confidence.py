"""The probability that a first quote answers its question."""

import math
from collections.abc import Sequence

from retrieval.evidence import Evidence
from retrieval.hits import Hit

__all__ = ["SPEAK_FROM", "confidence"]

# Below this probability Quoth declines. Of questions that have nothing to do with the documents,
# one in thirteen passes it; of the answers given on the tuning sets, about half are right.
SPEAK_FROM = 0.22

# A logistic regression of "the first sentence is right" on four tuning sets of equal weight:
# encyclopaedia questions with and without an answer, questions from a search engine, and questions
# asked of other documents than those they are about.
INTERCEPT = -5.83
COVERED = 0.29
IN_DOCUMENT = 3.22
SHARE = 3.70

# How many hits share the odds.
N_RIVALS = 10


def confidence(evidence: Evidence, hits: Sequence[Hit]) -> float:
    """Return 1 / (1 + exp(-z)), with z linear in three shares.

    Parameters
    ----------
    evidence
        gives the shares of the question's idf that the first sentence and its document hold.
    hits
        best first, at least one; the odds of the first among the first ten are the third share.
    """
    z = (
        INTERCEPT
        + COVERED * evidence.covered
        + IN_DOCUMENT * evidence.covered_in_document
        + SHARE * _share(hits[:N_RIVALS])
    )
    return 1 / (1 + math.exp(-z))


def _share(hits: Sequence[Hit]) -> float:
    """Return the first hit's odds over those of all, 0 to 1 (softmax of the scores)."""
    return 1 / sum(math.exp(hit.score - hits[0].score) for hit in hits)
