"""The documents that are left out of the index although their source still has them."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from retrieval.errors import RetrievalError
from retrieval.storage import sync_folder

__all__ = ["LeftOut"]


class LeftOut:
    """A list of ids in a file of JSON, replaced whole, so that it is the earlier or the later one.

    Parameters
    ----------
    file
        made when the first document is left out.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def ids(self) -> frozenset[str]:
        """Return the ids of the documents.

        Raises
        ------
        RetrievalError
            The list is damaged. It is not taken for empty: what was removed would be back.
        """
        try:
            raw = json.loads(self._file.read_bytes())
        except FileNotFoundError:
            return frozenset()
        except (ValueError, RecursionError):
            raw = None
        if not isinstance(raw, list) or not all(isinstance(each, str) for each in raw):
            remedy = "restore it, or delete it and remove the documents again"
            raise RetrievalError(f"{self._file}: not a list of documents left out: {remedy}")
        return frozenset(raw)

    def add(self, ids: Iterable[str]) -> None:
        """Leave documents out from now on."""
        self._write(self.ids().union(ids))

    def take_off(self, ids: Iterable[str]) -> None:
        """Let documents in again."""
        self._write(self.ids().difference(ids))

    def _write(self, ids: frozenset[str]) -> None:
        if ids == self.ids():
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(sorted(ids), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._file)
        sync_folder(self._file.parent)
