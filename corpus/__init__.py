"""What is known: documents, their bytes and dates, their sentences and where they stand.

The readers live in the modules below; `corpus.reading` is where to start. Importing this package
loads none of them.
"""

from corpus.documents import Document, Format, Original, Sentence, Skipped
from corpus.errors import CorpusError, NoDocuments, OriginalDamaged, SourceMissing

__all__ = [
    "CorpusError",
    "Document",
    "Format",
    "NoDocuments",
    "Original",
    "OriginalDamaged",
    "Sentence",
    "Skipped",
    "SourceMissing",
]
