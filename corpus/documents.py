"""A document: its text, where its sentences stand, and what is known about it."""

import datetime
from dataclasses import dataclass
from typing import Literal

__all__ = ["Document", "Format", "Original", "Sentence", "Skipped"]

Format = Literal["plain", "news", "markdown", "jsonl"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A quotable sentence of a document.

    Attributes:
        start: first character in the document's text, from 0.
        end: one past the last character.
        paragraph: number of the paragraph that holds it, from 0, counting those with sentences.
    """

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a document was read from.

    Attributes:
        sha256: lower-case hexadecimal digest of the whole file.
        format: how the file was read.
        encoding: Python's name of the character encoding.
        start: first byte of the document in the file, after any byte order mark, from 0.
        end: one past its last byte; for JSONL the end of its line without the line break.
    """

    sha256: str
    format: Format
    encoding: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it was read; its text is the decoded original, not a character changed.

    Attributes:
        id: the path below the indexed folder with forward slashes, or the id a JSONL line gives.
        text: the whole text, line breaks as in the original.
        sentences: in reading order, disjoint.
        original: the bytes behind the text.
        title: headline or title; empty when there is none.
        date: day of publication, or None.
        author: by whom; empty when not stated.
        source: agency, web address or path it came from; empty when not stated.
        language: ISO 639-1 code, or "und" when it cannot be told.
    """

    id: str
    text: str
    sentences: tuple[Sentence, ...]
    original: Original
    title: str = ""
    date: datetime.date | None = None
    author: str = ""
    source: str = ""
    language: str = "und"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that could not be read; the rest goes on.

    Attributes:
        name: the file as the user would write it, with `:N` for line N (from 1) of a JSONL file.
        reason: what is wrong, in one clause.
        remedy: what the user can do about it, in one clause.
    """

    name: str
    reason: str
    remedy: str
