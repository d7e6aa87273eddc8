"""Corpora written out in every way, and questions made of their words."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.questions import Question
from tests.quality.proving.rereading import Rereader
from tests.quality.proving.variants import VARIANTS, Text, write

__all__ = ["Asked", "Corpora"]

FRONTS = ("", "", "when did", "who", "how many", "why did", "where is", "the zyxomma of")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the documents to ask it of.

    Attributes:
        text: as typed.
        documents: ids: those of one corpus, written in one way.
        variant: the way.
    """

    text: str
    documents: tuple[str, ...]
    variant: str

    def question(self) -> Question:
        """Return what an answerer takes."""
        return Question(self.text, frozenset(self.documents))

    def fields(self, number: int) -> dict[str, Any]:
        """Return what a line of `quoth batch` takes."""
        return {"id": number, "question": self.text, "documents": list(self.documents)}


class Corpora:
    """Corpora, each written out in every way.

    Parameters
    ----------
    corpora
        texts by a name.
    """

    def __init__(self, corpora: Mapping[str, Sequence[Text]]) -> None:
        self._corpora = corpora
        self._written = {name: list(write(name, texts)) for name, texts in corpora.items()}

    def lay(self, folder: Path, chance: random.Random) -> tuple[list[Path], Rereader]:
        """Write the files in random order; return a source for each corpus, and what reads it."""
        places: dict[str, Path] = {}
        files: dict[Path, list[bytes]] = {}
        for name, documents in self._written.items():
            for written in documents:
                places[written.id] = folder / name / written.file
                files.setdefault(places[written.id], []).append(written.content)
        order = list(files)
        chance.shuffle(order)
        for path in order:
            path.parent.mkdir(parents=True, exist_ok=True)
            end = b"\n" if path.suffix == ".jsonl" else b""
            path.write_bytes(end.join(files[path]))
        by_id = {written.id: written for each in self._written.values() for written in each}
        return [folder / name for name in self._corpora], Rereader(places, by_id)

    @property
    def n_documents(self) -> int:
        """How many there are."""
        return sum(map(len, self._written.values()))

    def ask(self, n: int, chance: random.Random) -> Iterator[Asked]:
        """Make questions of words that stand together, some with one that stands nowhere."""
        scopes = {
            (name, variant): tuple(w.id for w in documents if w.variant == variant)
            for name, documents in self._written.items()
            for variant in VARIANTS
        }
        for _ in range(n):
            name, variant = chance.choice(list(scopes))
            paragraph = chance.choice(chance.choice(self._corpora[name]).paragraphs)
            words = chance.choice(paragraph).split()
            first = chance.randrange(max(len(words) - 3, 1))
            chosen = words[first : first + chance.randint(2, 8)]
            text = " ".join((chance.choice(FRONTS), *chosen)).strip()
            yield Asked(text, scopes[name, variant], variant)
