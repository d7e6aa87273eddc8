"""Claims checked against the originals they name, byte for byte, and against the index."""

import codecs
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from bot.proof.claims import Claim
from corpus.decoding import Decoded, decode
from corpus.documents import Document, Original
from corpus.errors import CorpusError, OriginalDamaged
from corpus.jsonl import parse_line
from corpus.originals import OriginalStore
from corpus.provenance import holds

__all__ = ["Check", "Documents", "Verifier", "summarise"]

IN_ORIGINAL = "words, characters, bytes"
IN_INDEX = "title, date, source, sentence"
NOT_INDEXED = "the document is no longer indexed"


@dataclass(frozen=True, slots=True)
class Check:
    """Whether a claim holds.

    Attributes:
        claim: what was checked.
        problem: what is wrong, in one clause; empty when it holds.
        is_indexed: whether the document is in the index, so that its citation was checked too.
        cited: title and sentence as a printed citation names them; empty for a saved claim.
    """

    claim: Claim
    problem: str
    is_indexed: bool
    cited: str = ""

    @property
    def holds(self) -> bool:
        """Say whether the words stand in the original as claimed."""
        return not self.problem


class Documents(Protocol):
    """The documents that are indexed."""

    def find(self, document: str, sha256: str) -> Document | None:
        """Return the document of that id, read from the original of that digest."""

    def cited(self, heads: Collection[str]) -> Iterator[tuple[str, Document]]:
        """Yield the documents that a citation opens with one of these, each with its opening."""


class Verifier:
    """Checks claims against stores of originals.

    Parameters
    ----------
    stores
        looked through in order for an original; at least one.
    documents
        what citations are checked against.

    Attributes:
        documents: the same.
    """

    def __init__(self, stores: Sequence[OriginalStore], documents: Documents) -> None:
        self.documents = documents
        self._stores = stores
        # Claims of one answer, and lines of one file, name the same original.
        self._content = lru_cache(maxsize=4)(self._read)
        self._plain = lru_cache(maxsize=4)(self._as_plain)

    def check(self, claim: Claim) -> Check:
        """Read the original again and compare; the citation too where the document is indexed."""
        document = self.documents.find(claim.document, claim.sha256)
        problem = self.problem(claim, document)
        if document and not problem:
            problem = _miscited(claim, document)
        return Check(claim, problem, document is not None)

    def problem(self, claim: Claim, document: Document | None) -> str:
        """Say why the words do not stand in the original as claimed; empty when they do.

        Parameters
        ----------
        claim
            its citation is not looked at.
        document
            what the claim is of where that is indexed: it tells how the original was read.
        """
        if not claim.text or claim.start == claim.end:
            return "the quote is empty"
        try:
            content = self._content(claim.sha256)
        except OriginalDamaged as error:
            return error.reason
        originals = [document.original] if document else list(self._readings(claim, content))
        if claim.byte_start is None and not any(o.format == "jsonl" for o in originals):
            return "it does not say where the bytes stand"
        if not any(_stands(claim, original, content) for original in originals):
            return "the original says something else"
        return ""

    def _read(self, sha256: str) -> bytes:
        failures: list[OriginalDamaged] = []
        for store in self._stores:
            try:
                return store.read(sha256)
            except OriginalDamaged as error:
                failures.append(error)
        # A damaged copy says more than a missing one.
        raise max(failures, key=lambda error: error.path.exists())

    def _as_plain(self, sha256: str) -> Original | None:
        content = self._content(sha256)
        decoded = decode(content)
        if not isinstance(decoded, Decoded):
            return None
        return Original(sha256, "plain", decoded.encoding, decoded.start, len(content))

    def _readings(self, claim: Claim, content: bytes) -> Iterator[Original]:
        """Yield the ways in which an original that is not indexed may have been read."""
        plain = self._plain(claim.sha256)
        if plain is not None:
            yield plain
        for start, end in _lines(content, claim.byte_start):
            try:
                name = parse_line(content[start:end]).id
            except CorpusError:
                continue
            if name == claim.document:
                yield Original(claim.sha256, "jsonl", "utf-8", start, end)


def summarise(checks: Sequence[Check]) -> str:
    """Count the claims that hold, and say what was checked of them."""
    held = [check for check in checks if check.holds]
    count = f"{len(held)} of {len(checks)} quotes hold"
    n_unchecked = sum(not check.is_indexed for check in held)
    if not held:
        return count
    if not n_unchecked:
        return f"{count} (checked: {IN_ORIGINAL}, {IN_INDEX})"
    if n_unchecked == len(held):
        return f"{count} (checked: {IN_ORIGINAL}; citation not checked: {NOT_INDEXED})"
    checked = f"checked: {IN_ORIGINAL}, {IN_INDEX}"
    return f"{count} ({checked}; citation of {n_unchecked} not checked: {NOT_INDEXED})"


def _stands(claim: Claim, original: Original, content: bytes) -> bool:
    if claim.byte_start is None or claim.byte_end is None:
        span = None
    else:
        span = claim.byte_start, claim.byte_end
    return holds(original, content, claim.start, claim.end, span, claim.text)


def _miscited(claim: Claim, document: Document) -> str:
    """Say what a citation claims of a document that the index does not."""
    day = document.date.isoformat() if document.date else None
    place = document.sentences[claim.sentence : claim.sentence + 1]
    is_true = {
        "title": claim.title == document.title,
        "date": claim.date == day,
        "source": claim.source == document.source,
        "sentence": [(s.start, s.end) for s in place] == [(claim.start, claim.end)],
    }
    wrong = [name for name, is_so in is_true.items() if not is_so]
    return f"the document has another {', '.join(wrong)}" if wrong else ""


def _lines(content: bytes, byte_start: int | None) -> Iterator[tuple[int, int]]:
    """Yield where the line around a byte starts and ends; all lines where none is given."""
    mark = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    start = 0 if byte_start is None else content.rfind(b"\n", 0, byte_start) + 1
    while start < len(content):
        end = content.find(b"\n", start)
        end = len(content) if end < 0 else end
        yield max(start, mark), end
        if byte_start is not None:
            return
        start = end + 1
