"""Inverted indexes of texts that a test spells out in terms, without any analysis."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.fields import FIELDS, Fields
from retrieval.inverted.bounding import Entries, Stretch, bound
from retrieval.inverted.inverting import Occurrences, invert
from retrieval.inverted.merging import merge
from retrieval.inverted.piece import Piece
from retrieval.inverted.points import Lengths, Means, Points, Some, Wanted
from retrieval.inverted.postings import Postings
from retrieval.inverted.scoring import Scorer
from retrieval.passages import Passages, pack
from retrieval.ragged import offsets

__all__ = ["Line", "Made", "Text", "line", "made_of"]

Places = NDArray[np.int64]


class Line(NamedTuple):
    """A sentence: its terms in order, and whether it is a question."""

    terms: tuple[str, ...]
    asks: bool = False


class Text(NamedTuple):
    """A document: sentences by paragraph, terms of the title, ordinal of the date, 0 for none."""

    paragraphs: tuple[tuple[Line, ...], ...]
    title: tuple[str, ...] = ()
    day: int = 0

    @property
    def lines(self) -> list[Line]:
        return [line for paragraph in self.paragraphs for line in paragraph]


@dataclass(frozen=True, slots=True)
class Made:
    """An inverted index, and what it was made from.

    Attributes:
        vocabulary: every term, sorted.
        idf, title_idf: (n_terms,) rarity, ln(1 + (N - n + 0.5) / (n + 0.5)).
        means: mean lengths of the units of each field.
        scorer: what reads the index.
    """

    texts: tuple[Text, ...]
    fields: Fields
    vocabulary: list[str]
    idf: NDArray[np.float64]
    title_idf: NDArray[np.float64]
    means: Means
    scorer: Scorer

    def wanted(self, *terms: str) -> Wanted:
        """Return a question of terms; those that nothing holds are left out."""
        places = ((bisect_left(self.vocabulary, term), term) for term in set(terms))
        known = [n for n, term in places if self.vocabulary[n : n + 1] == [term]]
        numbers = np.array(sorted(known), np.int64)
        return Wanted(numbers, self.idf[numbers], self.title_idf[numbers])

    def everything(self, floor: float = 0.0) -> Some:
        """Return all passages, to be scored."""
        return Some(np.arange(self.scorer.passages.n_sections), floor)

    def points(self, wanted: Wanted, floor: float = 0.0) -> Points:
        """Return the points of all passages."""
        return self.scorer.points(wanted, self.everything(floor))


def line(terms: str) -> Line:
    """Return a sentence of terms parted by spaces; a question mark at the end makes it ask."""
    return Line(tuple(terms.rstrip("?").split()), terms.endswith("?"))


def made_of(texts: Iterable[Text], fields: Fields = FIELDS, per_piece: int = 1 << 15) -> Made:
    """Return the inverted index of documents, made from stretches of about so many passages."""
    given = tuple(texts)
    rows = [line.terms for text in given for line in text.lines]
    titles = [text.title for text in given]
    vocabulary = sorted({term for row in (*rows, *titles) for term in row})
    passages = _passages(given)
    lengths = _lengths(rows, titles, passages)
    means = Means(*(float(np.mean(getattr(lengths, n) or [0])) for n in Means.__slots__))
    idf, title_idf = (_rarity(units, vocabulary) for units in (rows, titles))
    counted = Lengths(*(np.array(getattr(lengths, n), np.int64) for n in Lengths.__slots__))
    making = _Making(rows, titles, vocabulary, passages, counted, idf, title_idf, fields, means)
    postings = making.postings(per_piece)
    scorer = Scorer(postings, passages, counted, fields, means)
    return Made(given, fields, vocabulary, idf, title_idf, means, scorer)


@dataclass(frozen=True, slots=True)
class _Making:
    rows: Sequence[tuple[str, ...]]
    titles: Sequence[tuple[str, ...]]
    vocabulary: list[str]
    passages: Passages
    lengths: Lengths
    idf: NDArray[np.float64]
    title_idf: NDArray[np.float64]
    fields: Fields
    means: Means

    def postings(self, per_piece: int) -> Postings:
        starts = self.passages.section_first.astype(np.int64)
        n_rows, begin, pieces = len(self.rows), 0, list[Piece]()
        while begin < n_rows:
            end = int(starts[np.searchsorted(starts, min(begin + per_piece, n_rows))])
            pieces.append(self._piece(begin, end))
            begin = end
        return merge(pieces, self._inverted(self.titles), len(self.vocabulary))

    def _piece(self, begin: int, end: int) -> Piece:
        here = np.arange(begin, end)
        section, document = self.passages.section_of(here), self.passages.document_of(here)
        found = self._inverted(self.rows[begin:end])
        entries = self._bounded(found, here, document)
        place = here - self.passages.section_first.astype(np.int64)[section]
        return Piece.of(entries, found, place.astype(np.uint8), int(section[0]))

    def _bounded(self, found: Occurrences, here: Places, document: Places) -> Entries:
        first, last = int(document[0]), int(document[-1]) + 1
        units = (self.passages.paragraph_of(here), self.passages.part_of(here), document)
        paragraph, part, of_document, section = (
            numbers - numbers[0] for numbers in (*units, self.passages.section_of(here))
        )
        stretch = Stretch(
            paragraph=paragraph,
            part=part,
            document=of_document,
            section=section,
            n_terms=self.lengths.sentence[here].astype(np.float64),
            asks=self.passages.asks[here],
        )
        return bound(
            found,
            self._inverted(self.titles[first:last]),
            stretch,
            n_title_terms=self.lengths.title[first:last].astype(np.int64),
            idf=self.idf,
            title_idf=self.title_idf,
            fields=self.fields,
            means=self.means,
        )

    def _inverted(self, rows: Sequence[tuple[str, ...]]) -> Occurrences:
        number = {term: place for place, term in enumerate(self.vocabulary)}
        words = np.array([number[term] for row in rows for term in row], np.int64)
        sizes = np.array([len(row) for row in rows], np.int64)
        every = np.arange(len(number) + 1)
        return invert(words, sizes, every[:-1].astype(np.int32), every)


def _passages(texts: Sequence[Text]) -> Passages:
    first = offsets(np.array([len(text.lines) for text in texts], np.int64))
    opens = [place == 0 for text in texts for row in text.paragraphs for place in range(len(row))]
    units = pack(first, np.array(opens, np.bool_))
    asks = np.array([line.asks for text in texts for line in text.lines], np.bool_)
    day = np.array([text.day for text in texts], np.int32)
    arrays = {**units.arrays, "passage_asks": asks, "document_day": day}
    return Passages.open(replace(units, arrays=arrays))


class _Lengths(NamedTuple):
    sentence: list[int]
    paragraph: list[int]
    document: list[int]
    title: list[int]


def _lengths(
    rows: Sequence[tuple[str, ...]], titles: Sequence[tuple[str, ...]], passages: Passages
) -> _Lengths:
    sizes = [len(row) for row in rows]
    units = [
        [sum(sizes[a:b]) for a, b in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)]
        for starts in (passages.paragraph_first, passages.part_first)
    ]
    return _Lengths(sizes, units[0], units[1], [len(title) for title in titles])


def _rarity(units: Sequence[tuple[str, ...]], vocabulary: list[str]) -> NDArray[np.float64]:
    holders = Counter(term for unit in units for term in set(unit))
    held = np.array([holders[term] for term in vocabulary], np.float64)
    return np.log1p((len(units) - held + 0.5) / (held + 0.5))
