"""The inverted lists of a generation, read."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.ragged import spans
from retrieval.storage import Stored

__all__ = ["FULL", "SPAN", "Postings"]

Numbers = NDArray[np.integer[Any]]
Places = NDArray[np.int64]

# Entries whose postings are found by one absolute place and their distance from it.
SPAN = 64
# A posting is a byte: six bits for the passage within its section, two for how often it holds the
# term: once, twice, three times, or as often as a list of its own says.
PASSAGE_BITS = 6
FULL = 4


@dataclass(frozen=True, slots=True)
class Postings:
    """Entries and postings, term after term.

    Attributes:
        first_entry: (n_terms + 1,) first entry of each term.
        section: (n_entries,) section of each entry, ascending within a term.
        near: (n_entries,) uint8, what the term can add by paragraphs to passages in the eighths of
            `mask`, in 255ths of `near_scale`.
        wide: (n_entries,) uint8, what it can add to any passage of the section by its document, its
            title, or a long paragraph, in 255ths of `wide_scale`.
        mask: (n_entries,) uint8, bits of eighths of the section.
        top_scale: (n_terms,) float32, the most that a term can add by a sentence anywhere.
        near_scale, wide_scale: (n_terms,) float32, the same of `near` and `wide`.
        base: first posting of every `SPAN`th entry.
        start: (n_entries + 1,) uint16 distance of an entry's first posting from its `base`.
        posting: uint8, the passages that hold the term, ascending within an entry.
        many: postings with a count of `FULL` or more, ascending.
        counts: those counts.
        first_title: (n_terms + 1,) first title of each term.
        title: documents whose title holds the term, ascending within a term.
        title_count: how often it does.
    """

    first_entry: Numbers
    section: Numbers
    near: NDArray[np.uint8]
    wide: NDArray[np.uint8]
    mask: NDArray[np.uint8]
    top_scale: NDArray[np.float32]
    near_scale: NDArray[np.float32]
    wide_scale: NDArray[np.float32]
    base: Numbers
    start: NDArray[np.uint16]
    posting: NDArray[np.uint8]
    many: Numbers
    counts: Numbers
    first_title: Numbers
    title: Numbers
    title_count: Numbers

    @classmethod
    def open(cls, stored: Stored) -> "Postings":
        """Read the lists from a generation."""
        arrays = stored.arrays
        return cls(**{name: arrays[f"inverted_{name}"] for name in cls.__slots__})

    def store(self) -> Stored:
        """Return the lists under the names that `open` reads."""
        return Stored({f"inverted_{n}": getattr(self, n) for n in self.__slots__}, {}, {})

    def entries(self, term: int) -> tuple[int, int]:
        """Return the first entry of a term, and one past its last."""
        return int(self.first_entry[term]), int(self.first_entry[term + 1])

    def size(self, term: int) -> int:
        """Return how many passages hold a term."""
        first, last = self.first_posting(np.array(self.entries(term)))
        return int(last - first)

    def entries_in(self, term: int, sections: Places) -> tuple[Places, Places]:
        """Return a term's entries in some sections, and which of the sections they are of.

        Parameters
        ----------
        term
            a term's number.
        sections
            ascending, no two alike.
        """
        first, last = self.entries(term)
        listed = self.section[first:last]
        # A common term is in every section: its entries are numbered as these are.
        if len(listed) and listed[-1] == len(listed) - 1:
            held = np.arange(np.searchsorted(sections, len(listed)))
            return first + sections[held], held
        place = np.searchsorted(listed, sections.astype(listed.dtype))
        held = np.flatnonzero(place < len(listed))
        held = held[listed[place[held]] == sections[held]]
        return first + place[held], held

    def entries_at(self, term: int, slots: NDArray[np.int32]) -> tuple[Places, Places]:
        """Return what `entries_in` does, by looking at every entry of the term.

        Parameters
        ----------
        term
            a term's number.
        slots
            (n_sections,) place of each section among the wanted ones, -1 for others.
        """
        first, last = self.entries(term)
        slot = slots[self.section[first:last]]
        held = np.flatnonzero(slot >= 0)
        return first + held, slot[held].astype(np.int64)

    def entries_between(self, term: int, low: Places, high: Places) -> tuple[Places, Places]:
        """Return a term's first entry in ranges of sections, and one past the last.

        Parameters
        ----------
        term
            a term's number.
        low, high
            (n,) first and last section of each range.
        """
        first, last = self.entries(term)
        listed = self.section[first:last]
        begin = first + np.searchsorted(listed, low.astype(listed.dtype))
        return begin, first + np.searchsorted(listed, high.astype(listed.dtype), "right")

    def first_posting(self, entry: Places) -> Places:
        """Return the first posting of entries; for one past the last, the number of postings."""
        return self.base[entry // SPAN].astype(np.int64) + self.start[entry]

    def read(self, entry: Places) -> tuple[Places, Places, Places]:
        """Read the postings of entries.

        Returns
        -------
        which of the entries each is of, its passage within the section, how often it holds the term
        """
        begin = self.first_posting(entry)
        place, which = spans(begin, self.first_posting(entry + 1))
        byte = self.posting[place]
        count = (byte >> PASSAGE_BITS).astype(np.int64) + 1
        full = np.flatnonzero(count == FULL)
        if len(full):
            listed = np.searchsorted(self.many, place[full].astype(self.many.dtype))
            count[full] = self.counts[listed]
        return which, (byte & ((1 << PASSAGE_BITS) - 1)).astype(np.int64), count

    def titles_in(self, term: int, documents: Places) -> tuple[Places, Places]:
        """Return which of some documents hold a term in their title, and how often.

        Parameters
        ----------
        term
            a term's number.
        documents
            ascending, no two alike.
        """
        first, last = int(self.first_title[term]), int(self.first_title[term + 1])
        listed = self.title[first:last]
        place = np.searchsorted(listed, documents.astype(listed.dtype))
        held = np.flatnonzero(place < len(listed))
        held = held[listed[place[held]] == documents[held]]
        return held, self.title_count[first + place[held]].astype(np.int64)
