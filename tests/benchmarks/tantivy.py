"""tantivy: an inverted index in Rust, pruned by the upper bounds of blocks."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import tantivy

from tests.benchmarks.engines import K1, Hit
from tests.benchmarks.prepared import Corpus

__all__ = ["Tantivy"]

# Bytes that hold the postings of 5 million sentences, so that the one commit writes one segment,
# whose numbers of documents are those of the sentences. Memory is taken only as it is needed.
HEAP = 3_000_000_000
# tantivy's formula has (k1 + 1) in the numerator.
SCALE = 1 / (K1 + 1)


class Tantivy:
    """One field with frequencies, not stored, split at white space; one segment."""

    is_exact = True
    version = version("tantivy")

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Add the sentences in order and commit once."""
        index = tantivy.Index(_schema(), path=str(folder))
        writer = index.writer(heap_size=HEAP, num_threads=1)
        for sentence in corpus.sentences():
            writer.add_document(tantivy.Document(text=sentence))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> "_Opened":
        """Open the only segment."""
        return _Opened(folder)


class _Opened:
    def __init__(self, folder: Path) -> None:
        index = tantivy.Index.open(str(folder))
        self._searcher = index.searcher()
        self._schema = index.schema
        if self._searcher.num_segments != 1:
            raise ValueError(f"{self._searcher.num_segments} segments, expected 1: raise HEAP")

    def search(self, terms: Sequence[str], limit: int) -> list[Hit]:
        wanted = [
            (
                tantivy.Occur.Should,
                tantivy.Query.term_query(self._schema, "text", term, index_option="freq"),
            )
            for term in terms
        ]
        query = tantivy.Query.boolean_query(wanted)
        found = self._searcher.search(query, limit=limit, count=False).hits
        return [(address.doc, score * SCALE) for score, address in found]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()
