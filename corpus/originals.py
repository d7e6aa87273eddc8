"""The bytes that documents were read from, kept once under their digest, damage mended when put."""

import hashlib
import os
import re
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from corpus.errors import OriginalDamaged

__all__ = ["OriginalStore", "digest_file"]

_CHUNK = 1 << 20
# Originals above 64 MiB are judged by their size, so that a run without news stays quick.
_MAX_DIGESTED = 64 << 20
_UNFINISHED = ".new-"
_FOLDER = re.compile("[0-9a-f]{2}")
_NAME = re.compile("[0-9a-f]{64}")


def digest_file(file: BufferedReader) -> str:
    """Return the lower-case hexadecimal SHA-256 of an open file's bytes."""
    return hashlib.file_digest(file, "sha256").hexdigest()


class OriginalStore:
    """A folder of files named by what they hold: `ab/abcdef...`."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which is made when the first original is put."""
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keep some bytes in place of a damaged copy of them, if any; return their SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        if not self._holds(sha256):
            with self._fresh_file() as (file, fresh):
                file.write(content)
                self._publish(file, fresh, sha256)
        return sha256

    def put_file(self, path: Path) -> str:
        """Keep the bytes of a file as `put` does, a piece at a time; return their SHA-256."""
        with path.open("rb") as source:
            sha256 = digest_file(source)
            if self._holds(sha256):
                return sha256
            source.seek(0)
            return self._copy(source)

    def is_whole(self, sha256: str, n_bytes: int) -> bool:
        """Say whether an original is there with its size and, up to 64 MiB, with its digest."""
        try:
            size = self.path(sha256).stat().st_size
        except OSError:
            return False
        return size == n_bytes and (size > _MAX_DIGESTED or self._holds(sha256))

    def keep_only(self, wanted: Collection[str]) -> None:
        """Remove the originals whose digest is not wanted, and what killed runs left unfinished.

        No other file is removed, and one that cannot be stays for the next time. Nothing may be
        put meanwhile.
        """
        self.remove_unfinished()
        for path in self._folder.glob("*/*"):
            folder, name = path.parent.name, path.name
            is_original = _FOLDER.fullmatch(folder) and _NAME.fullmatch(name)
            if is_original and name.startswith(folder) and name not in wanted:
                with suppress(OSError):
                    path.unlink()

    def remove_unfinished(self) -> None:
        """Remove what killed runs left half written; nothing may be put meanwhile."""
        for path in self._folder.glob(f"{_UNFINISHED}*"):
            with suppress(OSError):
                path.unlink()

    def read(self, sha256: str) -> bytes:
        """Return the bytes of that digest; raise `OriginalDamaged` when they are not there."""
        path = self.path(sha256)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise OriginalDamaged(sha256, path, "is missing") from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise OriginalDamaged(sha256, path, "has changed")
        return content

    def part(self, sha256: str, start: int, end: int) -> bytes:
        """Return some bytes of an original, from `start` to `end`, without digesting the whole.

        Raises `OriginalDamaged` when the original is not there.
        """
        path = self.path(sha256)
        try:
            with path.open("rb") as file:
                file.seek(start)
                return file.read(end - start)
        except OSError as error:
            raise OriginalDamaged(sha256, path, "is missing") from error

    def _holds(self, sha256: str) -> bool:
        """Say whether the bytes of that digest are there, every one as it was put."""
        try:
            with self.path(sha256).open("rb") as file:
                return digest_file(file) == sha256
        except OSError:
            return False

    def _copy(self, source: BinaryIO) -> str:
        # Digested again on the way: the file may change between the two readings.
        digest = hashlib.sha256()
        with self._fresh_file() as (file, fresh):
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                file.write(chunk)
            self._publish(file, fresh, digest.hexdigest())
        return digest.hexdigest()

    def path(self, sha256: str) -> Path:
        """Return where the bytes of that digest are, or would be."""
        return self._folder / sha256[:2] / sha256

    @contextmanager
    def _fresh_file(self) -> Iterator[tuple[BinaryIO, Path]]:
        """Open a file beside the originals; whatever still has its name at the end is removed."""
        _make(self._folder)
        number, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=self._folder)
        try:
            with os.fdopen(number, "wb") as file:
                yield file, Path(name)
        finally:
            Path(name).unlink(missing_ok=True)

    def _publish(self, file: BinaryIO, fresh: Path, sha256: str) -> None:
        """Put a written file in its place in one step, readable only, and safe from a power cut."""
        file.flush()
        os.fchmod(file.fileno(), 0o444)
        os.fsync(file.fileno())
        path = self.path(sha256)
        _make(path.parent)
        fresh.replace(path)
        _sync_folder(path.parent)


def _make(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
