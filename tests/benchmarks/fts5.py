"""SQLite's full-text index, ranked by its own `bm25()`.

Its idf is ln((N - n + 0.5) / (n + 0.5)), never below 0.000001, and its formula has (k1 + 1) in the
numerator: it is timed, and not compared.
"""

import sqlite3
import string
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.benchmarks.engines import Hit
from tests.benchmarks.prepared import Corpus

__all__ = ["Fts5"]

# The tokenizer of ASCII takes every other character for a letter; with the punctuation for letters
# too it splits at spaces only.
TOKENIZER = f"ascii tokenchars '{string.punctuation.replace(chr(39), chr(39) * 2)}'".replace(
    '"', '""'
)
# No texts are stored. Lengths are, since ranking needs them; places of terms are, since without
# them `bm25()` reads the texts again.
TABLE = f"""CREATE VIRTUAL TABLE sentence USING fts5(terms, content='', tokenize="{TOKENIZER}")"""
SEARCH = "SELECT rowid, -rank FROM sentence WHERE sentence MATCH ? ORDER BY rank LIMIT ?"


class Fts5:
    """One table without contents, its index merged into one piece."""

    is_exact = False
    version = sqlite3.sqlite_version

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Insert the sentences in one transaction, merge, and give free pages back."""
        with closing(sqlite3.connect(folder / "index.db", isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.execute("BEGIN")
            database.execute(TABLE)
            database.executemany(
                "INSERT INTO sentence (rowid, terms) VALUES (?, ?)", enumerate(corpus.sentences())
            )
            database.execute("INSERT INTO sentence (sentence) VALUES ('optimize')")
            database.execute("COMMIT")
            database.execute("VACUUM")

    def open(self, folder: Path) -> "_Opened":
        """Open the database for reading, all of it mapped into memory."""
        return _Opened(folder / "index.db")


class _Opened:
    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        self._database.execute(f"PRAGMA mmap_size = {path.stat().st_size}")

    def search(self, terms: Sequence[str], limit: int) -> list[Hit]:
        wanted = " OR ".join('"' + term.replace('"', '""') + '"' for term in terms)
        return self._database.execute(SEARCH, (wanted, limit)).fetchall()
