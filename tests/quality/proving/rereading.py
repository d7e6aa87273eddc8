"""Quotes held against the files they came from, read by other means than those that made them."""

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from bot.answers import Quote
from tests.quality.proving.variants import Written

__all__ = ["Rereader"]


class Rereader:
    """Reads files again, as whoever wrote them knows them.

    Parameters
    ----------
    files
        where each document's file is, by the document's id.
    written
        how each document was written, by its id.
    """

    def __init__(self, files: Mapping[str, Path], written: Mapping[str, Written]) -> None:
        self._files = files
        self._written = written
        self._content = lru_cache(maxsize=64)(Path.read_bytes)
        self._digest = lru_cache(maxsize=64)(self._sha256)
        self._text = lru_cache(maxsize=64)(self._read)

    def complaint(self, quote: Quote) -> str:
        """Say how a quote differs from its file; empty when it does not."""
        written, path = self._written[quote.document], self._files[quote.document]
        if quote.sha256 != self._digest(path):
            return "another digest"
        if not quote.text or quote.text != self._text(quote.document)[quote.start : quote.end]:
            return "other characters"
        span = quote.byte_start, quote.byte_end
        if span == (None, None):
            return "" if _is_escaped(written, quote.text) else "no bytes"
        if self._content(path)[slice(*span)] != quote.text.encode(written.encoding):
            return "other bytes"
        return ""

    def _sha256(self, path: Path) -> str:
        return hashlib.sha256(self._content(path)).hexdigest()

    def _read(self, document: str) -> str:
        written, content = self._written[document], self._content(self._files[document])
        if not written.is_line:
            return content[written.mark :].decode(written.encoding)
        lines = (json.loads(line) for line in content.split(b"\n") if document.encode() in line)
        fields = next(fields for fields in lines if fields["id"] == document)
        text: str = fields["text"] if "text" in fields else "\n".join(fields["sentences"])
        return text


def _is_escaped(written: Written, text: str) -> bool:
    """Say whether a text stands in its line of JSON with escapes, so that no bytes spell it."""
    return written.is_line and json.dumps(text, ensure_ascii=written.is_ascii)[1:-1] != text
