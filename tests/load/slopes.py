"""How fast a quantity grows, with an error that samples close together do not make small."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

__all__ = ["Slope", "slope"]

# Neighbouring samples of memory say the same thing twice; means over so many blocks hardly do.
BLOCKS = 20


@dataclass(frozen=True, slots=True)
class Slope:
    """A rise.

    Attributes:
        value: units of the quantity an hour.
        error: standard error, in the same unit.
    """

    value: float
    error: float


def slope(seconds: Sequence[float], quantities: Sequence[float]) -> Slope:
    """Fit a line through the means of up to 20 blocks of samples, by least squares.

    Parameters
    ----------
    seconds
        when each sample was taken, rising.
    quantities
        what it was; fewer than three samples have no slope.

    Examples
    --------
    A megabyte every half hour is two an hour:

    >>> slope([0.0, 1800.0, 3600.0], [10.0, 11.0, 12.0])
    Slope(value=2.0, error=0.0)
    """
    if len(seconds) < 3:
        return Slope(math.nan, math.nan)
    hours = _blocks([second / 3600 for second in seconds])
    means = _blocks(quantities)
    middle, level = fmean(hours), fmean(means)
    spread = sum((hour - middle) ** 2 for hour in hours)
    pairs = list(zip(hours, means, strict=True))
    value = sum((hour - middle) * (mean - level) for hour, mean in pairs) / spread
    left = sum((mean - level - value * (hour - middle)) ** 2 for hour, mean in pairs)
    return Slope(value, math.sqrt(left / (len(pairs) - 2) / spread))


def _blocks(samples: Sequence[float]) -> list[float]:
    n_blocks = min(BLOCKS, len(samples))
    edges = [place * len(samples) // n_blocks for place in range(n_blocks + 1)]
    return [fmean(samples[edges[n] : edges[n + 1]]) for n in range(n_blocks)]
