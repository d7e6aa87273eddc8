"""The files below a source, a file or a folder, in an order that is always the same."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.documents import Skipped
from corpus.errors import SourceMissing
from corpus.naming import read_names

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
        name: its path below the source with forward slashes, or its own name as a source, or what
            the folder's list of names calls it (see `corpus.naming`).
    """

    path: Path
    name: str


def find_files(source: Path) -> Iterator[Found | Skipped]:
    """Yield the files of a source sorted by name; raise `SourceMissing` when there is none.

    Hidden files and folders are passed over in silence. A folder met again, as through a link to
    one of its parents, is not entered twice. A link inside the source that leads out of it is
    skipped; the source itself may be a link.
    """
    if not source.exists():
        raise SourceMissing(source)
    root = _real(source)
    if source.is_dir():
        names = read_names(source)
        stored = ((_name(path, source), path) for path in _walk(source, root))
        paths = sorted((names.get(name, name), path) for name, path in stored)
        yield from (_judge(path, name, root) for name, path in paths)
    else:
        yield _judge(source, source.name, root)


def _walk(source: Path, root: Path) -> Iterator[Path]:
    """Yield what is in a folder and its folders, except hidden things and what links outside hold.

    What is left to do is kept in a list: folders may be nested deeper than calls.
    """
    seen: set[tuple[int, int]] = set()
    waiting = [source]
    while waiting:
        path = waiting.pop()
        if not (_says(path.is_dir) and _is_inside(path, root)):
            yield path
            continue
        try:
            status = path.stat()
            entries = sorted(path.iterdir(), reverse=True)
        except OSError:
            yield path  # it cannot be listed, which is said when it is judged
            continue
        if (status.st_dev, status.st_ino) not in seen:
            seen.add((status.st_dev, status.st_ino))
            waiting += (entry for entry in entries if not entry.name.startswith("."))


def _is_inside(path: Path, root: Path) -> bool:
    """Say whether a path is no link, or one that leads to a place below a folder."""
    return not _says(path.is_symlink) or _real(path).is_relative_to(root)


def _real(path: Path) -> Path:
    """Return where a path leads in the end; unlike `resolve`, for a link to itself as well."""
    return Path(os.path.realpath(path))


def _says(test: Callable[[], bool]) -> bool:
    """Return what a test of a path says, False where it cannot tell.

    It cannot where a folder may be listed but not entered, and where a path is too long.
    """
    try:
        return test()
    except OSError:
        return False


def _name(path: Path, source: Path) -> str:
    return path.relative_to(source).as_posix()


def _judge(path: Path, name: str, root: Path) -> Found | Skipped:
    if not _is_utf8(name):
        shown = os.fsencode(name).decode("utf-8", "backslashreplace")
        return Skipped(shown, "has a name that is not UTF-8", "rename the file")
    if not _is_inside(path, root):
        remedy = "give what it leads to as a source of its own"
        return Skipped(name, "is a link that leads out of the source", remedy)
    if _says(path.is_dir):
        return Skipped(name, "is a folder that cannot be opened", "check its permissions")
    if not _says(path.is_file):
        problem = "is no regular file, or cannot be reached"
        return Skipped(name, problem, "leave it out, or repair the link or the path")
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
