"""Whether two exact engines find the same: scores always, sentences where no tie decides."""

import math
from collections.abc import Sequence
from itertools import pairwise

from tests.benchmarks.engines import Hit

__all__ = ["TOLERANCE", "agree", "n_differing"]

TOLERANCE = 1e-4
"""Relative difference below which two scores are taken for the same: single precision adds up
to about a millionth."""


def agree(one: Sequence[Hit], other: Sequence[Hit], limit: int) -> bool:
    """Say whether two engines' hits are the same, best first.

    Sentences of the same score come in any order, and any of those that share the last place
    may be left out.

    >>> agree([(7, 2.0), (3, 1.0), (4, 1.0)], [(7, 2.0), (4, 1.0), (3, 1.0)], 10)
    True
    >>> agree([(7, 2.0), (3, 1.0)], [(7, 2.0), (4, 1.0)], 2)
    True
    >>> agree([(7, 2.0), (3, 1.0)], [(7, 2.0), (4, 1.0)], 10)
    False
    """
    if len(one) != len(other):
        return False
    if not all(_same(mine, its) for (_, mine), (_, its) in zip(one, other, strict=True)):
        return False
    return all(
        {number for number, _ in one[start:end]} == {number for number, _ in other[start:end]}
        for start, end in _groups(one)
        if end < limit
    )


def n_differing(
    ones: Sequence[Sequence[Hit]], others: Sequence[Sequence[Hit]], limit: int
) -> tuple[int, int]:
    """Return how many questions both engines answered, and on how many they differ."""
    pairs = list(zip(ones, others, strict=False))
    return len(pairs), sum(not agree(one, other, limit) for one, other in pairs)


def _groups(hits: Sequence[Hit]) -> list[tuple[int, int]]:
    """Return the first and one past the last place, from 0, of each run of equal scores."""
    starts = [
        place
        for place in range(len(hits))
        if not place or not _same(hits[place - 1][1], hits[place][1])
    ]
    return list(pairwise([*starts, len(hits)]))


def _same(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=TOLERANCE)
