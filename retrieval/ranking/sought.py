"""A question by the numbers that an index gives its words, pairs and pieces."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.forward.tables import STOPS
from retrieval.ragged import numbered

__all__ = ["Sought"]

Places = NDArray[np.int64]
Table = NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Sought:
    """What to find in rows of words, as tables to look places up in.

    Attributes:
        n_terms: number of terms in the index; larger numbers are stop words.
        place_of_term: (n_terms + n_stops + 1,) place from 1 of each term among the question's
            words, 0 for another; the last is of a word without a term.
        place_of_piece: (n_pieces of the index,) the same of its pieces.
        pair_of: (n_words, n_words) number of the pair that two words of the question make, -1 where
            they make none.
        n_pairs, n_pieces: how many the question has; words are as many as `pair_of` has rows.
    """

    n_terms: int
    place_of_term: Table
    place_of_piece: Table
    pair_of: Places
    n_pairs: int
    n_pieces: int

    @classmethod
    def of(
        cls,
        terms: Places,
        pairs: tuple[tuple[int, int], ...],
        pieces: Places,
        *,
        n_terms: int,
        n_pieces: int,
    ) -> "Sought":
        """Lay out a question.

        Parameters
        ----------
        terms
            (n_words,) term number of each word of the question, -1 where the index has none.
        pairs
            the question's pairs, as positions in `terms`.
        pieces
            (n_pieces,) the question's pieces, ascending.
        n_terms, n_pieces
            how many the index has.
        """
        known = np.flatnonzero(terms >= 0)
        # Of the smallest type, so that the nearest memory holds it.
        place_of_term = np.zeros(n_terms + len(STOPS) + 1, np.min_scalar_type(len(terms)))
        place_of_term[terms[known]] = known + 1
        pair_of = np.full((len(terms), len(terms)), -1, np.int64)
        for number, pair in enumerate(pairs):
            pair_of[pair] = number
        return cls(
            n_terms, place_of_term, numbered(pieces, n_pieces), pair_of, len(pairs), len(pieces)
        )

    @property
    def n_words(self) -> int:
        """Number of distinct words."""
        return len(self.pair_of)

    def hits(self, terms: NDArray[np.int32]) -> Places:
        """Return the position of each term among the question's words, -1 for another."""
        return self.place_of_term.take(terms).astype(np.int64) - 1
