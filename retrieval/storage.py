"""One generation as files: arrays and blobs that a manifest vouches for, byte by byte."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import IndexDamaged

__all__ = ["FORMAT_VERSION", "Stored", "read", "sync_folder", "write"]

# Raised whenever files or their meaning change; an index of another version is rebuilt.
FORMAT_VERSION = 3
MANIFEST = "MANIFEST.json"
SEAL_BYTES = 65
CHUNK_BYTES = 1 << 20

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """What one generation holds.

    Attributes:
        arrays: by name; memory-mapped and read-only when read from disk.
        blobs: byte strings by name.
        facts: counts and settings, JSON values only.
    """

    arrays: Mapping[str, Array]
    blobs: Mapping[str, bytes]
    facts: Mapping[str, Any]


class _Sink:
    """A file that numpy does not recognise.

    Into files it knows it writes past Python, and a full disk is then an error without a reason.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.write = file.write


def write(folder: Path, stored: Stored) -> None:
    """Write every file, then the manifest, each synced to the disk before the next step.

    The folder must exist and be empty. Files are made read-only (mode 0444).
    """
    for name, array in stored.arrays.items():
        with (folder / f"{name}.npy").open("xb") as file:
            np.save(_Sink(file), np.ascontiguousarray(array), allow_pickle=False)
            file.flush()
            _sync(file.fileno())
    for name, blob in stored.blobs.items():
        _write_bytes(folder / name, blob)
    _write_bytes(folder / MANIFEST, _manifest(folder, stored.facts))
    for path in folder.iterdir():
        path.chmod(0o444)
    sync_folder(folder)


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
    blobs = {name: (folder / name).read_bytes() for name in found if not name.endswith(".npy")}
    return Stored(arrays=arrays, blobs=blobs, facts=manifest["facts"])


def sync_folder(folder: Path) -> None:
    """Make the folder's entries survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    os.fsync(descriptor)


def _write_bytes(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        _sync(file.fileno())


def _manifest(folder: Path, facts: Mapping[str, Any]) -> bytes:
    digests = {path.name: _digest(path) for path in sorted(folder.iterdir())}
    body = {
        "format_version": FORMAT_VERSION,
        "facts": dict(facts),
        "files": {name: {"bytes": size, "sha256": sha} for name, (size, sha) in digests.items()},
    }
    text = json.dumps(body, indent=1, sort_keys=True, ensure_ascii=False).encode() + b"\n"
    return text + _seal(text)


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
        mapped: Array = np.lib.format.open_memmap(path, mode="r")
    except (ValueError, TypeError, ArithmeticError) as error:
        raise IndexDamaged(path, f"not an array that can be mapped ({error})") from error
    # The plain view of the same memory: indexing a memmap object is ten times slower.
    return mapped.view(np.ndarray)
