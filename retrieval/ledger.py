"""What was indexed from where, so that only changed files are read again."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from corpus.documents import Document

__all__ = ["Entry", "Ledger", "Vouchers"]

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

    def is_unchanged(self, path: Path) -> bool:
        """Say whether a file still has the size and the time it had."""
        status = path.stat()
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

    def save(self, path: Path) -> None:
        """Replace the file in one step."""
        raw = {
            s: {f: asdict(entry) for f, entry in files.items()} for s, files in self.sources.items()
        }
        temporary = path.with_suffix(".new")
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(raw, file, ensure_ascii=False, indent=1, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)

    def doubt(self, sha256: str) -> None:
        """Have the files of this content read again next time, changed or not."""
        for files in self.sources.values():
            for file, entry in files.items():
                if entry.sha256 == sha256:
                    files[file] = replace(entry, modified_ns=NEVER)

    def keep(self, sources: set[str]) -> None:
        """Forget every source but these."""
        self.sources = {s: files for s, files in self.sources.items() if s in sources}

    def owner(self, file: str, source: str) -> str:
        """Return the source that has a file already, or the given one."""
        return next((s for s, files in self.sources.items() if file in files), source)

    def free_name(self, name: str, source: str) -> str:
        """Return a name for a file, with the source's in front where another source has it."""
        others = (files for other, files in self.sources.items() if other != source)
        taken = any(entry.name == name for files in others for entry in files.values())
        return f"{Path(source).name}/{name}" if taken else name

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

    def know(self, document: Document) -> bool:
        """Say whether a document was read from one of them; JSONL lines have ids of their own."""
        sha256 = document.original.sha256
        if document.original.format == "jsonl":
            return sha256 in self.digests
        return (sha256, document.id) in self.files
