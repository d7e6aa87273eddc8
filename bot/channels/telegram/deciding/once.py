"""What came before, so that it is acted on once."""

from collections.abc import Hashable

__all__ = ["Once"]


class Once:
    """Remembers keys, and says which come for the first time.

    Parameters
    ----------
    most
        how many keys to remember; past that the oldest are forgotten.

    >>> once = Once()
    >>> once.is_new(7), once.is_new(7)
    (True, False)
    """

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self._keys: dict[Hashable, Hashable] = {}

    def is_new(self, key: Hashable) -> bool:
        """Say whether a key comes for the first time, and remember it."""
        if key in self._keys:
            return False
        self._remember(key, None)
        return True

    def is_first(self, key: Hashable, who: Hashable) -> bool:
        """Say whether somebody brings a key before anybody else does, however often.

        >>> once = Once()
        >>> once.is_first("album", 1), once.is_first("album", 2), once.is_first("album", 1)
        (True, False, True)
        """
        if key not in self._keys:
            self._remember(key, who)
        return self._keys[key] == who

    def _remember(self, key: Hashable, who: Hashable) -> None:
        self._keys[key] = who
        if len(self._keys) > self._most:
            del self._keys[next(iter(self._keys))]
