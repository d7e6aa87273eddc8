"""A corpus on disk, analysed once and ready for every engine."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

__all__ = ["Corpus", "Facts", "Question"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what is searched for.

    Attributes:
        text: as asked.
        terms: distinct stems, in order; at least one.
    """

    text: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a corpus is made of.

    Attributes:
        kind: "real" or "generated".
        n_sentences: all of them.
        n_real: sentences as somebody wrote them; the rest are spliced or generated.
        n_documents: of about 20 sentences each.
        n_terms: running terms.
        n_questions: questions asked of it.
        n_postings: sentences holding a term of a question, summed over its terms, in the mean.
        seed: of every random choice.
        every_word: true when stop words are among the terms.
    """

    kind: str
    n_sentences: int
    n_real: int
    n_documents: int
    n_terms: int
    n_questions: int
    n_postings: float
    seed: int
    every_word: bool


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files of a corpus.

    Attributes:
        folder: that holds them.
    """

    folder: Path

    @property
    def tokens(self) -> Path:
        """A line a sentence, in the order of the documents: its terms, parted by spaces."""
        return self.folder / "tokens.txt"

    @property
    def documents(self) -> Path:
        """A document a line, as `quoth index` reads them."""
        return self.folder / "corpus.jsonl"

    @property
    def asked(self) -> Path:
        """A question a line."""
        return self.folder / "questions.jsonl"

    @property
    def facts_file(self) -> Path:
        """What the corpus is made of; written last, so that a corpus with it is whole."""
        return self.folder / "facts.json"

    def sentences(self) -> Iterator[str]:
        """Yield the terms of each sentence, parted by single spaces."""
        with self.tokens.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                yield line.rstrip("\n")

    def questions(self) -> tuple[Question, ...]:
        """Return the questions in the order in which they are asked."""
        lines = self.asked.read_text(encoding="utf-8").rstrip("\n").split("\n")
        return tuple(
            Question(line["question"], tuple(line["terms"])) for line in map(json.loads, lines)
        )

    def facts(self) -> Facts:
        """Return what the corpus is made of."""
        return Facts(**json.loads(self.facts_file.read_text(encoding="utf-8")))

    def write_facts(self, facts: Facts) -> None:
        """Declare the corpus whole."""
        self.facts_file.write_text(json.dumps(asdict(facts)), encoding="utf-8")
