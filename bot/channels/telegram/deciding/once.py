"""What came before, so that it is acted on once."""

from collections.abc import Hashable

from bot.channels.telegram.deciding.remembering import Memory

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
        self._first = Memory[Hashable](most)

    def is_new(self, key: Hashable) -> bool:
        """Say whether a key comes for the first time, and remember it."""
        return self.is_first(key, object())

    def is_first(self, key: Hashable, who: Hashable) -> bool:
        """Say whether somebody brings a key before anybody else does, however often.

        >>> once = Once()
        >>> once.is_first("album", 1), once.is_first("album", 2), once.is_first("album", 1)
        (True, False, True)
        """
        return self._first.recall(key, lambda: who) == who
