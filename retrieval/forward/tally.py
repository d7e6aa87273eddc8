"""Counts rows of forms while an index is built, stretch by stretch."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from retrieval.forward.kinds import KINDS, NAMES, Tables, kinds
from retrieval.forward.tables import STOPS
from retrieval.ragged import offsets
from retrieval.storage import Stored
from retrieval.weighting import idf

__all__ = ["MEANS", "Tally"]

MEANS = (
    "sentence terms",
    "sentence pieces",
    "paragraph terms",
    "paragraph pairs",
    "paragraph pieces",
)
NAME_KINDS = np.isin(np.arange(len(KINDS)), [KINDS.index(kind) for kind in NAMES])
OPENING = KINDS.index("first word")

Numbers = NDArray[np.integer[Any]]
Places = NDArray[np.int64]


class Tally:
    """Counts that grow with the forms, terms and pieces of an index, not with its passages.

    Parameters
    ----------
    stored
        what `tables.pack` made.
    n_terms
        number of terms in the index.
    """

    def __init__(self, stored: Stored, n_terms: int) -> None:
        arrays = stored.arrays
        self._n_terms = n_terms
        self._terms = arrays["form_term"]
        self._words = arrays["form_word"]
        self._by_form = Tables(arrays["form_kinds"], arrays["form_context"])
        self._pieces = _pieces(stored)
        self._n_pieces = np.diff(arrays["word_piece_offsets"].astype(np.int64))
        self._n_passages = 0
        self._totals = dict.fromkeys(("terms", "pairs", "pieces"), 0)
        self._stop_holders = np.zeros(len(STOPS), np.int64)
        self._piece_holders = np.zeros(self._pieces.shape[1], np.int64)
        self._mentions = np.zeros(n_terms, np.int64)
        self._as_name = np.zeros(n_terms, np.int64)

    def add(self, forms: Numbers, lengths: Numbers) -> None:
        """Count passages.

        Parameters
        ----------
        forms
            form numbers, passage after passage.
        lengths
            (n,) words of each passage.
        """
        starts = offsets(lengths)
        term = self._terms[forms]
        row = np.repeat(np.arange(len(lengths)), lengths)
        self._n_passages += len(lengths)
        self._count_lengths(term, row)
        self._hold(forms, term, row, starts)
        self._count_names(forms, term, starts)

    def add_titles(self, forms: Numbers, lengths: Numbers) -> None:
        """Count titles, which only say how words are written."""
        self._count_names(forms, self._terms[forms], offsets(lengths))

    def stored(self) -> Stored:
        """Return what was counted.

        Arrays: `piece_idf` (n_pieces,) and `stop_idf` (n_stops,) float32, among the passages;
        `term_is_name` (n_terms,) bool, whether a term is written as a name more often than not.
        """
        arrays = {
            "piece_idf": idf(self._piece_holders, self._n_passages),
            "stop_idf": idf(self._stop_holders, self._n_passages),
            "term_is_name": 2 * self._as_name > self._mentions,
        }
        return Stored(arrays, {}, {})

    def means(self, n_paragraphs: int) -> dict[str, float]:
        """Return mean lengths, above 0, by name in `MEANS`; 1 stands in for 0."""
        units = {"sentence": self._n_passages, "paragraph": n_paragraphs}
        mean = {
            f"{unit} {what}": total / max(n, 1)
            for unit, n in units.items()
            for what, total in self._totals.items()
        }
        return {name: mean[name] or 1.0 for name in MEANS}

    def _count_lengths(self, term: NDArray[np.int32], row: Places) -> None:
        """Count words that are no stop words, and neighbours that are not both stop words."""
        is_stop = term >= self._n_terms
        is_pair = (row[1:] == row[:-1]) & ~(is_stop[1:] & is_stop[:-1])
        self._totals["terms"] += int(np.count_nonzero(~is_stop))
        self._totals["pairs"] += int(np.count_nonzero(is_pair))

    def _hold(self, forms: Numbers, term: NDArray[np.int32], row: Places, starts: Places) -> None:
        """Count the passages that hold each stop word and each piece."""
        is_stop = term >= self._n_terms
        is_held = np.zeros((len(starts) - 1, len(STOPS)), np.bool_)
        is_held[row[is_stop], term[is_stop] - self._n_terms] = True
        self._stop_holders += np.count_nonzero(is_held, axis=0)
        words = self._words[forms]
        self._totals["pieces"] += int(self._n_pieces[words].sum())
        # A product lists each piece of a row once.
        pieces = (_matrix(words, starts, self._pieces.shape[0]) @ self._pieces).indices
        self._piece_holders += np.bincount(pieces, minlength=self._pieces.shape[1])

    def _count_names(self, forms: Numbers, term: NDArray[np.int32], starts: Places) -> None:
        """Count how words are written; what opens a sentence has its capital from there."""
        kind = kinds(forms, starts[:-1], self._by_form)
        counted = (term >= 0) & (term < self._n_terms) & (kind != OPENING)
        named = counted & NAME_KINDS[kind]
        self._mentions += np.bincount(term[counted], minlength=self._n_terms)
        self._as_name += np.bincount(term[named], minlength=self._n_terms)


def _pieces(stored: Stored) -> sparse.csr_array:
    """Return (n_words, n_pieces) which pieces each word holds."""
    pieces = stored.arrays["word_pieces"]
    starts = stored.arrays["word_piece_offsets"]
    return _matrix(pieces, starts, len(stored.arrays["piece_offsets"]) - 1)


def _matrix(columns: Numbers, starts: Numbers, n_columns: int) -> sparse.csr_array:
    """Return (n_rows, n_columns) which columns each row holds."""
    ones = np.ones(len(columns), np.bool_)
    parts = (ones, columns.astype(np.int32), starts.astype(np.int32))
    return sparse.csr_array(parts, shape=(len(starts) - 1, n_columns))
