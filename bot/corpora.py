"""What a chat asks: its own collection, opened at first use, or the home's documents."""

from collections.abc import Callable
from typing import Generic, TypeVar

from bot.assignments import OWN, Assignments

__all__ = ["MOST_OPEN", "Corpora"]

# Collections to hold open; one more takes the place of the one that was used longest ago.
MOST_OPEN = 8

Corpus = TypeVar("Corpus")


class Corpora(Generic[Corpus]):
    """Hands out what answers a chat, and nothing that answers another.

    Each collection is an index of its own, with words, counts and spellings of its own: what was
    opened for one name knows nothing of any other.

    Parameters
    ----------
    own
        what answers chats without a collection.
    assignments
        which chat has which collection.
    open_named
        opens a collection; where it fails, the chat gets no answer, not that of other documents.
    """

    def __init__(
        self, own: Corpus, assignments: Assignments, open_named: Callable[[str], Corpus]
    ) -> None:
        self._own = own
        self._assignments = assignments
        self._open_named = open_named
        # By name, the one that was used last at the end.
        self._opened: dict[str, Corpus] = {}

    @property
    def are_several(self) -> bool:
        """Whether some chat has a collection."""
        return bool(self._assignments.listed())

    def of(self, chat: int) -> Corpus:
        """Return what answers a chat."""
        return self.named(self._assignments.name(chat))

    def named(self, name: str) -> Corpus:
        """Return what answers from a collection, or from the home's documents for `OWN`."""
        if name == OWN:
            return self._own
        found = self._opened.pop(name, None)
        if found is None:
            found = self._open_named(name)
        self._opened[name] = found
        if len(self._opened) > MOST_OPEN:
            del self._opened[next(iter(self._opened))]
        return found
