"""The uploaded files of a home, each stored once under the digest of what it holds."""

import hashlib
import json
import os
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.documents.names import free
from corpus.naming import NAMES, read_names
from retrieval.storage import sync_folder

__all__ = ["Upload", "Uploads"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A stored file.

    Attributes:
        name: what it is called; data to show.
        path: where it is: its digest, and the ending that its type has.
    """

    name: str
    path: Path

    @property
    def sha256(self) -> str:
        """The digest of what it holds, lower-case hexadecimal."""
        return self.path.stem


class Uploads:
    """The `uploads/` folder of a home: files that only its user can read, and what they are called.

    Parameters
    ----------
    folder
        made when the first file is put.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def all(self) -> list[Upload]:
        """Return every stored file, by name."""
        named = read_names(self.folder)
        found = [Upload(named.get(p.name, p.name), p) for p in self.folder.glob("[0-9a-f]*.*")]
        return sorted(found, key=lambda upload: upload.name)

    def find(self, sha256: str) -> Upload | None:
        """Return the file with that digest, or None."""
        return next((upload for upload in self.all() if upload.sha256 == sha256), None)

    def n_bytes(self) -> int:
        """Return how much the files hold together."""
        return sum(upload.path.stat().st_size for upload in self.all())

    def put(self, content: bytes, name: str, taken: Collection[str] = ()) -> Upload:
        """Store a file; the name is written down first, so that no file is ever without one.

        Parameters
        ----------
        content
            what it holds.
        name
            cleaned, with the ending of its type; one that is taken gets a number.
        taken
            names that are, though no stored file has them.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        suffix = PurePosixPath(name).suffix.lower()
        path = self.folder / f"{hashlib.sha256(content).hexdigest()}{suffix}"
        shown = free(name, {*taken, *(upload.name for upload in self.all())})
        self._name({**read_names(self.folder), path.name: shown})
        _write(path, content)
        return Upload(shown, path)

    def delete(self, upload: Upload) -> None:
        """Remove a file, then its name."""
        upload.path.unlink(missing_ok=True)
        names = {file: n for file, n in read_names(self.folder).items() if file != upload.path.name}
        self._name(names)

    def _name(self, names: Mapping[str, str]) -> None:
        listed = json.dumps(dict(sorted(names.items())), ensure_ascii=False, indent=1)
        _write(self.folder / NAMES, listed.encode())


def _write(path: Path, content: bytes) -> None:
    """Put a file in its place in one step, safe from a power cut; a new one has mode 600."""
    number, fresh = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).replace(path)
    finally:
        Path(fresh).unlink(missing_ok=True)
    sync_folder(path.parent)
