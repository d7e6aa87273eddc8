"""The probability that a first quote answers its question."""

import math

from retrieval.evidence import Evidence

__all__ = ["SPEAK_FROM", "confidence"]

# Below this probability Quoth declines.
SPEAK_FROM = 0.3

# A logistic regression of "the first sentence is right" on three tuning sets of equal weight:
# encyclopaedia questions, half of which have no answer, and questions from a search engine.
INTERCEPT = -2.71
COVERED = 2.08
NEARBY = 0.46
MARGIN = 2.69


def confidence(evidence: Evidence, margin: float) -> float:
    """Return 1 / (1 + exp(-z)), with z linear in three shares.

    Parameters
    ----------
    evidence
        gives the shares of the question's idf that the sentence, and that the sentence
        with its paragraph and title, holds, each 0 to 1.
    margin
        share of its score by which the first hit leads the second, 0 to 1.
    """
    z = INTERCEPT + COVERED * evidence.covered + NEARBY * evidence.covered_nearby + MARGIN * margin
    return 1 / (1 + math.exp(-z))
