"""What became of every question: when it could be seen, and when its first answer was sent."""

import math
from array import array
from collections.abc import Callable

__all__ = ["NEVER", "Ledger"]

NEVER = math.inf


class Ledger:
    """Questions by number, from 1; the number is the message id, and answers reply to it.

    Attributes:
        n_extra: answers to a question beyond its first.
        n_answered: questions with an answer.
    """

    def __init__(self) -> None:
        self.n_extra = 0
        self.n_answered = 0
        self._chats = array("q")
        self._visible = array("d")
        self._sent = array("d")

    def __len__(self) -> int:
        return len(self._chats)

    def ask(self, chat: int, at: float) -> int:
        """Note a question, and the second from which the bot can see it; return its number."""
        self._chats.append(chat)
        self._visible.append(at)
        self._sent.append(NEVER)
        return len(self._chats)

    def answer(self, number: int, at: float) -> None:
        """Note a message that replies to a question; what replies to nothing known is ignored."""
        if not 1 <= number <= len(self._chats):
            return
        if self._sent[number - 1] == NEVER:
            self._sent[number - 1] = at
            self.n_answered += 1
        else:
            self.n_extra += 1

    def waits(self, is_meant: Callable[[int], bool] = lambda chat: True) -> list[float]:
        """Return seconds from visible to answered, `NEVER` where there is no answer, sorted.

        Parameters
        ----------
        is_meant
            says which chats count, by number.
        """
        rows = zip(self._chats, self._visible, self._sent, strict=True)
        return sorted(sent - visible for chat, visible, sent in rows if is_meant(chat))

    def n_answered_between(self, start: float, end: float) -> int:
        """Count the questions whose first answer was sent from a second on and before another."""
        return sum(start <= sent < end for sent in self._sent)

    def served(self, start: float, end: float) -> dict[int, int]:
        """Return for each chat that asked how many of its questions were answered in a span."""
        counts = dict.fromkeys(self._chats, 0)
        for chat, sent in zip(self._chats, self._sent, strict=True):
            counts[chat] += start <= sent < end
        return counts
