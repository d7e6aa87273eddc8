"""Immutable generations of an index, of which CURRENT tells the one in use.

A text that was removed stays in the generations that are kept to fall back on: it leaves the disk
with the third publication that goes without it, and its original with it.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from retrieval import storage
from retrieval.errors import IndexBusy, IndexDamaged, IndexMissing
from retrieval.storage import Stored

__all__ = ["KEPT", "Generations"]

# The one in use, and two to fall back on when a file is found damaged.
KEPT = 3
PREFIX = "g-"
NAME = re.compile(r"g-\d{6,}", re.ASCII)
UNFINISHED = ".tmp-"
# What comes of arrays and facts that are missing or say something else than they should.
NOT_AN_INDEX = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError)

T = TypeVar("T")


class Generations:
    """The `index/` folder of a home.

    A generation is written aside, opened once as a reader would, renamed into place, and only then
    named in CURRENT; a crash at any moment leaves either the old or the new one in use.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def building(self) -> Iterator[None]:
        """Hold the build lock, and clear what earlier builds left unfinished.

        Raises
        ------
        IndexBusy
            another process holds it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "build.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise IndexBusy(self.folder) from None
            for orphan in self.folder.glob(f"{UNFINISHED}*"):
                _remove(orphan)
            yield

    @contextmanager
    def spooling(self) -> Iterator[Path]:
        """Yield an empty folder for what a build puts aside; call it inside `building`."""
        folder = self.folder / f"{UNFINISHED}spool"
        folder.mkdir()
        try:
            yield folder
        finally:
            _remove(folder)

    def publish(self, write: Callable[[Path], None]) -> str:
        """Have a new generation written, verify it and switch to it; call it inside `building`.

        Returns its name, such as "g-000042". On any error the old one stays in use.

        Parameters
        ----------
        write
            called with an empty folder to write the generation's files into.
        """
        name = self.next_name()
        unfinished, pointer = (self.folder / f"{UNFINISHED}{what}" for what in (name, "CURRENT"))
        try:
            unfinished.mkdir()
            write(unfinished)
            storage.read(unfinished)
            # Written before anything is renamed: from there on nothing needs room.
            _write(pointer, f"{name} {storage.digest(unfinished)}\n")
            unfinished.rename(self.folder / name)
            storage.sync_folder(self.folder)
            self._point_to(pointer)
        except BaseException:
            _remove(unfinished)
            _remove(pointer)
            raise
        self._collect()
        return name

    def next_name(self) -> str:
        """Return the name of the generation to be published next."""
        newest = max((int(name[len(PREFIX) :]) for name in self.names()), default=0)
        return f"{PREFIX}{newest + 1:06d}"

    def open(self) -> tuple[str, Stored]:
        """Open the generation in use, as `open_as` does; return its name and its content."""
        return self.open_as(lambda name, stored: (name, stored))

    def open_as(self, make: Callable[[str, Stored], T]) -> T:
        """Make something of the generation in use, or of the newest whole one when it is damaged.

        Parameters
        ----------
        make
            called with a name and a content; one it cannot make anything of is damaged, too.

        Raises
        ------
        IndexMissing
            none was ever published.
        IndexDamaged
            none is whole; names the first thing found wrong.
        """
        first_damage: IndexDamaged | None = None
        for name in self._candidates():
            try:
                return self._make(name, make)
            except IndexDamaged as damage:
                first_damage = first_damage or damage
        raise first_damage or IndexMissing(self.folder)

    @property
    def current_file(self) -> Path:
        """The file that tells the generation in use: its name and the digest of its manifest."""
        return self.folder / "CURRENT"

    def current(self) -> str | None:
        """Return the name that CURRENT holds, or None where no generation fits what it holds."""
        with suppress(OSError, ValueError):
            name, digest = self.current_file.read_text(encoding="ascii").split()
            if name in self.names() and digest == storage.digest(self.folder / name):
                return name
        return None

    def has_any(self) -> bool:
        """Say whether a generation was ever published."""
        return bool(self.names())

    def names(self) -> list[str]:
        """Return the finished generations, newest first."""
        found = (path.name for path in self.folder.glob(f"{PREFIX}*"))
        return sorted((name for name in found if NAME.fullmatch(name)), reverse=True)

    def _make(self, name: str, make: Callable[[str, Stored], T]) -> T:
        stored = storage.read(self.folder / name)
        try:
            return make(name, stored)
        except NOT_AN_INDEX as error:
            problem = f"its files are not those of an index ({error!r})"
            raise IndexDamaged(self.folder / name, problem) from error

    def _candidates(self) -> list[str]:
        current = self.current()
        return [current, *(n for n in self.names() if n != current)] if current else self.names()

    def _point_to(self, pointer: Path) -> None:
        if self.current_file.is_dir() and not self.current_file.is_symlink():
            _remove(self.current_file)  # no file can be renamed to where a folder stands
        pointer.rename(self.current_file)
        storage.sync_folder(self.folder)

    def _collect(self) -> None:
        for name in self.names()[KEPT:]:
            _remove(self.folder / name)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
