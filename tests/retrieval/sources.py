"""A home to index into, and sources to index."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from corpus.documents import Document
from corpus.originals import OriginalStore
from retrieval.building.workers import Workers
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.indexing import Indexer
from tests.retrieval.making import contents

__all__ = ["Home", "put", "put_lines"]

# A day in 2019: files get times of their own, so that no test has to wait for the clock.
BEGINNING_NS = 1_574_467_200_000_000_000


@dataclass(frozen=True, slots=True)
class Home:
    """Where an indexer keeps things.

    Attributes:
        path: the folder; it must exist.
    """

    path: Path

    @property
    def sources(self) -> Path:
        return self.path / "sources"

    @property
    def ledger(self) -> Path:
        """The ledger of the generation in use."""
        return self.sources / f"{self.generations.current()}.json"

    @property
    def generations(self) -> Generations:
        return Generations(self.path / "index")

    @property
    def indexer(self) -> Indexer:
        return Indexer(self.originals, self.generations, self.sources)

    @property
    def originals(self) -> OriginalStore:
        return OriginalStore(self.path / "originals")

    def indexer_of(self, n_processes: int, *, task_bytes: int) -> Indexer:
        """Return an indexer that spreads over processes however little there is to read."""
        return Indexer(
            self.originals,
            self.generations,
            self.sources,
            workers=lambda: Workers(n_processes, worth_bytes=0),
            task_bytes=task_bytes,
        )

    @property
    def documents(self) -> list[Document]:
        """The documents in the index, by id."""
        library = Index.open(self.path / "index").library
        return [library.document(n) for n in range(library.n_documents)]

    @property
    def texts(self) -> dict[str, str]:
        """Texts of the documents in the index, by id."""
        return {document.id: document.text for document in self.documents}

    @property
    def files(self) -> dict[str, bytes]:
        """The files of the generation in use, by name."""
        return contents(self.generations.folder / str(self.generations.current()))


def put(path: Path, text: str, *, minute: int = 0) -> Path:
    """Write a text file, last changed in some minute; return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(0, BEGINNING_NS + minute * 60 * 10**9))
    return path


def put_lines(path: Path, texts: dict[str, str], *, minute: int = 0) -> Path:
    """Write a JSONL file of documents by id."""
    lines = [json.dumps({"id": name, "text": text}) for name, text in texts.items()]
    return put(path, "\n".join(lines) + "\n", minute=minute)
