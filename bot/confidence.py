"""The probability that a first quote answers its question, from what it covers of it."""

import math

from retrieval.evidence import Evidence

__all__ = ["SPEAK_FROM", "confidence"]

# Below this probability Quoth declines.
SPEAK_FROM = 0.5

# Weights of a logistic regression, see tests/quality/fit_confidence.py.
INTERCEPT = -4.0
SENTENCE = 2.0
NEARBY = 3.0
DOCUMENT = 2.0


def confidence(evidence: Evidence) -> float:
    """Return 1 / (1 + exp(-z)), z linear in the shares of the question's idf that are covered."""
    z = (
        INTERCEPT
        + SENTENCE * evidence.covered
        + NEARBY * evidence.covered_nearby
        + DOCUMENT * evidence.covered_in_document
    )
    return 1 / (1 + math.exp(-z))
