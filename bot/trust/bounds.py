"""Exact bounds on how often answers are right, from how often they were."""

import math
from functools import cache

__all__ = ["lower_bound", "next_as_good"]

# Terms of a sum that are smaller than this do not change it.
NEGLIGIBLE = 1e-18


def lower_bound(n: int, errors: int, confidence: float) -> float:
    """Return the precision that holds with a confidence, by Clopper and Pearson.

    It is 1 - u with u the error rate at which so few errors have the probability 1 - confidence:
    the sum over k <= errors of C(n, k) u^k (1 - u)^(n - k), a beta distribution's.

    Parameters
    ----------
    n
        answers given, 0 or more.
    errors
        how many of them were wrong, 0 to n.
    confidence
        such as 0.95.

    >>> round(lower_bound(29, 0, 0.95), 4), round(0.05 ** (1 / 29), 4), lower_bound(0, 0, 0.95)
    (0.9019, 0.9019, 0.0)
    """
    if errors >= n:
        return 0.0
    # Imported where it is used: only a calibration pays for it.
    from scipy.special import betaincinv

    return float(betaincinv(n - errors, errors + 1, 1 - confidence))


@cache
def next_as_good(n: int, errors: int, precision: float) -> float:
    """Return how likely so few errors are by luck, were the next n answers to break a promise.

    Of 2 n answers, in an order that means nothing, the first n hold `errors` wrong ones and the
    next n the fewest that break the promise, floor(n (1 - precision)) + 1. The probability that the
    first n hold so few of all these is hypergeometric: sum over k <= errors of
    C(n, k) C(n, all - k) / C(2 n, all). A promise made only where it is 0.05 or less is broken by
    the next n answers in at most one of twenty cases, whatever the true precision.

    >>> round(next_as_good(40, 0, 0.9), 4), round(next_as_good(3, 0, 0.9), 4)
    (0.0274, 0.5)
    """
    broken = math.floor(n * (1 - precision) + 1e-9) + 1
    if broken > n:
        return 1.0
    # Both halves are alike, so that the chance of many errors in one is that of few in the other.
    if errors < broken:
        return _tail(n, errors, errors + broken)
    return 1.0 - _tail(n, broken - 1, errors + broken)


def _tail(n: int, most: int, total: int) -> float:
    """Return the probability that n of 2 n answers hold at most so many of all errors."""
    if most < max(0, total - n):
        return 0.0
    ways = _log_choose(n, most) + _log_choose(n, total - most) - _log_choose(2 * n, total)
    terms = [math.exp(ways)]
    for k in range(most, max(0, total - n), -1):
        # C(n, k - 1) C(n, total - k + 1) over C(n, k) C(n, total - k).
        terms.append(terms[-1] * k * (n - total + k) / ((n - k + 1) * (total - k + 1)))
        if terms[-1] < NEGLIGIBLE:
            break
    return math.fsum(terms)


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
