"""IDF: how much a term is worth by its rarity."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["idf"]


def idf(frequencies: NDArray[np.number], n_units: int | NDArray[np.integer]) -> NDArray[np.float32]:
    """Weigh terms by rarity: ln(1 + (N - n + 0.5) / (n + 0.5)), always above zero.

    Source: Robertson and Walker's weight with the 1 added inside the logarithm, as Lucene has it,
    so that a term held by every unit still counts.

    Parameters
    ----------
    frequencies
        (n_terms,) number of units that hold each term, 0 to n_units.
    n_units
        number of units.

    >>> idf(np.array([1, 2]), 2).round(3)
    array([0.693, 0.182], dtype=float32)
    """
    held = frequencies.astype(np.float64)
    return np.log1p((n_units - held + 0.5) / (held + 0.5)).astype(np.float32)
