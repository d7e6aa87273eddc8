"""What was indexed from where, so that only changed files are read again."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from os import stat_result
from pathlib import Path
from typing import Any

from retrieval.library import Identity

__all__ = ["Entry", "Ledger", "Vouchers", "free_name"]

# A time of change that no file has.
NEVER = -(1 << 63)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file as it was when it was read.

    Attributes:
        name: its name in the index.
        bytes: its size.
        modified_ns: time of its last change, nanoseconds since 1970.
        sha256: digest of its content.
    """

    name: str
    bytes: int
    modified_ns: int
    sha256: str

    def is_unchanged(self, status: stat_result) -> bool:
        """Say whether a file still has the size and the time it had."""
        return (status.st_size, status.st_mtime_ns) == (self.bytes, self.modified_ns)


@dataclass(slots=True)
class Ledger:
    """The files of every source that was indexed.

    Losing it costs time, not documents: files are then read again.

    Attributes:
        sources: entries by absolute file path, by absolute source path.
    """

    sources: dict[str, dict[str, Entry]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> "Ledger":
        """Read a ledger; one that is missing or damaged is empty."""
        try:
            raw: Mapping[str, Mapping[str, Mapping[str, Any]]] = json.loads(path.read_bytes())
            return cls(
                {
                    source: {file: Entry(**entry) for file, entry in files.items()}
                    for source, files in raw.items()
                }
            )
        except (OSError, ValueError, TypeError, AttributeError):
            return cls()

    def write(self, path: Path) -> None:
        """Write the ledger to a file, safe from a power cut but for the folder's entry."""
        raw = {
            s: {f: asdict(entry) for f, entry in files.items()} for s, files in self.sources.items()
        }
        with path.open("w", encoding="utf-8") as file:
            json.dump(raw, file, ensure_ascii=False, indent=1, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())

    def doubt(self, sha256: str) -> None:
        """Have the files of this content read again next time, changed or not."""
        for files in self.sources.values():
            for file, entry in files.items():
                if entry.sha256 == sha256:
                    files[file] = replace(entry, modified_ns=NEVER)

    def name(self, sha256: str) -> str:
        """Return the name of a file of this content."""
        entries = (entry for files in self.sources.values() for entry in files.values())
        return next((entry.name for entry in entries if entry.sha256 == sha256), sha256)

    def keep(self, sources: set[str]) -> None:
        """Forget every source but these."""
        self.sources = {s: files for s, files in self.sources.items() if s in sources}

    def forget(self, files: Iterable[Path]) -> None:
        """Forget files, and sources that have no other."""
        gone = {*map(str, files)}
        kept = {
            source: {file: entry for file, entry in entries.items() if file not in gone}
            for source, entries in self.sources.items()
        }
        self.sources = {source: entries for source, entries in kept.items() if entries}

    def part(self, sources: Iterable[str]) -> "Ledger":
        """Return the ledger of some of the sources."""
        return Ledger({source: dict(self.sources[source]) for source in sources})

    def owner(self, file: str, source: str) -> str:
        """Return the source that has a file already, or the given one."""
        return next((s for s, files in self.sources.items() if file in files), source)

    def names(self) -> set[str]:
        """Return the names of all files."""
        return {entry.name for files in self.sources.values() for entry in files.values()}

    def vouchers(self) -> "Vouchers":
        """Return a test of whether a document still comes from one of the files."""
        entries = [entry for files in self.sources.values() for entry in files.values()]
        return Vouchers(
            files=frozenset((entry.sha256, entry.name) for entry in entries),
            digests=frozenset(entry.sha256 for entry in entries),
        )


@dataclass(frozen=True, slots=True)
class Vouchers:
    """The files that were read.

    Attributes:
        files: (sha256, name) of each.
        digests: sha256 of each.
    """

    files: frozenset[tuple[str, str]]
    digests: frozenset[str]

    def know(self, document: Identity) -> bool:
        """Say whether a document was read from one of them; JSONL lines have ids of their own."""
        if document.format == "jsonl":
            return document.sha256 in self.digests
        return (document.sha256, document.id) in self.files


def free_name(name: str, source: str, taken: set[str]) -> str:
    """Return a name for a file, with the source's in front as long as another file has it.

    >>> free_name("a.txt", "/home/press", {"a.txt"}), free_name("b.txt", "/home/press", {"a.txt"})
    ('press/a.txt', 'b.txt')
    """
    while name in taken:
        name = f"{Path(source).name}/{name}"
    return name
