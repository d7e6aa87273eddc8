"""Which sections a scope leaves."""

import numpy as np
from numpy.typing import NDArray

from retrieval.passages import Passages

__all__ = ["holding"]


def holding(passages: Passages, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return (n_sections,) True where a section holds a passage of an allowed document.

    Parameters
    ----------
    passages
        where they stand.
    allowed
        (n_documents,) which documents may be returned.
    """
    first, last = passages.section_of_document
    # Documents without a passage are told to be in a section even where there is none.
    change = np.zeros(passages.n_sections + 2, np.int64)
    np.add.at(change, first[allowed], 1)
    np.add.at(change, last[allowed] + 1, -1)
    return np.asarray(np.cumsum(change)[: passages.n_sections] > 0)
