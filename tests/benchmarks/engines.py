"""What a search engine must do to be measured, and which engines there are.

Every engine is given the same terms and gives back the sentences with the highest BM25 scores,

    score = sum over terms of ln(1 + (N - n + 0.5) / (n + 0.5)) * tf / (tf + k1 (1 - b + b l / L))

with N sentences, n of them holding the term, tf times in this one of l terms, and L terms in the
mean sentence. k1 is 1.2 and b is 0.75, as tantivy and Lucene set them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, cast

from tests.benchmarks.prepared import Corpus

__all__ = ["ENGINES", "K1", "LIMIT", "B", "Choice", "Engine", "Hit", "Searcher", "engine"]

K1, B = 1.2, 0.75
LIMIT = 10
"""Sentences that a question asks for."""

Hit = tuple[int, float]
"""A sentence's number in the corpus, from 0, and its score."""


class Searcher(Protocol):
    """An opened index."""

    def search(self, terms: Sequence[str], limit: int) -> list[Hit]:
        """Return at most `limit` sentences holding any of the distinct terms, best first."""
        ...


class Engine(Protocol):
    """A library that builds an index and searches it, on one thread.

    Attributes:
        is_exact: true when its scores are the formula above, and so comparable.
        version: of the library behind it.
    """

    is_exact: bool
    version: str

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Write the index of a corpus into an empty folder."""
        ...

    def open(self, folder: Path) -> Searcher:
        """Open what `build` wrote, in any process."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """Where an engine is found; nothing of it is imported before it is used.

    Attributes:
        module: that holds the class.
        name: of the class.
        needs: top-level modules of the libraries without which it cannot run.
    """

    module: str
    name: str
    needs: tuple[str, ...]

    @property
    def is_installed(self) -> bool:
        """Say whether its libraries are there."""
        return all(find_spec(module) for module in self.needs)


ENGINES: Mapping[str, Choice] = {
    "tantivy": Choice("tests.benchmarks.tantivy", "Tantivy", ("tantivy",)),
    "bm25s-numpy": Choice("tests.benchmarks.bm25s", "Bm25sNumpy", ("bm25s",)),
    "bm25s-numba": Choice("tests.benchmarks.bm25s", "Bm25sNumba", ("bm25s", "numba")),
    "sqlite-fts5": Choice("tests.benchmarks.fts5", "Fts5", ("sqlite3",)),
    "scikit-learn": Choice("tests.benchmarks.matrix", "Matrix", ("sklearn",)),
    "quoth-numpy": Choice("tests.benchmarks.quoth", "QuothNumpy", ()),
    "quoth-numba": Choice("tests.benchmarks.quoth", "QuothNumba", ("numba",)),
    "quoth-fields": Choice("tests.benchmarks.quoth", "QuothFields", ("numba",)),
}
"""The engines by name; the first that is installed is the measure of the others' speed."""


def engine(name: str) -> Engine:
    """Import and make an engine."""
    choice = ENGINES[name]
    return cast(Engine, getattr(import_module(choice.module), choice.name)())
