"""Whether an upload is what its name says, and can be read within the limits."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.documents.children import Broken, never, run
from bot.documents.limits import LARGEST, MOST_SENTENCES, WALL_SECONDS
from bot.phrases import documents as phrases
from corpus.sources import SUFFIXES

__all__ = ["Readable", "Refused", "check"]

# How HTML, XML and SVG begin, and how far into a file a PDF may.
MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<svg")
PDF = b"%PDF-"
PDF_WITHIN = 1024
# What UTF-8 and UTF-16 put before a text and around its letters hides nothing.
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
WIDEST = 4


@dataclass(frozen=True, slots=True)
class Readable:
    """What a file holds.

    Attributes:
        n_documents: how many.
        n_sentences: of all of them.
        n_skipped: lines of it that are no document.
        reasons: why the first of those are none.
    """

    n_documents: int
    n_sentences: int
    n_skipped: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not taken in.

    Attributes:
        reason: one plain line with what is wrong and what to do.
    """

    reason: str


def check(
    content: bytes,
    name: str,
    *,
    seconds: float = WALL_SECONDS,
    is_over: Callable[[], bool] = never,
) -> Readable | Refused:
    """Read a file in a process with limits; its ending, its first bytes and the reader must agree.

    Parameters
    ----------
    content
        what it holds.
    name
        what it is called, cleaned.
    seconds
        how long reading may take.
    is_over
        says whether to break off.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in SUFFIXES:
        return Refused(phrases.not_read(suffix, SUFFIXES))
    if len(content) > LARGEST:
        return Refused(phrases.too_large(LARGEST))
    if _is_disguised(content):
        return Refused(phrases.DISGUISED)
    given = suffix.encode() + b"\n" + content
    found = run("bot.documents.reading", given, seconds=seconds, environ={}, is_over=is_over)
    if isinstance(found, str):
        return Refused(_broken(found))
    counts = [found.get(key) for key in ("documents", "sentences", "skipped", "longest")]
    reasons = found.get("reasons")
    if not all(isinstance(count, int) for count in counts) or not isinstance(reasons, list):
        return Refused(phrases.UNREADABLE)
    n_documents, n_sentences, n_skipped, longest = (int(count or 0) for count in counts)
    said = tuple(map(str, reasons))
    if longest > MOST_SENTENCES:
        return Refused(phrases.too_many_sentences(MOST_SENTENCES))
    if not n_documents:
        return Refused(phrases.nothing_in_it(said))
    return Readable(n_documents, n_sentences, n_skipped, said)


def _is_disguised(content: bytes) -> bool:
    """Say whether a file opens like one of a type that is not read, though it may be all text."""
    start = content[: WIDEST * PDF_WITHIN].replace(b"\0", b"")
    for mark in MARKS:
        start = start.removeprefix(mark)
    return PDF in start[:PDF_WITHIN] or start.lstrip()[:PDF_WITHIN].lower().startswith(MARKUP)


def _broken(what: Broken) -> str:
    if what == "over":
        return phrases.NOT_INDEXED
    return phrases.TOO_LONG if what == "time" else phrases.UNREADABLE
