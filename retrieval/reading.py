"""Which files of a source are new or changed, and the documents that come of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.documents import Document, Skipped
from corpus.errors import NoDocuments
from corpus.originals import OriginalStore
from corpus.reading import read_file
from corpus.sources import SUFFIXES, Found, find_files
from retrieval.ledger import Entry, Ledger

__all__ = ["Advance", "Reading", "Summary"]

# Called with what is being done, how many of it are done, and how many there are.
Advance = Callable[[str, int, int], None]


@dataclass(slots=True)
class Summary:
    """What one run of the indexer did.

    Attributes:
        n_documents: documents in the index now.
        n_passages: sentences in the index now.
        n_read: files read in this run.
        n_unchanged: files of its sources that were not read again.
        n_removed: documents that are no longer there.
        skipped: what could not be read.
        generation: the generation in use now; empty when there is none.
        seconds: wall time.
    """

    n_documents: int = 0
    n_passages: int = 0
    n_read: int = 0
    n_unchanged: int = 0
    n_removed: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    generation: str = ""
    seconds: float = 0.0


class Reading:
    """One run over sources.

    Parameters
    ----------
    originals
        where the bytes of files that were read are put.
    ledger
        what was read before; brought up to date.
    before
        the documents of the index so far.
    """

    def __init__(
        self, originals: OriginalStore, ledger: Ledger, before: Sequence[Document]
    ) -> None:
        self.summary = Summary()
        self._originals = originals
        self._ledger = ledger
        self._before = before
        self._vouched_before = ledger.vouchers()
        self._by_digest: defaultdict[str, list[Document]] = defaultdict(list)
        for document in before:
            self._by_digest[document.original.sha256].append(document)
        self._read: list[Document] = []

    def read(self, source: Path, advance: Advance) -> None:
        """Read what is new or changed below a source, and forget files that are gone from it."""
        found = list(find_files(source))
        if not found:
            raise NoDocuments(source, SUFFIXES)
        entries = self._ledger.sources.setdefault(str(source), {})
        present = {str(item.path) for item in found if isinstance(item, Found)}
        for file in set(entries) - present:
            del entries[file]
        for done, item in enumerate(found):
            advance("reading", done, len(found))
            if isinstance(item, Skipped):
                self.summary.skipped.append(item)
            else:
                self._read_file(item, str(source))
        advance("reading", len(found), len(found))

    def documents(self) -> list[Document]:
        """Return the documents that the index should hold now, no two with the same id, by id.

        Documents that no file was ever noted for are kept, unless one with the same id was read.
        A file with an id that is taken is read again next time, when the id may be free.
        """
        vouched = self._ledger.vouchers()
        kept = {d.id: d for d in self._before if vouched.know(d)}
        orphans = {d.id: d for d in self._before if not self._vouched_before.know(d)}
        for document in self._read:
            known = kept.setdefault(document.id, document)
            if known.original != document.original:
                problem = f"has the id {document.id!r} of a document of another source"
                self.summary.skipped.append(Skipped(document.id, problem, "give it its own id"))
                self._ledger.doubt(document.original.sha256)
        return sorted((orphans | kept).values(), key=lambda document: document.id)

    def _read_file(self, found: Found, source: str) -> None:
        file = str(found.path)
        owner = self._ledger.owner(file, source)
        entry = self._ledger.sources[owner].get(file)
        if entry and self._is_known(entry, found.path):
            self.summary.n_unchanged += 1
            return
        name = entry.name if entry else self._ledger.free_name(found.name, source)
        status = found.path.stat()
        documents = self._sift(read_file(found.path, name))
        self._ledger.sources[owner].pop(file, None)
        if not documents:
            return
        sha256 = self._originals.put_file(found.path)
        if sha256 != documents[0].original.sha256:
            changed = Skipped(name, "changed while it was read", "index it again")
            self.summary.skipped.append(changed)
            return
        entry = Entry(name, status.st_size, status.st_mtime_ns, sha256)
        self._ledger.sources[owner][file] = entry
        self._read.extend(documents)
        self.summary.n_read += 1

    def _is_known(self, entry: Entry, path: Path) -> bool:
        """Say whether a file needs no reading: not for its text, nor to mend its original."""
        return (
            entry.is_unchanged(path)
            and bool(self._by_digest[entry.sha256])
            and self._originals.is_whole(entry.sha256, entry.bytes)
        )

    def _sift(self, items: Iterable[Document | Skipped]) -> list[Document]:
        documents = []
        for item in items:
            if isinstance(item, Skipped):
                self.summary.skipped.append(item)
            else:
                documents.append(item)
        return documents
