"""The texts of an index as rows of forms, for reading candidates closely."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.forward import kinds, varints
from retrieval.forward.pieces import Pieces
from retrieval.ragged import entries
from retrieval.storage import Stored
from retrieval.vocabulary import Vocabulary

__all__ = ["ROWS", "Forward"]

ROWS = "rows.varint"

Numbers = NDArray[np.integer[Any]]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Forward:
    """Rows of forms: first the passages, then the titles.

    Attributes:
        encoded: (n_bytes,) uint8 form numbers as `varints`, row after row.
        offsets: (n_rows + 1,) where the bytes of each row begin.
        marks: (n_passages,) uint8 bits by `marks.MARKS`.
        terms: (n_forms,) int32 number of each form's first term; stop words, by `tables.STOPS`,
            follow behind the terms; -1 for a form without a term.
        words: (n_forms,) number of the word whose pieces a form has.
        kinds: what kinds of words the forms are.
        term_is_name: (n_terms,) whether a term is written as a name more often than not.
        stop_idf: (n_stops,) float32 rarity of the stop words among the passages.
        pieces: the pieces of the words.
        names: the forms' keys by number.
    """

    encoded: NDArray[np.uint8]
    offsets: Numbers
    marks: NDArray[np.uint8]
    terms: NDArray[np.int32]
    words: Numbers
    kinds: kinds.Tables
    term_is_name: NDArray[np.bool_]
    stop_idf: NDArray[np.float32]
    pieces: Pieces
    names: Vocabulary

    @classmethod
    def open(cls, stored: Stored) -> "Forward":
        """Open the rows of a generation."""
        arrays = stored.arrays
        return cls(
            encoded=np.frombuffer(stored.blobs[ROWS], np.uint8),
            offsets=arrays["row_offsets"],
            marks=arrays["row_marks"],
            terms=arrays["form_term"],
            words=arrays["form_word"],
            kinds=kinds.Tables(arrays["form_kinds"], arrays["form_context"]),
            term_is_name=arrays["term_is_name"],
            stop_idf=arrays["stop_idf"],
            pieces=Pieces.open(stored),
            names=Vocabulary(stored, "form"),
        )

    def read(self, rows: Numbers) -> tuple[NDArray[np.int32], Places]:
        """Return the form number of every word of some rows, and the place of its row among them.

        Parameters
        ----------
        rows
            (m,) rows to read, in this order; the same row may come again.
        """
        place, row = entries(self.offsets, rows)
        encoded = self.encoded[place]
        return varints.decode(encoded), row[varints.last_bytes(encoded)]

    def keys(self) -> list[str]:
        """Return the forms' keys by number."""
        return self.names.terms()
