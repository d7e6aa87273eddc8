"""Which files of a source are new or changed, and what comes of them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from corpus.documents import Skipped
from corpus.errors import NoDocuments
from corpus.lines import line_numbers
from corpus.originals import OriginalStore
from corpus.sources import SUFFIXES, Found, find_files
from retrieval.building.analysed import Analysed
from retrieval.building.cutting import TASK_BYTES, Kept, Waiting, cut
from retrieval.building.spool import Spool
from retrieval.building.tasks import Files, Stretch, Task
from retrieval.ledger import Entry, Ledger, free_name
from retrieval.library import Identity
from retrieval.summary import Summary

__all__ = ["Advance", "Analyser", "Reading", "Summary"]

# Called with what is being done, how much of it is done, and how much there is; in bytes or
# passages.
Advance = Callable[[str, int, int], None]
# Analyses tasks, in their order; told how many bytes there are to read.
Analyser = Callable[[Iterable[Task], int], Iterator[tuple[Task, Analysed]]]


class Reading:
    """One run over sources.

    Attributes:
        summary: what it did so far.

    Parameters
    ----------
    originals
        where the bytes of files that were read are put.
    ledger
        what was read before; brought up to date.
    before
        the documents of the index so far.
    spool
        where new documents are put aside.
    analyser
        reads and analyses them.
    task_bytes
        what is given to the analyser at once.
    """

    def __init__(
        self,
        originals: OriginalStore,
        ledger: Ledger,
        before: Sequence[Identity],
        spool: Spool,
        analyser: Analyser,
        *,
        task_bytes: int = TASK_BYTES,
    ) -> None:
        self.summary = Summary()
        self._originals = originals
        self._ledger = ledger
        self._before = before
        self._vouched_before = ledger.vouchers()
        self._digests = {identity.sha256 for identity in before}
        self._spool = spool
        self._analyser = analyser
        self._task_bytes = task_bytes
        self._refused: set[int] = set()

    def read(self, source: Path, advance: Advance) -> None:
        """Read what is new or changed below a source, and forget files that are gone from it."""
        found = list(find_files(source))
        if not found:
            raise NoDocuments(source, SUFFIXES)
        entries = self._ledger.sources.setdefault(str(source), {})
        present = {str(item.path) for item in found if isinstance(item, Found)}
        for file in set(entries) - present:
            del entries[file]
        told = len(self.summary.skipped)
        self.summary.skipped += [item for item in found if isinstance(item, Skipped)]
        files = [item for item in found if isinstance(item, Found)]
        waiting = [*self._changed(files, str(source))]
        self._read_files(waiting, advance)
        names = {str(one.path): one.name for one in waiting}
        shown = [names.get(str(f.path), f.name) if isinstance(f, Found) else f.name for f in found]
        self.summary.skipped[told:] = _in_order(self.summary.skipped[told:], shown)

    def documents(self) -> dict[Identity, int]:
        """Return the documents that the index should hold now, no two with the same id.

        Each with its place in the spool, or -1 where it is one of those before. Documents that no
        file was ever noted for are kept, unless one with the same id was read. A file with an id
        that is taken is read again next time, when the id may be free.
        """
        vouched = self._ledger.vouchers()
        orphans = {d.id: (d, -1) for d in self._before if not self._vouched_before.know(d)}
        kept = {d.id: (d, -1) for d in self._before if vouched.know(d)}
        repeated = defaultdict[str, list[Identity]](list)
        for place, document in enumerate(self._spool.documents):
            if place not in self._refused:
                known, _ = kept.setdefault(document.id, (document, place))
                if known.sha256 != document.sha256:
                    self._clash(document)
                elif known != document:
                    repeated[document.sha256].append(document)
        for sha256, documents in repeated.items():
            self._tell_repeats(sha256, documents)
        return dict((orphans | kept).values())

    def _changed(self, files: Sequence[Found], source: str) -> Iterator[Waiting]:
        """Yield the files to read, no two with the same name."""
        taken, given = self._ledger.names(), set[str]()
        for found in files:
            file = str(found.path)
            owner = self._ledger.owner(file, source)
            entry = self._ledger.sources[owner].get(file)
            try:
                status = found.path.stat()
            except OSError as error:
                self._miss(file, entry.name if entry else found.name, owner, error)
                continue
            if entry and entry.is_unchanged(status) and self._is_here(entry):
                self.summary.n_unchanged += 1
                continue
            is_named = entry and entry.name not in given
            name = entry.name if entry and is_named else free_name(found.name, source, taken)
            taken.add(name)
            given.add(name)
            yield Waiting(found.path, name, owner, status)

    def _is_here(self, entry: Entry) -> bool:
        """Say whether a file needs no reading: not for its text, nor to mend its original."""
        is_whole = self._originals.is_whole
        return entry.sha256 in self._digests and is_whole(entry.sha256, entry.bytes)

    def _read_files(self, waiting: Sequence[Waiting], advance: Advance) -> None:
        by_name = {one.name: one for one in waiting}
        n_bytes = sum(one.status.st_size for one in waiting)
        n_items, n_documents = Counter[str](), Counter[str]()
        done = 0
        tasks = cut(waiting, self._keep_lines, self._task_bytes)
        for task, batch in self._analyser(tasks, n_bytes):
            first = len(self._spool.documents)
            self._spool.add(batch)
            self.summary.skipped += batch.skipped
            if isinstance(task, Stretch):
                n_documents[task.name] += len(batch.documents)
                n_items[task.name] += len(batch.documents) + len(batch.skipped)
                done += task.lines.end - task.lines.start
                if task.is_last:
                    counts = n_items[task.name], n_documents[task.name]
                    self._finish_lines(by_name[task.name], task.sha256, *counts)
            else:
                done += self._finish_files(task, batch, by_name, first)
            # A file may have grown since it was looked at.
            advance("reading", min(done, n_bytes), n_bytes)

    def _keep_lines(self, one: Waiting) -> Kept | None:
        """Keep a file of lines first: what is read are the bytes that were kept."""
        sha256 = self._put(one)
        if sha256 is None:
            return None
        path = self._originals.path(sha256)
        if not path.stat().st_size:
            self._finish_lines(one, sha256, 0, 0)
            return None
        return Kept(path, sha256)

    def _finish_lines(self, one: Waiting, sha256: str, n_items: int, n_documents: int) -> None:
        """Note a file of lines whose last stretch was read."""
        if not n_items:
            remedy = "give one document per line or remove the file"
            self.summary.skipped.append(Skipped(one.name, "is empty", remedy))
        self._note(one, sha256 if n_documents else None)

    def _finish_files(
        self, task: Files, batch: Analysed, waiting: Mapping[str, Waiting], first: int
    ) -> int:
        """Keep the originals of files that were read, and note them; return how many bytes."""
        read = {document.id: place for place, document in enumerate(batch.documents, first)}
        n_bytes = 0
        for _, name in task.files:
            one = waiting[name]
            n_bytes += one.status.st_size
            place = read.get(name)
            if place is None:
                self._note(one, None)
                continue
            sha256 = self._put(one)
            if sha256 == self._spool.documents[place].sha256:
                self._note(one, sha256)
                continue
            self._refused.add(place)
            if sha256:
                changed = Skipped(name, "changed while it was read", "index it again")
                self.summary.skipped.append(changed)
        return n_bytes

    def _put(self, one: Waiting) -> str | None:
        """Keep the bytes of a file; None for one that cannot be opened, which is told."""
        try:
            return self._originals.put_file(one.path)
        except OSError as error:
            if error.filename != str(one.path):  # the fault is that of the home
                raise
            self._miss(str(one.path), one.name, one.owner, error)
            return None

    def _miss(self, file: str, name: str, owner: str, error: OSError) -> None:
        """Tell of a file that cannot be opened, and forget it."""
        reason = (error.strerror or "unknown error").lower()
        problem = f"cannot be opened: {reason}"
        self.summary.skipped.append(Skipped(name, problem, "check its permissions"))
        self._ledger.sources[owner].pop(file, None)

    def _note(self, one: Waiting, sha256: str | None) -> None:
        """Note what a file holds now; None for nothing."""
        file, entries = str(one.path), self._ledger.sources[one.owner]
        entries.pop(file, None)
        if sha256:
            status = one.status
            entries[file] = Entry(one.name, status.st_size, status.st_mtime_ns, sha256)
            self.summary.n_read += 1

    def _clash(self, document: Identity) -> None:
        """Tell of a document whose id one of another file has."""
        problem = f"has the id {document.id!r} of a document of another source"
        self.summary.skipped.append(Skipped(document.id, problem, "give it its own id"))
        self._ledger.doubt(document.sha256)

    def _tell_repeats(self, sha256: str, documents: Sequence[Identity]) -> None:
        """Tell of lines whose id an earlier line of the same file has."""
        with self._originals.path(sha256).open("rb") as file:
            numbers = line_numbers(file, [document.start for document in documents])
        name = self._ledger.name(sha256)
        self.summary.skipped += [
            Skipped(f"{name}:{number}", f"repeats the id {d.id!r}", "give each line its own id")
            for number, d in zip(numbers, documents, strict=True)
        ]


def _in_order(skipped: Sequence[Skipped], names: Sequence[str]) -> list[Skipped]:
    """Return what was skipped in the order of the files, and of the lines of each."""
    rank = {name: number for number, name in enumerate(names)}
    return sorted(skipped, key=lambda s: rank.get(s.name, rank.get(s.name.rpartition(":")[0], 0)))
