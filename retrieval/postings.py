"""An inverted list per term: which units of a field hold it, and with how many points."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retrieval.storage import Stored

if TYPE_CHECKING:
    # Only building needs scipy, and it takes a while to load.
    from scipy import sparse

__all__ = ["Postings", "pack"]


def pack(name: str, impacts: "sparse.csc_array") -> Stored:
    """Pack a field's impacts (n_units, n_terms) under the field's name."""
    arrays = {
        f"{name}_indptr": impacts.indptr.astype(np.int64),
        f"{name}_units": impacts.indices.astype(np.int32),
        f"{name}_impacts": impacts.data.astype(np.float32),
    }
    return Stored(arrays, {}, {})


class Postings:
    """The inverted lists of one field.

    Parameters
    ----------
    stored
        a generation that holds what `pack` made.
    name
        the field's name.
    n_units
        number of units in the field.
    """

    def __init__(self, stored: Stored, name: str, n_units: int) -> None:
        self.n_units = n_units
        self._indptr = stored.arrays[f"{name}_indptr"]
        self._units = stored.arrays[f"{name}_units"]
        self._impacts = stored.arrays[f"{name}_impacts"]

    def scores(self, terms: Iterable[int]) -> NDArray[np.float32]:
        """Sum the impacts of terms for every unit.

        Parameters
        ----------
        terms
            term numbers, no two alike; added up in ascending order.

        Returns
        -------
        (n_units,) 0 or more.
        """
        total = np.zeros(self.n_units, np.float32)
        for term in sorted(terms):
            units, impacts = self._list(term)
            total[units] += impacts
        return total

    def holders(self, term: int) -> NDArray[np.int32]:
        """Return the units that hold a term, ascending."""
        return self._list(term)[0]

    def impact(self, term: int, unit: int) -> float:
        """Return a term's points in one unit, 0.0 where it does not occur."""
        units, impacts = self._list(term)
        place = int(np.searchsorted(units, unit))
        return float(impacts[place]) if place < len(units) and units[place] == unit else 0.0

    def _list(self, term: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        start, end = self._indptr[term : term + 2]
        return self._units[start:end], self._impacts[start:end]
