"""Sources in, a published generation out."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np

from corpus.documents import Skipped
from corpus.originals import OriginalStore
from corpus.sources import find_files
from retrieval.building.assembling import assemble
from retrieval.building.carrying import carried
from retrieval.building.cutting import TASK_BYTES
from retrieval.building.spool import Spool
from retrieval.building.workers import Workers
from retrieval.collecting import collect
from retrieval.errors import IndexDamaged, IndexMissing
from retrieval.fields import FIELDS
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.ledger import Ledger
from retrieval.ledgers import Ledgers
from retrieval.left_out import LeftOut
from retrieval.library import Identity
from retrieval.reading import Advance, Reading, Summary
from retrieval.room import room_in
from retrieval.storage import Writer

__all__ = ["Advance", "Indexer", "Summary"]


class Indexer:
    """Keeps an index in step with its sources.

    Parameters
    ----------
    originals
        where the bytes of every file that was read are kept.
    generations
        where the index is published.
    sources
        folder that remembers what was read.
    left_out
        names documents that no source brings in; none where None.
    workers
        makes what spreads the analysis over processes.
    task_bytes
        what a process is given at once.
    """

    def __init__(
        self,
        originals: OriginalStore,
        generations: Generations,
        sources: Path,
        *,
        left_out: LeftOut | None = None,
        workers: Callable[[], Workers] = Workers,
        task_bytes: int = TASK_BYTES,
    ) -> None:
        self._originals = originals
        self._generations = generations
        self._ledgers = Ledgers(sources)
        self._left_out = left_out
        self._workers = workers
        self._task_bytes = task_bytes

    def update(
        self,
        sources: Sequence[Path],
        advance: Advance = lambda what, done, total: None,
        *,
        only: bool = False,
        gone: Collection[Path] = (),
        afresh: bool = False,
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
        gone
            files that were removed on purpose: their documents go, were they the last.
        afresh
            read every source there was again, changed or not.

        Raises
        ------
        SourceMissing
            a source does not exist; nothing is changed.
        NoDocuments
            a source holds nothing to read; nothing is changed.
        IndexBusy
            another process is indexing.
        RetrievalError
            no space is left, or the disk has a fault; a whole generation stays in use.
        """
        start = time.perf_counter()
        with room_in(self._ledgers.folder.parent), self._generations.building():
            self._originals.remove_unfinished()
            self._ledgers.settle(self._generations.names())
            summary = self._update(sources, advance, only=only, gone=gone, afresh=afresh)
        summary.seconds = time.perf_counter() - start
        return summary

    def _update(
        self,
        sources: Sequence[Path],
        advance: Advance,
        *,
        only: bool,
        gone: Collection[Path],
        afresh: bool,
    ) -> Summary:
        index = self._before()
        ledger = self._ledgers.load(index.name if index else "")
        if only:
            ledger.keep({str(source.resolve()) for source in sources})
        before = index.library.identities() if index else []
        # An index that cannot be read is made again from every source there was.
        lost = _there(ledger) if afresh or not index else []
        vouched = ledger.vouchers()
        kept = [d for d in before if vouched.know(d)] if only else before
        if afresh:
            again = ledger.part(map(str, lost)).vouchers()
            kept = [d for d in kept if not again.know(d)]
        with self._generations.spooling() as folder, closing(Spool(folder)) as spool:
            with self._workers() as workers:
                analyser, size = workers.analysed, self._task_bytes
                reading = Reading(self._originals, ledger, kept, spool, analyser, task_bytes=size)
                ledger.forget(gone)
                for source in dict.fromkeys([*(s.resolve() for s in sources), *lost]):
                    reading.read(source, advance)
            found = reading.documents()
            documents = self._let_in(found, reading.summary)
            # An index is never emptied by files that cannot be read.
            is_meant = bool(gone) or len(documents) < len(found)
            is_new = (bool(documents) or (is_meant and bool(before))) and self._keep(
                documents, index, before, spool, ledger, advance
            )
        if is_new:
            collect(self._originals, self._generations, ledger)
        now = self._before() if is_new else index
        return _summed(reading.summary, now, before, documents if is_new else before)

    def _let_in(self, found: Mapping[Identity, int], summary: Summary) -> Mapping[Identity, int]:
        """Return the documents without those that are left out; tell of such as were read."""
        left_out = self._left_out.ids() if self._left_out else frozenset[str]()
        summary.skipped += [
            Skipped(document.id, "was removed", "`quoth remove --undo` lets it in again")
            for document, place in found.items()
            if place >= 0 and document.id in left_out
        ]
        return {d: place for d, place in found.items() if d.id not in left_out}

    def _keep(
        self,
        documents: Mapping[Identity, int],
        index: Index | None,
        before: Sequence[Identity],
        spool: Spool,
        ledger: Ledger,
        advance: Advance,
    ) -> bool:
        """Publish what changed, and note what was read; say whether anything was published."""
        is_same = len(documents) == len(before) and all(n < 0 for n in documents.values())
        # Where another than the one named in CURRENT serves, something there is damaged.
        if index and is_same and index.name == self._generations.current():
            with self._noted(index.name, ledger):
                return False
        with self._noted(self._generations.next_name(), ledger):
            self._publish(documents, index, before, spool, advance)
        return True

    @contextmanager
    def _noted(self, generation: str, ledger: Ledger) -> Iterator[None]:
        """Keep the ledger of a generation that is there at the end."""
        self._ledgers.promise(generation, ledger)
        try:
            yield
        finally:
            self._ledgers.settle(self._generations.names())

    def _publish(
        self,
        documents: Mapping[Identity, int],
        index: Index | None,
        before: Sequence[Identity],
        spool: Spool,
        advance: Advance,
    ) -> None:
        """Publish the documents, those before carried over and the others from the spool."""
        places = dict(documents)
        if index:
            chosen = [n for n, document in enumerate(before) if places.get(document, 0) < 0]
            for batch in carried(index, before, np.array(chosen, np.int64)):
                first = len(spool.documents)
                spool.add(batch)
                places |= {d: first + n for n, d in enumerate(batch.documents)}
        spool.close()
        order = [places[document] for document in sorted(documents)]
        self._generations.publish(
            lambda folder: assemble(
                spool,
                np.array(order, np.int64),
                Writer(folder),
                FIELDS,
                lambda done, total: advance("indexing", done, total),
            )
        )

    def _before(self) -> Index | None:
        """Return the generation in use, or None."""
        try:
            return Index.open(self._generations.folder)
        except (IndexMissing, IndexDamaged):
            return None


def _summed(
    summary: Summary,
    now: Index | None,
    before: Sequence[Identity],
    documents: Iterable[Identity],
) -> Summary:
    """Complete a summary by what the index holds now."""
    summary.n_removed = len({d.id for d in before} - {d.id for d in documents})
    if now:
        summary.generation = now.name
        summary.n_documents, summary.n_passages = now.library.n_documents, len(now.passages)
    return summary


def _there(ledger: Ledger) -> list[Path]:
    """Return the sources that are still there and hold something."""
    sources = [Path(source) for source in ledger.sources]
    return [
        source for source in sources if source.exists() and any(True for _ in find_files(source))
    ]
