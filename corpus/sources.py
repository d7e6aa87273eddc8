"""The files below a source, a file or a folder, in an order that is always the same."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.documents import Skipped
from corpus.errors import SourceMissing

__all__ = ["SUFFIXES", "Found", "find_files"]

SUFFIXES = (".txt", ".text", ".news", ".md", ".markdown", ".jsonl")
"""Endings of the files that are read, in lower case; a file without an ending is tried as text."""

_KNOWN = {
    ".pdf": "PDF", ".docx": "DOCX", ".doc": "DOC", ".epub": "EPUB", ".html": "HTML", ".htm": "HTML",
    ".csv": "CSV", ".xml": "XML", ".rss": "RSS", ".json": "JSON", ".rtf": "RTF", ".odt": "ODT",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read.

    Attributes:
        path: where it is.
        name: its path below the source with forward slashes, or its own name as a source.
    """

    path: Path
    name: str


def find_files(source: Path) -> Iterator[Found | Skipped]:
    """Yield the files of a source sorted by name; raise `SourceMissing` when there is none.

    Hidden files and folders are passed over in silence. A folder met again, as through a link to
    one of its parents, is not entered twice.
    """
    if not source.exists():
        raise SourceMissing(source)
    if source.is_dir():
        paths = sorted((_name(path, source), path) for path in _walk(source, set()))
        yield from (_judge(path, name) for name, path in paths)
    else:
        yield _judge(source, source.name)


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    """Yield what is in a folder and its folders, except hidden things."""
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder  # it cannot be listed, which is said when it is judged
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, seen)
        else:
            yield entry


def _name(path: Path, source: Path) -> str:
    return path.relative_to(source).as_posix()


def _judge(path: Path, name: str) -> Found | Skipped:
    if not _is_utf8(name):
        shown = os.fsencode(name).decode("utf-8", "backslashreplace")
        return Skipped(shown, "has a name that is not UTF-8", "rename the file")
    if path.is_dir():
        return Skipped(name, "is a folder that cannot be opened", "check its permissions")
    if not path.is_file():
        return Skipped(name, "is no regular file, or is gone", "leave it out or repair the link")
    suffix = path.suffix.lower()
    if suffix and suffix not in SUFFIXES:
        what = _KNOWN.get(suffix, f"a {suffix} file")
        return Skipped(name, f"{what} is not read", f"save its text as one of {' '.join(SUFFIXES)}")
    return Found(path, name)


def _is_utf8(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
