"""One generation as files: arrays and blobs that a manifest vouches for, byte by byte."""

import hashlib
import json
import mmap
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import IndexDamaged

__all__ = ["FORMAT_VERSION", "Sink", "Stored", "Writer", "digest", "read", "sync_folder"]

# Raised whenever files or their meaning change; an index of another version is rebuilt.
FORMAT_VERSION = 4
MANIFEST = "MANIFEST.json"
SEAL_BYTES = 65
CHUNK_BYTES = 1 << 20

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """What one generation holds.

    Attributes:
        arrays: by name; memory-mapped and read-only when read from disk.
        blobs: byte strings by name; memory-mapped when read from disk.
        facts: counts and settings, JSON values only.
    """

    arrays: Mapping[str, Array]
    blobs: Mapping[str, bytes | memoryview]
    facts: Mapping[str, Any]


class Sink:
    """A file that is digested as it is written.

    It is no file that numpy recognises: into those it knows it writes past Python, and a full disk
    is then an error without a reason.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self._n_bytes = 0

    def write(self, content: bytes | memoryview) -> int:
        """Write bytes behind those that are there."""
        self._file.write(content)
        self._digest.update(content)
        size = memoryview(content).nbytes
        self._n_bytes += size
        return size

    @property
    def entry(self) -> dict[str, Any]:
        """What the manifest says of the file."""
        return {"bytes": self._n_bytes, "sha256": self._digest.hexdigest()}


class Writer:
    """Writes a generation, file by file, each synced to the disk before the next.

    Parameters
    ----------
    folder
        exists and is empty.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, dict[str, Any]] = {}

    def array(self, name: str, array: Array) -> None:
        """Write an array as `name`.npy."""
        with self.blob(f"{name}.npy") as sink:
            np.save(sink, np.ascontiguousarray(array), allow_pickle=False)

    @contextmanager
    def blob(self, name: str) -> Iterator[Sink]:
        """Write a file of any bytes, piece by piece."""
        with (self._folder / name).open("xb") as file:
            sink = Sink(file)
            yield sink
            file.flush()
            _sync(file.fileno())
        self._files[name] = sink.entry

    def add(self, stored: Stored) -> None:
        """Write arrays and blobs that are in memory; facts are given at the end."""
        for name, array in stored.arrays.items():
            self.array(name, array)
        for name, blob in stored.blobs.items():
            with self.blob(name) as sink:
                sink.write(blob)

    def finish(self, facts: Mapping[str, Any]) -> None:
        """Write the manifest and make every file read-only (mode 0444)."""
        body = {"format_version": FORMAT_VERSION, "facts": dict(facts), "files": self._files}
        text = json.dumps(body, indent=1, sort_keys=True, ensure_ascii=False).encode() + b"\n"
        with (self._folder / MANIFEST).open("xb") as file:
            file.write(text + _seal(text))
            file.flush()
            _sync(file.fileno())
        for path in self._folder.iterdir():
            path.chmod(0o444)
        sync_folder(self._folder)


def read(folder: Path) -> Stored:
    """Open a generation after checking every file against the manifest.

    Raises
    ------
    IndexDamaged
        a file is missing, altered, left over, or of another format version, or the manifest is
        sealed and does not say what one says.
    """
    manifest = _read_manifest(folder / MANIFEST)
    found = {path.name for path in folder.iterdir()} - {MANIFEST}
    for name in sorted(found ^ set(manifest["files"])):
        raise IndexDamaged(folder / name, "missing" if name not in found else "not in the manifest")
    for name, expected in manifest["files"].items():
        size, sha256 = _digest(folder / name)
        if expected != {"bytes": size, "sha256": sha256}:
            raise IndexDamaged(folder / name, "its bytes are not those that were written")
    arrays = {name[:-4]: _map(folder / name) for name in found if name.endswith(".npy")}
    blobs = {name: _map_bytes(folder / name) for name in found if not name.endswith(".npy")}
    return Stored(arrays=arrays, blobs=blobs, facts=manifest["facts"])


def digest(folder: Path) -> str:
    """Return the SHA-256 of a generation's manifest, which vouches for all that it holds."""
    return hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest()


def sync_folder(folder: Path) -> None:
    """Make the folder's entries survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    os.fsync(descriptor)


def _seal(body: bytes) -> bytes:
    """Return the manifest's last line: the digest of all that stands before it."""
    return hashlib.sha256(body).hexdigest().encode() + b"\n"


def _read_manifest(path: Path) -> dict[str, Any]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise IndexDamaged(path, error.strerror or "cannot be read") from error
    body, seal = content[:-SEAL_BYTES], content[-SEAL_BYTES:]
    if _seal(body) != seal:
        raise IndexDamaged(path, "its own checksum does not hold")
    try:
        manifest = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise IndexDamaged(path, "not JSON") from error
    version = manifest.get("format_version") if isinstance(manifest, dict) else None
    if version != FORMAT_VERSION:
        raise IndexDamaged(path, f"index format {version}, expected {FORMAT_VERSION}")
    for key in ("files", "facts"):
        if not isinstance(manifest.get(key), dict):
            raise IndexDamaged(path, f"does not tell the {key}")
    return {"files": manifest["files"], "facts": manifest["facts"]}


def _digest(path: Path) -> tuple[int, str]:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                digest.update(chunk)
            return file.tell(), digest.hexdigest()
    except OSError as error:
        raise IndexDamaged(path, error.strerror or "cannot be read") from error


def _map(path: Path) -> Array:
    """Memory-map an array; this way of opening one knows neither pickles nor archives."""
    try:
        mapped = _opened(path)
    except (ValueError, TypeError, ArithmeticError) as error:
        raise IndexDamaged(path, f"not an array that can be mapped ({error})") from error
    # The plain view of the same memory: indexing a memmap object is ten times slower.
    return mapped.view(np.ndarray)


def _opened(path: Path) -> Array:
    try:
        first: Array = np.lib.format.open_memmap(path, mode="r")
    except SystemError:
        # Python 3.11 may take another thread's parsing of a header for its own, and give up.
        again: Array = np.lib.format.open_memmap(path, mode="r")
        return again
    return first


def _map_bytes(path: Path) -> memoryview:
    """Memory-map a file of any bytes; an empty one cannot be mapped and needs no map."""
    with path.open("rb") as file:
        if not path.stat().st_size:
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
