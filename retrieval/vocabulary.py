"""The terms of an index in sorted order, looked up without loading them all."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from retrieval.ragged import offsets, smallest
from retrieval.storage import Stored

__all__ = ["Vocabulary", "pack"]

# A process that looks up this many terms, as one question does not, learns a vocabulary of up to
# this many by heart: a search by halves takes seventeen steps in a hundred thousand terms.
LEARN_AFTER = 256
MOST_LEARNT = 300_000
# One question looks the same term up several times.
N_REMEMBERED = 4096


def pack(terms: Sequence[str], name: str = "term") -> Stored:
    """Pack strings, which are found by themselves where they are sorted by code point.

    That is also the order of their UTF-8 bytes.
    """
    encoded = [*map(str.encode, terms)]
    starts = offsets(np.array([*map(len, encoded)], np.int64))
    return Stored({f"{name}_offsets": smallest(starts)}, {f"{name}s.utf8": b"".join(encoded)}, {})


class Vocabulary:
    """Term numbers, from 0, in the order of the terms.

    Attributes:
        number: returns a term's number, or None where no passage holds it.

    >>> words = Vocabulary(pack(["expir", "gsomia", "pact"]))
    >>> words.number("gsomia"), words.number("treaty"), words.term(0)
    (1, None, 'expir')
    """

    def __init__(self, stored: Stored, name: str = "term") -> None:
        self._offsets = stored.arrays[f"{name}_offsets"]
        self._blob = memoryview(stored.blobs[f"{name}s.utf8"])
        self._n_searches = 0
        self._learnt: dict[bytes, int] | None = None
        self.number: Callable[[str], int | None] = lru_cache(N_REMEMBERED)(self._number)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def term(self, number: int) -> str:
        """Return the term that has this number."""
        return self._bytes(number).decode()

    def terms(self) -> list[str]:
        """Return all terms, by number."""
        return [term.decode() for term in self._all()]

    def _number(self, term: str) -> int | None:
        """Return a term's number by binary search, or None where no passage holds it."""
        if self._n_searches == LEARN_AFTER and len(self) <= MOST_LEARNT:
            self._learnt = {term: number for number, term in enumerate(self._all())}
        self._n_searches += 1
        wanted = term.encode()
        if self._learnt is not None:
            return self._learnt.get(wanted)
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._bytes(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self._bytes(low) == wanted else None

    def _bytes(self, number: int) -> bytes:
        start, end = self._offsets[number : number + 2].tolist()
        return bytes(self._blob[start:end])

    def _all(self) -> list[bytes]:
        whole = bytes(self._blob)
        return [whole[start:end] for start, end in pairwise(self._offsets.tolist())]
