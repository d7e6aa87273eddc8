"""The passages of a generation that is being made, stretch by stretch."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.building.numbering import Vocabularies
from retrieval.building.spool import Spool
from retrieval.inverted.bounding import Stretch
from retrieval.inverted.inverting import Occurrences, invert
from retrieval.storage import Stored

__all__ = ["Place", "Stretches"]

Places = NDArray[np.int64]

# Passages to work on at once.
CHUNK = 1 << 14


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch stands; all numbers from 0.

    Attributes:
        section, document, last_document: numbers of the first section, and of the first and the
            last document.
        within: (n_passages,) uint8 number of each passage within its section.
    """

    section: int
    document: int
    last_document: int
    within: NDArray[np.uint8]


class Stretches:
    """Reads passages and titles out of a spool; threads may read at the same time.

    Parameters
    ----------
    spool
        closed.
    order
        its documents that are held, in the order of their ids.
    rows
        their sentences.
    units
        where paragraphs, parts and sections begin.
    words
        numbers forms and terms.
    """

    def __init__(
        self, spool: Spool, order: Places, rows: Places, units: Stored, words: Vocabularies
    ) -> None:
        self._spool, self._order, self._rows = spool, order, rows
        self._units, self._words = units.arrays, words
        self._title_size = spool.column("title_size")[order].astype(np.int64)

    def ranges(self) -> Iterator[tuple[int, int]]:
        """Yield first and one past the last passage of stretches of whole sections."""
        borders, begin = self._units["section_first"].astype(np.int64), 0
        while begin < len(self._rows):
            end = int(borders[np.searchsorted(borders, begin + CHUNK, "right") - 1])
            yield begin, end
            begin = end

    def read(self, begin: int, end: int) -> tuple[NDArray[np.int32], Places]:
        """Return the forms of passages, one after the other, and how many each has."""
        rows = self._rows[begin:end]
        lengths = self._spool.column("row_size")[rows].astype(np.int64)
        return self._words.number[self._spool.words(rows)], lengths

    def read_titles(self, first: int, last: int) -> tuple[NDArray[np.int32], Places]:
        """Return the same of the titles of documents from first to before last."""
        forms = self._words.number[self._spool.titles(self._order[first:last])]
        return forms, self._title_size[first:last]

    def invert(self, forms: NDArray[np.int32], lengths: Places) -> tuple[Occurrences, Places]:
        """Return which rows hold which terms, and how many terms each row has."""
        found = invert(forms, lengths, self._words.form_terms, self._words.form_first)
        return found, np.bincount(found.rows, found.counts, len(lengths)).astype(np.int64)

    def layout(self, begin: int, end: int, n_terms: Places) -> tuple[Stretch, Place]:
        """Return the units of some passages, and where they stand among all.

        Parameters
        ----------
        begin, end
            one of `ranges`.
        n_terms
            (n_rows,) terms of each passage of the generation.
        """
        unit = {
            name: self._of_passages(f"{name}_first", begin, end)
            for name in ("paragraph", "part", "section")
        }
        unit["document"] = self._of_passages("first_passage", begin, end)
        stretch = Stretch(
            **{name: numbers - numbers[0] for name, numbers in unit.items()},
            n_terms=n_terms[begin:end].astype(np.float64),
            asks=self._spool.column("asks")[self._rows[begin:end]].astype(np.bool_),
        )
        section_first = self._units["section_first"][unit["section"]].astype(np.int64)
        within = (np.arange(begin, end) - section_first).astype(np.uint8)
        section, document = unit["section"].tolist(), unit["document"].tolist()
        return stretch, Place(section[0], document[0], document[-1], within)

    def _of_passages(self, name: str, begin: int, end: int) -> Places:
        starts = self._units[name]
        return np.searchsorted(starts, np.arange(begin, end, dtype=starts.dtype), "right") - 1
