"""What the features of one question look at: its words in the candidates and around them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from retrieval.passages import Passages
from retrieval.ranking.rows import Counts, Rows
from retrieval.ranking.sentences import Sentences
from retrieval.ranking.wanted import ROLES, Wanted

__all__ = ["Flags", "Floats", "Places", "Rarity", "View", "once", "present"]

Floats = NDArray[np.float32]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]
Result = TypeVar("Result")

# Steps to the sentences before and after.
BESIDE = np.array([[-1], [1]])


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
        document: (n,) numbers of their documents.
        paragraph: (n,) numbers of their paragraphs, through the whole index.
        document_points: (n,) what the first stage gave for their documents.
        title_points: (n,) what it gave for their titles.
        sentences: their words.
        rows: the candidates, their paragraphs, neighbours and titles, with the question in them.
        rarity: of the question's words.
        means: mean lengths over the index, by `forward.tally.MEANS`.
        marks: (n,) bits of the marks in each candidate, by `forward.marks.MARKS`.
        memory: what functions marked `once` have found.
    """

    wanted: Wanted
    passages: Passages
    candidate: Places
    document: Places
    paragraph: Places
    document_points: Floats
    title_points: Floats
    sentences: Sentences
    rows: Rows
    rarity: Rarity
    means: Mapping[str, float]
    marks: NDArray[np.uint8]
    memory: dict[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.candidate)

    def points_of(self, name: Literal["document", "title"]) -> Floats:
        """Return (n,) the points of a field of the first stage."""
        return self.document_points if name == "document" else self.title_points

    def share(self, held: Floats, role: str = "") -> Floats:
        """Return (n,) the share of the question's idf that is held, of one role or of all words."""
        weight = self.wanted.weight
        chosen = weight * self.wanted.roles[ROLES.index(role)] if role else weight
        return np.asarray(np.einsum("nw,w->n", held, chosen) / self.wanted.mass, np.float32)

    @cached_property
    def near(self) -> Counts:
        """What is counted in the candidates, the sentences before and those after: (3, n).

        Where the document has none before or after, the candidate itself stands in.
        """
        beside = np.where(self.has_beside, self.candidate + BESIDE, self.candidate)
        return self.rows.of(np.concatenate((self.candidate[None], beside)))

    @cached_property
    def has_beside(self) -> Flags:
        """(2, n) whether the document has a sentence before, and one after."""
        first, other = self.passages.first, self.candidate + BESIDE
        return np.asarray((first[self.document] <= other) & (other < first[self.document + 1]))

    @cached_property
    def sentence(self) -> Counts:
        """What is counted in each candidate."""
        return self.near[0]

    @cached_property
    def title(self) -> Counts:
        """What is counted in the title of each candidate's document."""
        return self.rows.of(len(self.passages) + self.document)

    @cached_property
    def around(self) -> Counts:
        """What is counted in the paragraph of each candidate."""
        distinct, mine = np.unique(self.paragraph, return_inverse=True)
        first = self.passages.paragraph_first
        return self.rows.between(first[distinct], first[distinct + 1], mine)

    @cached_property
    def held(self) -> Floats:
        """(n, w) 1 where the sentence holds a word, else 0."""
        return present(self.sentence.words)

    @cached_property
    def in_paragraph(self) -> Floats:
        """(n, w) 1 where its paragraph holds a word, else 0."""
        return present(self.around.words)

    @cached_property
    def in_title(self) -> Floats:
        """(n, w) 1 where the title holds a word, else 0."""
        return present(self.title.words)


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
