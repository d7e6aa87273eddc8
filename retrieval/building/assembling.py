"""From batches put aside to the files of a generation."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval import passages, vocabulary, weighting
from retrieval.background import background
from retrieval.building.abreast import abreast
from retrieval.building.destination import Destination, Writable
from retrieval.building.numbering import Vocabularies, number
from retrieval.building.spool import Spool
from retrieval.building.stretches import Stretches
from retrieval.fields import Fields
from retrieval.forward import tables, varints
from retrieval.forward.tally import Tally
from retrieval.inverted.bounding import bound
from retrieval.inverted.inverting import Occurrences, holders
from retrieval.inverted.merging import merge
from retrieval.inverted.piece import Piece
from retrieval.inverted.points import Means
from retrieval.library import RECORDS, TEXTS
from retrieval.ragged import offsets, smallest
from retrieval.storage import Stored

__all__ = ["Progress", "assemble"]

Places = NDArray[np.int64]

# Called with the number of passages indexed so far and the number in all.
Progress = Callable[[int, int], None]


def assemble(
    spool: Spool, order: Places, writer: Destination, fields: Fields, progress: Progress
) -> None:
    """Make the generation that holds some documents.

    Parameters
    ----------
    spool
        closed.
    order
        its documents to hold, in the order of their ids.
    writer
        takes the generation.
    fields
        what points are made of.
    progress
        told how far the work is.
    """
    Assembly(spool, order, writer, fields, progress).run()


class Assembly:
    """One run of `assemble`."""

    def __init__(
        self, spool: Spool, order: Places, writer: Destination, fields: Fields, progress: Progress
    ) -> None:
        self._spool, self._order, self._writer = spool, order, writer
        self._fields, self._progress = fields, progress
        self._rows = spool.sentences(order)
        self._first = offsets(spool.column("n_sentences")[order])
        opens = spool.column("opens")[self._rows].astype(np.bool_)
        self._units = passages.pack(self._first, opens)

    def run(self) -> None:
        """Write all files."""
        self._write_documents()
        words = self._vocabularies()
        stretches = Stretches(self._spool, self._order, self._rows, self._units, words)
        tally, found, n_terms = self._write_rows(words, stretches)
        titles, n_title_terms = stretches.invert(*stretches.read_titles(0, len(self._order)))
        n_rows = len(self._rows)
        general = background((self._languages() or ["und"])[0])
        idf = general.idf(holders(found, len(words.terms)), words.terms, n_rows)
        title_idf = weighting.idf(holders([titles], len(words.terms)), len(self._order))
        means = self._means(n_terms, n_title_terms)
        weights = (idf.astype(np.float64), title_idf.astype(np.float64))
        pieces = [*self._pieces(stretches, found, n_terms, weights, means)]
        self._writer.add(merge(pieces, titles, len(words.terms)).store())
        self._writer.add(vocabulary.pack(words.terms))
        arrays: dict[str, NDArray[Any]] = {"term_idf": idf, "title_idf": title_idf}
        arrays |= {"title_terms": smallest(n_title_terms), "sentence_terms": smallest(n_terms)}
        arrays |= {"paragraph_terms": self._sums(n_terms, "paragraph_first")}
        arrays |= {"document_terms": self._sums(n_terms, "part_first")}
        self._writer.add(Stored(arrays, {}, {}))
        self._writer.add(self._units)
        self._writer.add(tally.stored())
        self._writer.finish(
            {
                "documents": len(self._order),
                "passages": n_rows,
                "languages": self._languages(),
                "means": tally.means(self._n("paragraph_first")),
                "unit_means": {name: getattr(means, name) for name in Means.__slots__},
                "fields": self._fields.as_json(),
            }
        )

    def _sums(self, n_terms: Places, name: str) -> NDArray[Any]:
        """Return the number of terms of each paragraph or part."""
        return smallest(np.diff(offsets(n_terms)[self._units.arrays[name]]))

    def _n(self, name: str) -> int:
        return len(self._units.arrays[name]) - 1

    def _write_documents(self) -> None:
        """Write the texts, the records, and where sentences stand."""
        spool, order = self._spool, self._order
        for name, blob, size in (("texts", TEXTS, "text"), ("records", RECORDS, "record")):
            with self._writer.blob(blob) as sink:
                for content in spool.bytes(name, order):
                    sink.write(content)
            sizes = offsets(spool.column(f"{size}_size")[order])
            self._writer.array(f"{size}_offsets", smallest(sizes))
        start, end = (spool.column(name)[self._rows].astype(np.int64) for name in ("start", "end"))
        self._writer.array("sentence_start", smallest(start))
        self._writer.array("sentence_size", smallest(end - start))
        self._writer.array("sentence_opens", spool.column("opens")[self._rows].astype(np.bool_))
        self._writer.array("passage_asks", spool.column("asks")[self._rows].astype(np.bool_))
        self._writer.array("row_marks", spool.column("marks")[self._rows].astype(np.uint8))
        self._writer.array("document_day", spool.column("day")[order].astype(np.int32))

    def _vocabularies(self) -> Vocabularies:
        """Number the forms that occur, and their terms."""
        return number(self._spool.keys, self._spool.often(self._order))

    def _write_rows(
        self, words: Vocabularies, stretches: Stretches
    ) -> tuple[Tally, list[Occurrences], Places]:
        """Write all rows; return their statistics, occurrences, and terms of each passage."""
        stored = tables.pack(words.forms, words.first_terms, len(words.terms))
        self._writer.add(stored)
        tally = Tally(stored, len(words.terms))
        found: list[Occurrences] = []
        n_terms, sizes = [np.empty(0, np.int64)], []

        def read(begin: int, end: int) -> tuple[_Rows, Occurrences, Places]:
            rows = _Rows.of(*stretches.read(begin, end))
            return rows, *stretches.invert(rows.forms, rows.lengths)

        with self._writer.blob("rows.varint") as sink:
            for rows, part, terms in abreast(read, stretches.ranges()):
                sizes.append(rows.write(sink))
                tally.add(rows.forms, rows.lengths)
                found.append(part)
                n_terms.append(terms)
                self._progress(sum(map(len, n_terms)), len(self._rows))
            titles = _Rows.of(*stretches.read_titles(0, len(self._order)))
            tally.add_titles(titles.forms, titles.lengths)
            sizes.append(titles.write(sink))
        self._writer.array("row_offsets", smallest(offsets(np.concatenate(sizes))))
        return tally, found, np.concatenate(n_terms)

    def _pieces(
        self,
        stretches: Stretches,
        found: list[Occurrences],
        n_terms: Places,
        weights: tuple[NDArray[np.float64], NDArray[np.float64]],
        means: Means,
    ) -> Iterator[Piece]:
        """Yield the stretches, inverted; what was found leaves the list as they come."""
        found.reverse()

        def invert(begin: int, end: int, part: Occurrences) -> Piece:
            stretch, place = stretches.layout(begin, end, n_terms)
            rows = stretches.read_titles(place.document, place.last_document + 1)
            titles, n_title_terms = stretches.invert(*rows)
            entries = bound(
                part,
                titles,
                stretch,
                n_title_terms=n_title_terms,
                idf=weights[0],
                title_idf=weights[1],
                fields=self._fields,
                means=means,
            )
            return Piece.of(entries, part, place.within, place.section)

        return abreast(invert, ((*ends, found.pop()) for ends in stretches.ranges()))

    def _means(self, n_terms: Places, n_title_terms: Places) -> Means:
        total = float(n_terms.sum())
        return Means(
            sentence=total / max(len(n_terms), 1),
            paragraph=total / max(self._n("paragraph_first"), 1),
            document=total / max(self._n("part_first"), 1),
            title=float(n_title_terms.sum()) / max(len(n_title_terms), 1),
        )

    def _languages(self) -> list[str]:
        """Return the documents' languages, the one with the most passages first."""
        counts = Counter[str]()
        sizes = np.diff(self._first)
        for document, size in zip(self._order.tolist(), sizes.tolist(), strict=True):
            counts[self._spool.languages[document]] += size
        return sorted(counts, key=lambda language: (-counts[language], language))


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of forms, and the same as bytes.

    Attributes:
        forms: row after row.
        lengths: (n_rows,) forms of each row.
        encoded: uint8, the forms as `varints`.
        sizes: (n_rows,) bytes of each row.
    """

    forms: NDArray[np.int32]
    lengths: Places
    encoded: NDArray[np.uint8]
    sizes: Places

    @classmethod
    def of(cls, forms: NDArray[np.int32], lengths: Places) -> "_Rows":
        encoded, sizes = varints.encode(forms)
        return cls(forms, lengths, encoded, np.diff(offsets(sizes)[offsets(lengths)]))

    def write(self, sink: Writable) -> Places:
        """Write the bytes; return those of each row."""
        sink.write(self.encoded.data)
        return self.sizes
