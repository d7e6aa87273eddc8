"""Makes the `Original` of a text that a test spells out."""

import hashlib

from corpus.documents import Format, Original

__all__ = ["original_of"]


def original_of(text: str, form: Format = "plain", encoding: str = "utf-8") -> Original:
    """Return the original of a text without a byte order mark."""
    content = text.encode(encoding)
    return Original(hashlib.sha256(content).hexdigest(), form, encoding, 0, len(content))
