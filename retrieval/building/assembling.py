"""From batches put aside to the files of a generation."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval import passages, vocabulary, weighting
from retrieval.background import background
from retrieval.building.destination import Destination, Writable
from retrieval.building.numbering import Vocabularies, number
from retrieval.building.spool import Spool
from retrieval.fields import Fields
from retrieval.forward import tables, varints
from retrieval.forward.tally import Tally
from retrieval.inverted.bounding import Stretch, bound
from retrieval.inverted.inverting import Occurrences, holders, invert
from retrieval.inverted.merging import Piece, merge
from retrieval.inverted.points import Means
from retrieval.library import RECORDS, TEXTS
from retrieval.ragged import offsets, smallest
from retrieval.storage import Stored

__all__ = ["Progress", "assemble"]

Places = NDArray[np.int64]

# Called with the number of passages indexed so far and the number in all.
Progress = Callable[[int, int], None]

# Passages to work on at once.
CHUNK = 1 << 15


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
        tally, found, n_terms = self._write_rows(words)
        titles, n_title_terms = self._titles(words, 0, len(self._order))
        n_rows = len(self._rows)
        general = background((self._languages() or ["und"])[0])
        idf = general.idf(holders(found, len(words.terms)), words.terms, n_rows)
        title_idf = weighting.idf(holders([titles], len(words.terms)), len(self._order))
        means = self._means(n_terms, n_title_terms)
        pieces = list(self._pieces(words, found, n_terms, idf, title_idf, means))
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
                for document in order.tolist():
                    sink.write(spool.bytes(name, document))
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
        given = self._spool.keys
        often = np.bincount(self._spool.titles(self._order), minlength=len(given))
        for begin in range(0, len(self._rows), CHUNK):
            words = self._spool.words(self._rows[begin : begin + CHUNK])
            often += np.bincount(words, minlength=len(given))
        return number(given, often)

    def _write_rows(self, words: Vocabularies) -> tuple[Tally, list[Occurrences], Places]:
        """Write all rows; return their statistics, occurrences, and terms of each passage."""
        stored = tables.pack(words.forms, {term: n for n, term in enumerate(words.terms)})
        self._writer.add(stored)
        tally = Tally(stored, len(words.terms))
        found: list[Occurrences] = []
        n_terms = np.zeros(len(self._rows), np.int64)
        sizes = []
        with self._writer.blob("rows.varint") as sink:
            for begin, end in self._chunks():
                forms, lengths = self._read(words, begin, end)
                sizes.append(_encode(sink, forms, lengths))
                tally.add(forms, lengths)
                part = invert(forms, lengths, words.form_terms, words.form_first)
                n_terms[begin:end] = np.bincount(part.rows, part.counts, end - begin)
                found.append(part)
                self._progress(end, len(self._rows))
            lengths = self._spool.column("title_size")[self._order].astype(np.int64)
            forms = words.number[self._spool.titles(self._order)]
            tally.add_titles(forms, lengths)
            sizes.append(_encode(sink, forms, lengths))
        self._writer.array("row_offsets", smallest(offsets(np.concatenate(sizes))))
        return tally, found, n_terms

    def _pieces(
        self,
        words: Vocabularies,
        found: list[Occurrences],
        n_terms: Places,
        idf: NDArray[np.float32],
        title_idf: NDArray[np.float32],
        means: Means,
    ) -> Iterator[Piece]:
        for (begin, end), part in zip(self._chunks(), found, strict=True):
            stretch, first_section, document = self._stretch(begin, end, n_terms)
            last = document + int(stretch.document[-1])
            titles, n_title_terms = self._titles(words, document, last + 1)
            entries = bound(
                part,
                titles,
                stretch,
                n_title_terms=n_title_terms,
                idf=idf.astype(np.float64),
                title_idf=title_idf.astype(np.float64),
                fields=self._fields,
                means=means,
            )
            place = np.arange(begin, end) - self._starts("section_first", begin, end)
            yield Piece(entries, part, place.astype(np.uint8), first_section)

    def _stretch(self, begin: int, end: int, n_terms: Places) -> tuple[Stretch, int, int]:
        """Return some passages, their first section and their first document."""
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
        return stretch, int(unit["section"][0]), int(unit["document"][0])

    def _titles(self, words: Vocabularies, first: int, last: int) -> tuple[Occurrences, Places]:
        """Return the terms of the titles from first to before last, and how many each has."""
        documents = self._order[first:last]
        lengths = self._spool.column("title_size")[documents].astype(np.int64)
        forms = words.number[self._spool.titles(documents)]
        found = invert(forms, lengths, words.form_terms, words.form_first)
        return found, np.bincount(found.rows, found.counts, len(documents)).astype(np.int64)

    def _read(self, words: Vocabularies, begin: int, end: int) -> tuple[NDArray[np.int32], Places]:
        rows = self._rows[begin:end]
        lengths = self._spool.column("row_size")[rows].astype(np.int64)
        return words.number[self._spool.words(rows)], lengths

    def _chunks(self) -> Iterator[tuple[int, int]]:
        """Yield first and one past the last passage of stretches of whole sections."""
        borders, begin = self._units.arrays["section_first"].astype(np.int64), 0
        while begin < len(self._rows):
            end = int(borders[np.searchsorted(borders, begin + CHUNK, "right") - 1])
            yield begin, end
            begin = end

    def _of_passages(self, name: str, begin: int, end: int) -> Places:
        starts = self._units.arrays[name]
        return np.searchsorted(starts, np.arange(begin, end, dtype=starts.dtype), "right") - 1

    def _starts(self, name: str, begin: int, end: int) -> Places:
        return self._units.arrays[name][self._of_passages(name, begin, end)].astype(np.int64)

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


def _encode(sink: Writable, forms: NDArray[np.int32], lengths: Places) -> Places:
    """Write rows of forms; return the bytes of each."""
    encoded, sizes = varints.encode(forms)
    sink.write(encoded.data)
    return np.diff(offsets(sizes)[offsets(lengths)])
