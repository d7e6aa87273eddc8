"""What was found out of something, so that a second look at it finds the same."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

__all__ = ["Memory"]

Value = TypeVar("Value")


class Memory(Generic[Value]):
    """Remembers the newest findings.

    Parameters
    ----------
    most
        how many to remember; past that the oldest are forgotten.

    >>> memory = Memory[int]()
    >>> memory.recall("a", lambda: 1), memory.recall("a", lambda: 2)
    (1, 1)
    """

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self._found: dict[Hashable, Value] = {}

    def recall(self, key: Hashable, find: Callable[[], Value]) -> Value:
        """Return what was found for a key, or find it now."""
        if key not in self._found:
            self._found[key] = find()
            if len(self._found) > self._most:
                del self._found[next(iter(self._found))]
        return self._found[key]
