"""A file becomes documents, whatever its format; what cannot be read becomes one clear line."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO

from corpus.decoding import Undecodable, decode
from corpus.documents import Document, Original, Skipped
from corpus.errors import NoDocuments
from corpus.jsonl import read_jsonl
from corpus.markdown import read_markdown
from corpus.news import parse_header, read_news
from corpus.originals import digest_file
from corpus.plain import read_plain
from corpus.sources import SUFFIXES, find_files

__all__ = ["MAX_TEXT", "read_content", "read_file", "read_source"]

MAX_TEXT = 1 << 30
"""Largest text file in bytes (1 GiB); JSONL has no limit but that of a line."""

_MARKDOWN = (".md", ".markdown")


def read_source(source: Path) -> Iterator[Document | Skipped]:
    """Yield the documents below a file or folder, and what had to be skipped, in order of names.

    Raises
    ------
    SourceMissing
        Nothing stands at the path.
    NoDocuments
        There is nothing at all to read or to skip.
    """
    is_empty = True
    for found in find_files(source):
        read = iter([found]) if isinstance(found, Skipped) else read_file(found.path, found.name)
        for item in read:
            is_empty = False
            yield item
    if is_empty:
        raise NoDocuments(source, SUFFIXES)


def read_file(path: Path, name: str) -> Iterator[Document | Skipped]:
    """Yield the documents of a file under the given name, or what is wrong with it."""
    try:
        if path.suffix.lower() == ".jsonl":
            with path.open("rb") as file:
                yield from _read_lines(file, digest_file(file), name)
        elif path.stat().st_size > MAX_TEXT:
            yield Skipped(name, "is over 1 GiB", "cut it into smaller files")
        else:
            yield _read_text(path.read_bytes(), path.suffix.lower(), name)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        yield Skipped(name, f"cannot be opened: {reason}", "check its permissions")


def read_content(content: bytes, name: str) -> Iterator[Document | Skipped]:
    """Yield the documents of a file's bytes, as `read_file` does for a file of that name."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".jsonl":
        yield from _read_lines(io.BytesIO(content), hashlib.sha256(content).hexdigest(), name)
    else:
        yield _read_text(content, suffix, name)


def _read_lines(file: BinaryIO, sha256: str, name: str) -> Iterator[Document | Skipped]:
    is_empty = True
    for item in read_jsonl(file, name, sha256):
        is_empty = False
        yield item
    if is_empty:
        yield Skipped(name, "is empty", "give one document per line or remove the file")


def _read_text(content: bytes, suffix: str, name: str) -> Document | Skipped:
    decoded = decode(content)
    if isinstance(decoded, Undecodable):
        return Skipped(name, decoded.reason, decoded.remedy)
    text = decoded.text
    if not text.strip():
        what = "holds only white space" if text else "is empty"
        return Skipped(name, what, "write something in it or remove it")
    original = Original(
        sha256=hashlib.sha256(content).hexdigest(),
        format="plain",
        encoding=decoded.encoding,
        start=decoded.start,
        end=len(content),
    )
    document = _read_by_format(suffix, name, text, original)
    if not document.sentences:
        return Skipped(name, "holds no sentence", "write something in it or remove it")
    return document


def _read_by_format(suffix: str, name: str, text: str, original: Original) -> Document:
    """Return the document that a text is, in the format its suffix and its first line tell."""
    if suffix in _MARKDOWN:
        return read_markdown(name, text, replace(original, format="markdown"))
    header = parse_header(text)
    if header is not None:
        return read_news(name, text, header, replace(original, format="news"))
    return read_plain(name, text, original)
