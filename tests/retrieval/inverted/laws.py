"""What searches and bounds hold to, whatever engine makes them."""

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.bounds import Bounds
from retrieval.inverted.points import Points
from retrieval.inverted.search import Engine, search
from tests.retrieval.inverted.making import Made

__all__ = ["ALL", "Pairs", "assert_bounded", "everything", "found", "pairs"]

# More than any corpus here has passages.
ALL = 1 << 20

# Passages and their points, best first.
Pairs = list[tuple[int, float]]


def pairs(points: Points) -> Pairs:
    """Return passages with their points."""
    return list(zip(points.passages.tolist(), points.total.tolist(), strict=True))


def found(
    engine: Engine,
    made: Made,
    question: list[str],
    limit: int,
    allowed: NDArray[np.bool_] | None = None,
) -> Pairs:
    """Return what a search finds."""
    return pairs(search(engine, made.scorer.passages, made.wanted(*question), limit, allowed))


def everything(made: Made, question: list[str], allowed: NDArray[np.bool_] | None = None) -> Pairs:
    """Return all that has points: every passage is scored, and all of them are sorted."""
    passages = made.scorer.passages
    points = made.points(made.wanted(*question))
    documents = passages.document_of(points.passages)
    rows = [
        (-total, -made.texts[document].day, passage - int(passages.first[document]), document)
        for (passage, total), document in zip(pairs(points), documents.tolist(), strict=True)
        if allowed is None or allowed[document]
    ]
    return [
        (int(passages.first[document]) + sentence, -total)
        for total, _, sentence, document in sorted(rows)
    ]


def assert_bounded(bounds: Bounds, made: Made, question: list[str], limit: int) -> None:
    """Check that no passage has more points than its section's bound, and the floor's promise."""
    points = made.points(made.wanted(*question))

    most = bounds.most.astype(np.float64)[made.scorer.passages.section_of(points.passages)]
    assert ((points.total <= most) | (points.total < bounds.floor)).all()
    best = np.sort(points.total)[::-1]
    assert 0 <= bounds.floor <= (best[limit - 1] if 0 < limit <= len(best) else 0)
