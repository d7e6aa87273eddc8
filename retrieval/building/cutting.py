"""Files that wait to be read, cut into tasks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from os import stat_result
from pathlib import Path

from corpus.lines import cut_lines
from retrieval.building.tasks import Files, Stretch, Task

__all__ = ["TASK_BYTES", "Kept", "Waiting", "cut"]

# Bytes and files of one task: small enough to spread, large enough to be worth sending.
TASK_BYTES = 1 << 21
TASK_FILES = 64


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file to read.

    Attributes:
        path: where it is.
        name: its name in the index, like no other's.
        owner: the source it belongs to.
        status: how it looked before it was read.
    """

    path: Path
    name: str
    owner: str
    status: stat_result


@dataclass(frozen=True, slots=True)
class Kept:
    """A file whose bytes stay as they are.

    Attributes:
        path: where it is.
        sha256: digest of its bytes.
    """

    path: Path
    sha256: str


def cut(
    waiting: Iterable[Waiting],
    keep: Callable[[Waiting], Kept | None],
    size: int = TASK_BYTES,
) -> Iterator[Task]:
    """Yield tasks: some files each, or a stretch of a file of lines.

    Parameters
    ----------
    waiting
        the files.
    keep
        keeps a file of lines before it is read, piece by piece; returns None where there is
        nothing to read of it.
    size
        bytes of a task, to which the rest of its last file or line is added.
    """
    files: list[tuple[str, str]] = []
    n_bytes = 0
    for one in waiting:
        if one.path.suffix.lower() == ".jsonl":
            kept = keep(one)
            yield from _stretches(kept, one.name, size) if kept else ()
            continue
        files.append((str(one.path), one.name))
        n_bytes += one.status.st_size
        if n_bytes >= size or len(files) == TASK_FILES:
            yield Files(tuple(files))
            files, n_bytes = [], 0
    if files:
        yield Files(tuple(files))


def _stretches(kept: Kept, name: str, size: int) -> Iterator[Stretch]:
    with kept.path.open("rb") as file:
        cuts = cut_lines(file, size)
        lines = next(cuts, None)
        while lines:
            after = next(cuts, None)
            yield Stretch(str(kept.path), name, kept.sha256, lines, is_last=after is None)
            lines = after
