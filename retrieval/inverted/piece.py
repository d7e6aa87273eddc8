"""A stretch of the index, inverted, as small as it can be while it waits for the others."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.bounding import Entries
from retrieval.inverted.inverting import Occurrences
from retrieval.inverted.postings import FULL, PASSAGE_BITS
from retrieval.ragged import offsets, smallest

__all__ = ["Piece"]

Numbers = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch, inverted.

    Attributes:
        terms: (n,) int32 the terms that it has entries of, ascending.
        n_entries, n_postings: (n,) how many of each.
        top: (n,) float32 the most that each adds in a sentence of the stretch.
        section: of each entry, by term, within the stretch.
        near, wide, mask, size: of each entry, as in `Entries`.
        posting: uint8 of each term and passage, as in `Postings`.
        many: the postings with a count of `FULL` or more, ascending.
        counts: those counts.
        first_section: number of its first section.
    """

    terms: NDArray[np.int32]
    n_entries: Numbers
    n_postings: Numbers
    top: NDArray[np.float32]
    section: Numbers
    near: NDArray[np.float32]
    wide: NDArray[np.float32]
    mask: NDArray[np.uint8]
    size: NDArray[np.uint8]
    posting: NDArray[np.uint8]
    many: NDArray[np.int64]
    counts: Numbers
    first_section: int

    @property
    def last_section(self) -> int:
        """Number of the last section with an entry."""
        return self.first_section + int(self.section.max(initial=0))

    def most(self, name: str) -> NDArray[np.float32]:
        """Return (n,) the largest bound of each term: top, near or wide."""
        if name == "top":
            return self.top
        return _most(getattr(self, name), offsets(self.n_entries)[:-1])

    @classmethod
    def of(
        cls, entries: Entries, found: Occurrences, place: NDArray[np.uint8], first_section: int
    ) -> "Piece":
        """Make the piece of a stretch.

        Parameters
        ----------
        entries
            of the stretch.
        found
            the terms of its passages.
        place
            (n_passages,) uint8 number of each passage within its section.
        first_section
            number of its first section.
        """
        first = np.flatnonzero(np.diff(entries.term, prepend=-1))
        terms = entries.term[first]
        n_postings = np.zeros(len(terms), np.int32)
        n_postings[np.searchsorted(terms, found.terms)] = found.sizes
        full = np.flatnonzero(found.counts >= FULL)
        held = np.minimum(found.counts, FULL).astype(np.uint8) - np.uint8(1)
        return cls(
            terms=terms,
            n_entries=smallest(np.diff(first, append=len(entries.term))),
            n_postings=smallest(n_postings),
            top=_most(entries.top, first),
            section=smallest(entries.section),
            near=entries.near,
            wide=entries.wide,
            mask=entries.mask,
            size=entries.size,
            posting=(held << np.uint8(PASSAGE_BITS)) | place[found.rows],
            many=full,
            counts=found.counts[full],
            first_section=first_section,
        )


def _most(bounds: NDArray[np.float32], first: NDArray[np.int64]) -> NDArray[np.float32]:
    return np.maximum.reduceat(bounds, first) if len(first) else bounds[:0]
