"""What a generation is built into."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from numpy.typing import NDArray

from retrieval.storage import Stored

__all__ = ["Destination", "Writable"]


class Writable(Protocol):
    """Takes bytes."""

    def write(self, content: bytes | memoryview, /) -> int:
        """Write bytes behind those that are there; return how many."""
        ...


class Destination(Protocol):
    """Takes a generation: `storage.Writer` to the disk, `inmemory.HeldWriter` to memory."""

    def array(self, name: str, array: NDArray[Any]) -> None:
        """Take an array."""
        ...

    def blob(self, name: str) -> AbstractContextManager[Writable]:
        """Take any bytes, piece by piece."""
        ...

    def add(self, stored: Stored) -> None:
        """Take arrays and blobs that are in memory; facts are given at the end."""
        ...

    def finish(self, facts: Mapping[str, Any]) -> None:
        """Take the facts; nothing comes behind them."""
        ...
