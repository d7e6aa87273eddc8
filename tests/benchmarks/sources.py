"""Sentences to search: where they come from, before any analysis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["PER_DOCUMENT", "Piece", "Source"]

PER_DOCUMENT = 20
"""Sentences of a document, at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A document of at most `PER_DOCUMENT` sentences.

    Attributes:
        title: of the document it was cut from, or made up.
        sentences: one line each.
        is_real: true when somebody wrote them so.
    """

    title: str
    sentences: tuple[str, ...]
    is_real: bool


class Source(Protocol):
    """Documents without end, and questions about them.

    Attributes:
        kind: "real" or "generated".
        seed: of every random choice.
    """

    @property
    def kind(self) -> str: ...

    @property
    def seed(self) -> int: ...

    def pieces(self) -> Iterator[Piece]:
        """Yield documents without end, the same ones at every call."""
        ...

    def questions(self) -> Sequence[str]:
        """Return the questions there are, in the order in which they are to be asked."""
        ...
