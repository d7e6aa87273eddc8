"""Windows of time, each of which lets in so much of one thing."""

from array import array
from collections.abc import Hashable
from typing import Final, TypeVar

__all__ = ["MOST_KEYS", "Windows", "renew"]

Value = TypeVar("Value")

# One in so many of what everybody may ask together is for those who asked nothing in the window.
RESERVE: Final = 10
# Whoever has been quiet for longest is forgotten past that number; what all ask together still
# counts.
MOST_KEYS: Final = 10_000


class Windows:
    """When each key was let in within the last window.

    Parameters
    ----------
    most
        how many a window lets in, 1 or more.
    seconds
        length of the window.
    is_shared
        whether a part is for askers who were not let in within the window.
    """

    def __init__(self, most: int, seconds: float, *, is_shared: bool) -> None:
        self._limit = most
        self._seconds = seconds
        self._is_shared = is_shared
        # In seconds, the oldest first; at most as many as the limit lets in.
        self._moments: dict[Hashable, array[float]] = {}
        self._last: dict[Hashable, float] = {}

    def wait(self, key: Hashable, asker: Hashable, at: float) -> float:
        """Return the seconds until the limit lets a key's asker in; 0 where it does now."""
        moments = self._moments.get(key)
        if not moments:
            return 0.0
        at = max(at, moments[-1])
        while moments and moments[0] + self._seconds <= at:
            del moments[0]
        n_over = len(moments) - self._most(asker, at)
        return moments[n_over] + self._seconds - at if n_over >= 0 else 0.0

    def add(self, key: Hashable, asker: Hashable, at: float) -> None:
        """Note that a key's asker was let in."""
        moments = self._moments.get(key, array("d"))
        moments.append(max(at, moments[-1]) if moments else at)
        renew(self._moments, key, moments)
        if self._is_shared:
            renew(self._last, asker, at)

    def _most(self, asker: Hashable, at: float) -> int:
        """Return how many to let in where this asker is one of them."""
        if not self._is_shared:
            return self._limit
        is_quiet = at - self._last.get(asker, at - self._seconds) >= self._seconds
        return self._limit if is_quiet else max(1, self._limit - self._limit // RESERVE)


def renew(values: dict[Hashable, Value], key: Hashable, value: Value) -> None:
    """Set a value as the newest, and forget the oldest where there are too many."""
    values.pop(key, None)
    values[key] = value
    if len(values) > MOST_KEYS:
        del values[next(iter(values))]
