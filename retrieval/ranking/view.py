"""What the features of one question look at: its words in the candidates and around them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from retrieval.fields import Name
from retrieval.passages import Passages
from retrieval.ranking.rows import Rows
from retrieval.ranking.wanted import ROLES, Wanted

__all__ = ["Flags", "Floats", "Places", "Rarity", "View", "once", "present"]

Floats = NDArray[np.float32]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare a question's words, pairs and pieces are.

    Attributes:
        in_sentences: (n, w) idf of each word among the sentences of each candidate's document.
        in_paragraphs: (n, w) idf among the paragraphs of the document.
        pairs: (n_pairs,) idf of the pairs among all sentences.
        pieces: (n_pieces,) idf of the pieces among all sentences.
    """

    in_sentences: Floats
    in_paragraphs: Floats
    pairs: Floats
    pieces: Floats


@dataclass(frozen=True)
class View:
    """The candidates of one question: n of them, and w words of the question.

    Attributes:
        wanted: the question.
        passages: where passages stand.
        candidate: (n,) numbers of the candidates.
        points: by field, (n_passages,) what the first stage gave.
        rows: the candidates, their paragraphs, neighbours and titles, with the question in them.
        rarity: of the question's words.
        means: mean lengths over the index, by `building.MEANS`.
        kinds: (n_tokens,) kind of each word in `rows`.
        marks: (n,) bits of the marks in each candidate.
        memory: what functions marked `once` have found.
    """

    wanted: Wanted
    passages: Passages
    candidate: Places
    points: Mapping[Name, Floats]
    rows: Rows
    rarity: Rarity
    means: Mapping[str, float]
    kinds: NDArray[np.uint8]
    marks: NDArray[np.uint32]
    memory: dict[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.candidate)

    def points_of(self, name: Name) -> Floats:
        """Return (n,) the points of a field of the first stage."""
        return self.points[name][self.candidate]

    def share(self, held: Floats, role: str = "") -> Floats:
        """Return (n,) the share of the question's idf that is held, of one role or of all words."""
        weight = self.wanted.weight
        chosen = weight * self.wanted.roles[ROLES.index(role)] if role else weight
        return np.asarray(np.einsum("nw,w->n", held, chosen) / self.wanted.mass, np.float32)

    @cached_property
    def at(self) -> Places:
        """(n,) where the candidates stand in `rows`."""
        return self.rows.at(self.candidate)

    @cached_property
    def title_at(self) -> Places:
        """(n,) where their titles stand in `rows`."""
        return self.rows.at(len(self.passages) + self.document)

    @cached_property
    def document(self) -> Places:
        """(n,) numbers of their documents."""
        return np.asarray(self.passages.document[self.candidate], np.int64)

    @cached_property
    def held(self) -> Floats:
        """(n, w) 1 where the sentence holds a word, else 0."""
        return present(self.rows.counts[self.at])

    @cached_property
    def in_paragraph(self) -> Floats:
        """(n, w) 1 where its paragraph holds a word, else 0."""
        return present(self.of_paragraph(self.rows.counts))

    @cached_property
    def in_title(self) -> Floats:
        """(n, w) 1 where the title holds a word, else 0."""
        return present(self.rows.counts[self.title_at])

    def of_paragraph(self, values: Floats) -> Floats:
        """Add values (n_rows, ...) up over the paragraph of each candidate: (n, ...)."""
        rows, starts, mine = self._paragraphs
        return np.asarray(np.add.reduceat(values[rows], starts, axis=0)[mine])

    @cached_property
    def _paragraphs(self) -> tuple[Places, Places, Places]:
        """Rows of the candidates' paragraphs, where each begins, and the one of each candidate."""
        distinct, mine = np.unique(self.passages.paragraph[self.candidate], return_inverse=True)
        rows = np.flatnonzero(self.rows.rows < len(self.passages))
        paragraph = self.passages.paragraph[self.rows.rows[rows]]
        place = np.minimum(np.searchsorted(distinct, paragraph), len(distinct) - 1)
        inside = distinct[place] == paragraph
        # Passages of a paragraph follow on each other, and so do their rows.
        starts = np.flatnonzero(np.diff(place[inside], prepend=-1))
        return rows[inside], starts, mine

    def neighbour(self, step: int) -> tuple[Places, Flags]:
        """Return (n,) the sentence before (-1) or after (+1), and whether the document has it.

        Where there is none, the candidate itself stands in.
        """
        last = len(self.passages) - 1
        other = np.clip(self.candidate + step, 0, last)
        exists = (other != self.candidate) & (self.passages.document[other] == self.document)
        return np.where(exists, other, self.candidate), exists


def once(function: Callable[[View], Result]) -> Callable[[View], Result]:
    """Let a function of a view be worked out once, however many features ask for it."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(view: View) -> Result:
        if name not in view.memory:
            view.memory[name] = function(view)
        found: Result = view.memory[name]
        return found

    return remembered


def present(counts: Floats) -> Floats:
    """Return 1 where something is counted, else 0."""
    return (counts > 0).astype(np.float32)
