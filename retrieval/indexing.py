"""Sources in, a published generation out."""

import errno
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from corpus.documents import Document
from corpus.originals import OriginalStore
from retrieval.collecting import collect
from retrieval.errors import IndexDamaged, IndexMissing, RetrievalError
from retrieval.generations import Generations
from retrieval.ledger import Ledger
from retrieval.library import Library
from retrieval.reading import Advance, Reading, Summary
from retrieval.storage import Stored

__all__ = ["Advance", "Indexer", "Summary"]

# The disk, or the share of it that a user may fill.
FULL = (errno.ENOSPC, errno.EDQUOT)


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
        Originals that nothing names any more are removed after a publication.

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
        RetrievalError
            no space is left; the generation in use stays in use.
        """
        start = time.perf_counter()
        with _room_in(self._ledger.parent), self._generations.building():
            summary = self._update(sources, advance, only=only)
        summary.seconds = time.perf_counter() - start
        return summary

    def _update(self, sources: Sequence[Path], advance: Advance, *, only: bool) -> Summary:
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
        if documents:
            name = self._publish(documents, before, name, ledger, advance)
        else:  # an index is never emptied by files that cannot be read
            documents = before
        summary = reading.summary
        summary.generation = name or ""
        summary.n_removed = len({d.id for d in before} - {d.id for d in documents})
        summary.n_documents = len(documents)
        summary.n_passages = sum(len(document.sentences) for document in documents)
        return summary

    def _publish(
        self,
        documents: list[Document],
        before: list[Document],
        name: str | None,
        ledger: Ledger,
        advance: Advance,
    ) -> str | None:
        """Publish what changed, then note what was read; return the generation in use."""
        # Where another than the one named in CURRENT serves, something there is damaged.
        if documents == before and name == self._generations.current():
            ledger.save(self._ledger)
            return name
        name = self._build(documents, advance)
        ledger.save(self._ledger)
        collect(self._originals, self._generations, ledger)
        return name

    def _build(self, documents: Sequence[Document], advance: Advance) -> str:
        # scikit-learn takes a second to load, and is needed only where something changed.
        from retrieval.building import build

        stored = build(documents, lambda done, total: advance("indexing", done, total))
        return self._generations.publish(stored)

    def _before(self) -> tuple[str | None, list[Document]]:
        """Return the generation in use and its documents, or neither."""
        try:
            return self._generations.open_as(_documents)
        except (IndexMissing, IndexDamaged):
            return None, []


def _documents(name: str, stored: Stored) -> tuple[str, list[Document]]:
    library = Library(stored)
    return name, [library.document(n) for n in range(library.n_documents)]


@contextmanager
def _room_in(home: Path) -> Iterator[None]:
    """Tell of a full disk by the folder to make room in."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise RetrievalError(f"no space left in {home}: free some and index again") from error
