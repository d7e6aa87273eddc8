"""Where every passage of a generation stands, and which of two equals comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval import sections
from retrieval.ragged import smallest
from retrieval.storage import Stored

__all__ = ["Passages", "pack"]

Numbers = NDArray[np.integer[Any]]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Passages:
    """The passages in the order of documents and, within one, of sentences.

    Attributes:
        first: (n_documents + 1,) first passage of each document, and one past the last of all.
        paragraph_first: (n_paragraphs + 1,) the same of paragraphs.
        part_first: (n_parts + 1,) the same of documents, long ones cut into parts.
        section_first: (n_sections + 1,) the same of sections.
        asks: (n_passages,) bool, whether it is a question.
        day: (n_documents,) int32 proleptic ordinal of the document's date, 0 where it has none.
    """

    first: Numbers
    paragraph_first: Numbers
    part_first: Numbers
    section_first: Numbers
    asks: NDArray[np.bool_]
    day: NDArray[np.int32]

    @classmethod
    def open(cls, stored: Stored) -> "Passages":
        """Read the table from a generation."""
        arrays = stored.arrays
        return cls(
            first=arrays["first_passage"],
            paragraph_first=arrays["paragraph_first"],
            part_first=arrays["part_first"],
            section_first=arrays["section_first"],
            asks=arrays["passage_asks"],
            day=arrays["document_day"],
        )

    def __len__(self) -> int:
        return len(self.asks)

    @property
    def n_documents(self) -> int:
        """Number of documents."""
        return len(self.first) - 1

    @property
    def n_sections(self) -> int:
        """Number of sections."""
        return len(self.section_first) - 1

    def document_of(self, passages: Numbers) -> Places:
        """Return the document of each passage."""
        return _holder(self.first, passages)

    def paragraph_of(self, passages: Numbers) -> Places:
        """Return the paragraph of each passage, numbered through the whole index."""
        return _holder(self.paragraph_first, passages)

    def part_of(self, passages: Numbers) -> Places:
        """Return the part of each passage."""
        return _holder(self.part_first, passages)

    def section_of(self, passages: Numbers) -> Places:
        """Return the section of each passage."""
        return _holder(self.section_first, passages)

    @cached_property
    def section_of_document(self) -> tuple[Places, Places]:
        """(n_documents,) the first and the last section of each document that has passages."""
        last = np.maximum(self.first[1:].astype(np.int64) - 1, 0)
        return self.section_of(self.first[:-1]), self.section_of(last)

    def precedence(self, passages: Places) -> tuple[Places, Places, Places]:
        """Return keys for `np.lexsort`, last one first: newer, earlier in its document, its id."""
        document = self.document_of(passages)
        sentence = passages - self.first[document].astype(np.int64)
        return document, sentence, -self.day[document].astype(np.int64)

    def of_documents(self, positions: Iterable[int]) -> NDArray[np.bool_]:
        """Return (n_documents,) True for these documents."""
        allowed = np.zeros(self.n_documents, np.bool_)
        allowed[np.fromiter(positions, np.int64)] = True
        return allowed

    def published_by(self, day: date) -> NDArray[np.bool_]:
        """Return (n_documents,) True for the documents dated on or before a day."""
        return np.asarray((self.day > 0) & (self.day <= day.toordinal()))


def pack(first: Places, opens_paragraph: NDArray[np.bool_]) -> Stored:
    """Lay out where units begin: paragraphs, parts, sections.

    A paragraph that stands in two parts of a document counts as two.

    Parameters
    ----------
    first
        (n_documents + 1,) first passage of each document.
    opens_paragraph
        (n_passages,) whether it is the first of its paragraph.
    """
    borders = np.append(np.flatnonzero(opens_paragraph), len(opens_paragraph))
    part_first = sections.parts(first, borders)
    arrays = {
        "first_passage": smallest(first),
        "paragraph_first": smallest(np.union1d(borders, part_first)),
        "part_first": smallest(part_first),
        "section_first": smallest(sections.sections(part_first)),
    }
    return Stored(arrays, {}, {})


def _holder(first: Numbers, passages: Numbers) -> Places:
    """Return which of consecutive stretches each passage stands in.

    The passages take the type of the starts: searchsorted would otherwise copy all of those.
    """
    return np.searchsorted(first, passages.astype(first.dtype), "right") - 1
