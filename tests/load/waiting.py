"""How long people wait, in a few numbers; whoever gets no answer waits for ever."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tests.load.ledger import NEVER

__all__ = ["Waiting", "quantile", "summed_up"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Milliseconds from the question being visible to its answer being sent.

    Attributes:
        n_asked: questions.
        n_answered: those with an answer.
        p50, p95, p99, longest: quantiles over all questions; infinite where too few are answered.
    """

    n_asked: int
    n_answered: int
    p50: float
    p95: float
    p99: float
    longest: float

    @property
    def share(self) -> float:
        """Part of the questions that were answered, 0 to 1; 1 where nobody asked."""
        return self.n_answered / self.n_asked if self.n_asked else 1.0


def summed_up(waits: Sequence[float]) -> Waiting:
    """Sum up waits in seconds, sorted, `NEVER` for no answer."""
    n_answered = sum(wait < NEVER for wait in waits)
    quantiles = (1000 * quantile(waits, share) for share in (0.5, 0.95, 0.99, 1.0))
    return Waiting(len(waits), n_answered, *quantiles)


def quantile(sorted_values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least such a share of the values do not exceed.

    Examples
    --------
    >>> quantile([1.0, 2.0, 3.0, 4.0], 0.5), quantile([1.0, 2.0, 3.0, 4.0], 0.51)
    (2.0, 3.0)
    """
    if not sorted_values:
        return math.nan
    return sorted_values[max(0, math.ceil(share * len(sorted_values)) - 1)]
