"""The originals of documents that a test spells out."""

import hashlib

from corpus.documents import Document, Format, Original

__all__ = ["original_of", "piece_of"]


def original_of(text: str, form: Format = "plain", encoding: str = "utf-8") -> Original:
    """Return the original of a text without a byte order mark."""
    content = text.encode(encoding)
    return Original(hashlib.sha256(content).hexdigest(), form, encoding, 0, len(content))


def piece_of(document: Document, content: bytes) -> bytes:
    """Return a document's own bytes in the file it was read from."""
    return content[document.original.start : document.original.end]
