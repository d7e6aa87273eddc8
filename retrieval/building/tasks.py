"""Pieces of work that a process can do by itself: files, or some lines of one."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.documents import Document, Skipped
from corpus.jsonl import read_jsonl
from corpus.lines import Lines
from corpus.reading import read_file

__all__ = ["Files", "Stretch", "Task", "dump", "load", "read"]


@dataclass(frozen=True, slots=True)
class Files:
    """Whole files.

    Attributes:
        files: path and name of each.
    """

    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some lines of a JSONL file.

    Attributes:
        path: where the bytes are.
        name: the file's name.
        sha256: digest of the whole file.
        lines: which lines.
        is_last: whether the file ends with them.
    """

    path: str
    name: str
    sha256: str
    lines: Lines
    is_last: bool


Task = Files | Stretch


def read(task: Task) -> Iterator[Document | Skipped]:
    """Yield the documents of a task, and what had to be skipped."""
    if isinstance(task, Files):
        for path, name in task.files:
            yield from read_file(Path(path), name)
    else:
        with Path(task.path).open("rb") as file:
            yield from read_jsonl(file, task.name, task.sha256, task.lines)


def dump(task: Task) -> bytes:
    """Return a task as one line."""
    return json.dumps(asdict(task)).encode() + b"\n"


def load(line: bytes) -> Task:
    """Return the task that a line says."""
    raw = json.loads(line)
    if "files" in raw:
        return Files(tuple((path, name) for path, name in raw["files"]))
    return Stretch(**raw | {"lines": Lines(**raw["lines"])})
