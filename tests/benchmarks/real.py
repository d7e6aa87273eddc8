"""Real sentences and real questions, and beyond them sentences spliced from two real ones.

A spliced sentence is the front half of the words of one sentence and the back half of another's:
its words are as frequent, and stand together nearly as often, as in the text it comes from.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path

from corpus.documents import Document
from corpus.jsonl import read_jsonl
from retrieval.words import words
from tests.benchmarks.sources import PER_DOCUMENT, Piece

__all__ = ["Real", "splice"]

# A question of fewer words is hardly one; the longest are short stories.
SHORTEST, LONGEST = 4, 12


@dataclass(frozen=True)
class Real:
    """The English question sets of a folder.

    Attributes:
        folder: of folders that hold a `corpus.jsonl` and a `questions.jsonl`; those of other
            languages are named `language-...`.
        seed: of the order of documents and questions, and of the splices.
    """

    folder: Path
    seed: int
    kind: str = "real"

    def pieces(self) -> Iterator[Piece]:
        """Yield every real document in parts, in random order, then spliced ones for ever."""
        real = self._real
        yield from real
        sentences = [sentence for piece in real for sentence in piece.sentences]
        chance = random.Random(self.seed)  # noqa: S311 - no secret
        for number in count():
            made = tuple(
                splice(chance.choice(sentences), chance.choice(sentences))
                for _ in range(PER_DOCUMENT)
            )
            yield Piece(f"Spliced {number}", made, is_real=False)

    def questions(self) -> Sequence[str]:
        """Return the distinct questions of 4 to 12 words of all sets, in random order."""
        found: dict[str, None] = {}
        for path in self._files("questions.jsonl"):
            with path.open(encoding="utf-8") as file:
                found |= dict.fromkeys(json.loads(line)["question"].strip() for line in file)
        asked = [text for text in found if SHORTEST <= len(list(words(text))) <= LONGEST]
        random.Random(self.seed).shuffle(asked)  # noqa: S311 - no secret
        return asked

    @cached_property
    def _real(self) -> Sequence[Piece]:
        """The sets are read once: some hundred megabytes at most."""
        pieces: list[Piece] = []
        for path in self._files("corpus.jsonl"):
            with path.open("rb") as file:
                for document in read_jsonl(file, path.name, ""):
                    if isinstance(document, Document):
                        pieces += _parts(document)
        if not pieces:
            raise FileNotFoundError(f"{self.folder} holds no question set with a corpus.jsonl")
        random.Random(self.seed).shuffle(pieces)  # noqa: S311 - no secret
        return pieces

    def _files(self, name: str) -> list[Path]:
        return [
            path
            for path in sorted(self.folder.glob(f"*/{name}"))
            if not path.parent.name.startswith("language-")
        ]


def splice(front: str, back: str) -> str:
    """Join the front half of a sentence's words and the back half of another's.

    >>> splice("The pact expires on Saturday", "Snow may fall in the north")
    'The pact in the north'
    """
    first, second = front.split(), back.split()
    return " ".join(first[: len(first) // 2] + second[len(second) // 2 :])


def _parts(document: Document) -> Iterator[Piece]:
    for first in range(0, len(document.sentences), PER_DOCUMENT):
        spans = document.sentences[first : first + PER_DOCUMENT]
        texts = (" ".join(document.text[span.start : span.end].split()) for span in spans)
        yield Piece(document.title, tuple(texts), is_real=True)
