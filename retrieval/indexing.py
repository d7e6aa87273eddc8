"""Sources in, a published generation out."""

import time
from collections.abc import Sequence
from pathlib import Path

from corpus.documents import Document
from corpus.originals import OriginalStore
from retrieval.errors import IndexDamaged, IndexMissing
from retrieval.generations import Generations
from retrieval.ledger import Ledger
from retrieval.library import Library
from retrieval.reading import Advance, Reading, Summary

__all__ = ["Advance", "Indexer", "Summary"]


class Indexer:
    """Keeps an index in step with its sources.

    Parameters
    ----------
    originals
        where the bytes of every file that was read are kept.
    generations
        where the index is published.
    ledger
        file that remembers what was read.
    """

    def __init__(self, originals: OriginalStore, generations: Generations, ledger: Path) -> None:
        self._originals = originals
        self._generations = generations
        self._ledger = ledger

    def update(
        self,
        sources: Sequence[Path],
        advance: Advance = lambda what, done, total: None,
        *,
        only: bool = False,
    ) -> Summary:
        """Read what is new or changed below the sources, and publish a generation.

        Those whose file is gone from a source given here go; documents of other sources stay.

        Parameters
        ----------
        sources
            files and folders.
        advance
            told how far the work is.
        only
            let the documents of all other sources go.

        Raises
        ------
        SourceMissing
            a source does not exist; nothing is changed.
        NoDocuments
            a source holds nothing to read; nothing is changed.
        IndexBusy
            another process is indexing.
        """
        start = time.perf_counter()
        with self._generations.building():
            ledger = Ledger.load(self._ledger)
            if only:
                ledger.keep({str(source.resolve()) for source in sources})
            name, before = self._before()
            # An index that cannot be read is made again from every source there was.
            lost = [] if name else [Path(s) for s in ledger.sources if Path(s).exists()]
            vouched = ledger.vouchers()
            kept = [d for d in before if vouched.know(d)] if only else before
            reading = Reading(self._originals, ledger, kept)
            for source in dict.fromkeys([*(s.resolve() for s in sources), *lost]):
                reading.read(source, advance)
            documents = reading.documents()
            summary = reading.summary
            if documents and documents != before:
                name = self._build(documents, advance)
            if documents:
                ledger.save(self._ledger)
            else:  # an index is never emptied by files that cannot be read
                documents = before
        summary.generation = name or ""
        summary.n_removed = len({d.id for d in before} - {d.id for d in documents})
        summary.n_documents = len(documents)
        summary.n_passages = sum(len(document.sentences) for document in documents)
        summary.seconds = time.perf_counter() - start
        return summary

    def _build(self, documents: Sequence[Document], advance: Advance) -> str:
        # scikit-learn takes a second to load, and is needed only where something changed.
        from retrieval.building import build

        stored = build(documents, lambda done, total: advance("indexing", done, total))
        return self._generations.publish(stored)

    def _before(self) -> tuple[str | None, list[Document]]:
        """Return the generation in use and its documents, or neither."""
        try:
            name, stored = self._generations.open()
        except (IndexMissing, IndexDamaged):
            return None, []
        library = Library(stored)
        return name, [library.document(n) for n in range(library.n_documents)]
