"""Where a quote stands in the bytes its document was read from, and whether it still does.

The law: for every span that has a byte span,

    content[byte_start:byte_end].decode(encoding) == document.text[start:end]
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.documents import Document, Original
from corpus.errors import CorpusError
from corpus.jsonl import parse_line

__all__ = ["byte_span", "holds", "original_text"]

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")
# Inside a string literal: a run of plain characters, or one escape; a pair of surrogates is one.
_RUN = re.compile(r'[^"\\]+|\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.')


def byte_span(document: Document, start: int, end: int, piece: bytes) -> tuple[int, int] | None:
    """Return the bytes of `document.text[start:end]` in the original.

    Parameters
    ----------
    document
        The document as read.
    start, end
        Characters of its text, from 0; `end` is one past the last.
    piece
        The document's bytes in the original, from `original.start` to `original.end`; only those of
        JSONL are looked at.

    Returns
    -------
    (byte_start, byte_end) or None
        Offsets in the original, from 0. None when the bytes there do not spell the characters, as
        in a JSON string with escapes, or when the span runs over more than one JSON string.
    """
    return _span(document.original, document.text, start, end, piece)


def original_text(original: Original, content: bytes) -> str | None:
    """Return the text of a document, read again from its original; None when it cannot be."""
    piece = content[original.start : original.end]
    try:
        return (
            parse_line(piece).text
            if original.format == "jsonl"
            else piece.decode(original.encoding)
        )
    except (CorpusError, UnicodeDecodeError):
        return None


def holds(
    original: Original,
    content: bytes,
    start: int,
    end: int,
    byte_range: tuple[int, int] | None,
    quote: str,
) -> bool:
    """Say whether a quote stands in the original where it claims to, to the byte.

    Only JSONL may claim no bytes: in other files every span of characters has them.

    Parameters
    ----------
    original, content
        Where the document came from, and the bytes of that whole file.
    start, end
        The claimed characters in the document's text, from 0.
    byte_range
        The claimed bytes in `content`, or None when none are claimed.
    quote
        The words that shall stand there.
    """
    text = original_text(original, content)
    if text is None or not 0 <= start <= end <= len(text) or text[start:end] != quote:
        return False
    if byte_range is None:
        return original.format == "jsonl"
    piece = content[original.start : original.end]
    return byte_range == _span(original, text, start, end, piece)


def _span(
    original: Original, text: str, start: int, end: int, piece: bytes
) -> tuple[int, int] | None:
    if original.format == "jsonl":
        return _span_in_line(piece, original.start, start, end)
    if original.encoding == "utf-8" and text.isascii():
        return original.start + start, original.start + end
    first = original.start + len(text[:start].encode(original.encoding))
    return first, first + len(text[start:end].encode(original.encoding))


def _span_in_line(line: bytes, line_start: int, start: int, end: int) -> tuple[int, int] | None:
    """Return the bytes of a span of a JSONL document; `line_start` is the line's first byte."""
    runs = _runs(line)
    place = bisect_right(runs, start, key=lambda run: run.first) - 1
    # At a border there is an empty run, where an empty span stands, beside the plain one.
    for run in runs[max(place - 1, 0) : place + 1]:
        if run.first <= start and end <= run.last:
            before = run.byte + run.width(line, start - run.first)
            return line_start + before, line_start + run.byte + run.width(line, end - run.first)
    return None


@dataclass(frozen=True, slots=True)
class _Run:
    """Plain characters of a JSON string: characters of the text, and their bytes in the line."""

    first: int
    last: int
    byte: int
    byte_end: int

    def width(self, line: bytes, n_characters: int) -> int:
        """Return the bytes of the first so many characters."""
        if self.byte_end - self.byte == self.last - self.first:
            return n_characters
        shown = line[self.byte : self.byte_end].decode("utf-8")
        return len(shown[:n_characters].encode("utf-8"))


@lru_cache(maxsize=32)
def _runs(line: bytes) -> tuple[_Run, ...]:
    """Return the plain runs of a line's text in order; its quotes are asked for one by one."""
    shown = line.decode("utf-8")
    runs: list[_Run] = []
    at_byte, at = 0, 0
    for literal, offset in _literals(shown):
        at_byte, at = at_byte + len(shown[at : literal + 1].encode("utf-8")), literal + 1
        n_before = offset
        runs.append(_Run(offset, offset, at_byte, at_byte))
        while match := _RUN.match(shown, at):
            n_bytes = len(match[0].encode("utf-8"))
            is_plain = shown[at] != "\\"
            length = len(match[0]) if is_plain else 1
            if is_plain:
                runs.append(_Run(n_before, n_before + length, at_byte, at_byte + n_bytes))
            n_before, at, at_byte = n_before + length, match.end(), at_byte + n_bytes
            if not is_plain:
                runs.append(_Run(n_before, n_before, at_byte, at_byte))
    return tuple(runs)


def _literals(line: str) -> Iterator[tuple[int, int]]:
    """Yield the string literals that make the text: opening quote, and offset in the text."""
    values = dict(_members(line))
    sentences = values.get("sentences")
    if sentences is None or line.startswith("null", sentences):
        yield values["text"], 0
        return
    offset = 0
    for at in _elements(line, sentences):
        sentence, _ = _DECODER.raw_decode(line, at)
        yield at, offset
        offset += len(sentence) + 1


def _members(line: str) -> Iterator[tuple[str, int]]:
    """Yield each key of the line's object with where its value opens, the last of equals last."""
    at = _skip(line, _skip(line, 0) + 1)
    while line[at] != "}":
        key, at = _DECODER.raw_decode(line, at)
        value = _skip(line, _skip(line, at) + 1)
        yield key, value
        at = _next(line, value)


def _elements(line: str, at: int) -> Iterator[int]:
    """Yield where each element of the array that opens at `at` opens."""
    at = _skip(line, at + 1)
    while line[at] != "]":
        yield at
        at = _next(line, at)


def _next(line: str, value: int) -> int:
    """Return where the next member or element opens after a value, or the closing bracket."""
    _, at = _DECODER.raw_decode(line, value)
    at = _skip(line, at)
    return _skip(line, at + 1) if line[at] == "," else at


def _skip(line: str, at: int) -> int:
    match = _SPACE.match(line, at)
    return match.end() if match else at
