"""TF-IDF: what the occurrences of a term in a field are worth."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from retrieval.fields import Field

__all__ = ["impacts"]


def impacts(
    counts: sparse.csr_array, rarity: NDArray[np.float32], field: Field
) -> sparse.csc_array:
    """Turn counts into points per term and unit.

    BM25 without its constant factor: idf tf / (tf + k1 (1 - b + b length / mean length)), so that
    a term gives a field at most its idf.

    Parameters
    ----------
    counts
        (n_units, n_terms) occurrences.
    rarity
        (n_terms,) idf of each term.
    field
        gives k1, b and the factor of the field.

    Returns
    -------
    (n_units, n_terms) float32, above 0 where the count is.
    """
    by_term = sparse.csc_array(counts)
    lengths = np.asarray(by_term.sum(axis=1), np.float64).ravel()
    relative = lengths / max(float(lengths.mean()), 1.0) if len(lengths) else lengths
    k1, b = field.saturation, field.length_penalty
    norms = k1 * (1 - b + b * relative)
    tf = by_term.data.astype(np.float64)
    term = np.repeat(np.arange(by_term.shape[1]), np.diff(by_term.indptr))
    points = field.weight * rarity[term] * tf / (tf + norms[by_term.indices])
    places = (by_term.indices, by_term.indptr)
    return sparse.csc_array((points.astype(np.float32), *places), shape=by_term.shape)
