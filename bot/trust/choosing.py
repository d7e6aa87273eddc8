"""The lowest threshold at which a promised precision holds, chosen so that the choice is no cheat.

Thresholds are tested from the strictest down, each on the answers it lets through, and the first
that fails ends it: fixed-sequence testing, as in Angelopoulos, Bates, Candès, Jordan and Lei,
"Learn then Test: Calibrating Predictive Algorithms to Achieve Risk Control" (2021). As nothing is
tested after a failure, the level of all tests together is that of one.

Why it holds. The thresholds are fixed beforehand. Given how many answers one lets through, the
errors among them are binomial. Where precision does not fall as the threshold rises, the thresholds
at which a promise is false are the lowest ones, and a false promise is made only if the first of
these to be tested passes, which has a probability of at most `LEVEL`. Where testing starts depends
on numbers of answers alone. If it starts above the first false threshold, that changes nothing; if
below, every kind of answer let through errs at least as often as the test supposes.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from bot.trust.bounds import lower_bound, next_as_good

__all__ = [
    "CONFIDENCE",
    "LEVEL",
    "THRESHOLDS",
    "Choice",
    "Judged",
    "Shortfall",
    "choose_threshold",
]

CONFIDENCE = 0.95
LEVEL = 1 - CONFIDENCE
# What answers not seen come to is tested at half the level: the promise is broken at a threshold
# that was lucky here and unlucky there, and of many thresholds the lowest that passes is lucky.
UNSEEN_LEVEL = LEVEL / 2
# Odds of e to the sixth down to e to the minus sixth, in steps of a fiftieth in the exponent.
THRESHOLDS = tuple(round(1 / (1 + math.exp(-step / 50)), 4) for step in range(300, -301, -1))
# Testing starts with at least a tenth of the questions, as among fewer chance decides, and waits
# for no more than a quarter where it can do with so few.
EARLIEST, LATEST = 10, 4

# A confidence, and whether the answer was right.
Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Choice:
    """A threshold and what it rests on.

    Attributes:
        threshold: least confidence to answer with.
        n: answers given at it.
        errors: how many of them were wrong.
        bound: precision that holds with a confidence of 95 %, by Clopper and Pearson.
    """

    threshold: float
    n: int
    errors: int
    bound: float


@dataclass(frozen=True, slots=True)
class Shortfall:
    """No threshold can be promised; attributes as in `Choice`, of the one with the best bound."""

    threshold: float
    n: int
    errors: int
    bound: float


def choose_threshold(answers: Sequence[Judged], precision: float) -> Choice | Shortfall:
    """Return the lowest threshold whose answers are right as often as promised.

    Beyond the binomial bound each test asks that the next as many answers keep the promise too, see
    `bounds.next_as_good`; that is the stricter of the two.

    Parameters
    ----------
    answers
        one a question, unanswerable ones included, whose answers are wrong.
    precision
        what is promised, above 0 and below 1.
    """
    steps = _steps(answers)
    start = _start(len(answers), precision)
    chosen: Choice | None = None
    for n, errors, threshold in steps:
        if n < start:
            continue
        if next_as_good(n, errors, precision) > UNSEEN_LEVEL:
            break
        chosen = Choice(threshold, n, errors, lower_bound(n, errors, CONFIDENCE))
    return chosen or _best(steps)


def _steps(answers: Sequence[Judged]) -> list[tuple[int, int, float]]:
    """Return how many answers each threshold lets through, the errors among them, and itself."""
    surest = sorted(answers, reverse=True)
    errors = [0, *accumulate(not is_right for _, is_right in surest)]
    n_given = [bisect_right(surest, -t, key=lambda answer: -answer[0]) for t in THRESHOLDS]
    return [(n, errors[n], t) for n, t in zip(n_given, THRESHOLDS, strict=True)]


def _start(n_questions: int, precision: float) -> int:
    """Return how many answers the first test waits for.

    They are enough to afford half the errors allowed, or a quarter of the questions, but no fewer
    than pass without any error.
    """
    enough = min(_affordable((1 - precision) / 2, precision), n_questions // LATEST)
    return max(_affordable(0.0, precision), n_questions // EARLIEST, enough)


@cache
def _affordable(rate: float, precision: float) -> int:
    """Return from how many answers on an error rate passes the test.

    Whole errors make a larger number fail now and then where a smaller one passes; a stretch in
    which two errors are allowed more shows that this is over.
    """
    stretch, n, passed = math.ceil(2 / (1 - precision)), 0, 0
    while passed < stretch:
        n += 1
        passes = next_as_good(n, math.ceil(n * rate), precision) <= UNSEEN_LEVEL
        passed = passed + 1 if passes else 0
    return n - stretch + 1


def _best(steps: Sequence[tuple[int, int, float]]) -> Shortfall:
    bounds = [(lower_bound(n, errors, CONFIDENCE), n, errors, t) for n, errors, t in steps]
    bound, n, errors, threshold = max(bounds)
    return Shortfall(threshold, n, errors, bound)
