"""The probability that a first quote answers its question."""

from collections.abc import Sequence

from bot.trust.model import Model, shipped
from bot.trust.signals import signals, signals_of_scores
from retrieval.analysis import ENGLISH
from retrieval.evidence import Evidence
from retrieval.hits import Hit, Query
from retrieval.index import Index

__all__ = ["confidence"]


def confidence(
    index: Index,
    query: Query,
    evidence: Evidence,
    hits: Sequence[Hit],
    model: Model | None = None,
) -> float:
    """Return the probability, 0 to 1, that the first hit answers the question.

    Parameters
    ----------
    index
        what was searched.
    query
        what was asked.
    evidence
        where the first hit holds the question's terms.
    hits
        best first, at least one.
    model
        the one that ships where None.
    """
    used = model or shipped()
    if query.language in ENGLISH and index.language in ENGLISH:
        return used.english.probability(signals(index, query, evidence, hits, used.usual))
    return used.other.probability(signals_of_scores(evidence, hits))
