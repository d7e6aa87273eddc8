"""Saved quotes checked against the originals they name, byte for byte."""

import codecs
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.errors import BadInput
from corpus.decoding import Decoded, Undecodable, decode
from corpus.errors import CorpusError, OriginalDamaged
from corpus.jsonl import parse_line
from corpus.originals import OriginalStore

__all__ = ["Check", "Claim", "Verifier", "read_claims"]


SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a saved quote claims.

    Attributes:
        document: id of the document.
        start: first character in the document's text, from 0.
        end: one past the last.
        text: the words.
        sha256: digest of the original file.
        byte_start: first byte of the words in it, or None where the format has none.
        byte_end: one past the last, or None.
    """

    document: str
    start: int
    end: int
    text: str
    sha256: str
    byte_start: int | None
    byte_end: int | None


@dataclass(frozen=True, slots=True)
class Check:
    """Whether a claim holds.

    Attributes:
        claim: what was checked.
        problem: what is wrong, in one clause; empty when it holds.
    """

    claim: Claim
    problem: str

    @property
    def holds(self) -> bool:
        """Say whether the words stand in the original as claimed."""
        return not self.problem


@dataclass(frozen=True, slots=True)
class _Original:
    content: bytes
    decoded: Decoded | Undecodable


class Verifier:
    """Checks claims against stores of originals.

    Parameters
    ----------
    stores
        looked through in order for an original; at least one.
    """

    def __init__(self, stores: Sequence[OriginalStore]) -> None:
        self._stores = stores
        # Claims of one answer, and lines of one file, name the same original.
        self._original = lru_cache(maxsize=4)(self._read)

    def check(self, claim: Claim) -> Check:
        """Read the original again and compare."""
        try:
            original = self._original(claim.sha256)
        except OriginalDamaged as error:
            return Check(claim, error.reason)
        return Check(claim, "" if _holds(claim, original) else "the original says something else")

    def _read(self, sha256: str) -> _Original:
        failures: list[OriginalDamaged] = []
        for store in self._stores:
            try:
                content = store.read(sha256)
                return _Original(content, decode(content))
            except OriginalDamaged as error:
                failures.append(error)
        # A damaged copy says more than a missing one.
        raise max(failures, key=lambda error: error.path.exists())


def read_claims(content: str) -> list[Claim]:
    """Read the quotes of saved answers: one JSON answer, lines of them, or a list.

    Raises
    ------
    BadInput
        it is none of these.
    """
    try:
        answers = _answers(content)
        return [_claim(quote) for answer in answers for quote in answer["quotes"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        problem = f"not a saved answer ({type(error).__name__}: {error})"
        raise BadInput(problem, "save one with `quoth ask --json` or `quoth batch`") from error


def _answers(content: str) -> list[dict[str, Any]]:
    try:
        whole = json.loads(content)
    except ValueError:
        whole = [json.loads(line) for line in content.split("\n") if line.strip()]
    answers: list[dict[str, Any]] = whole if isinstance(whole, list) else [whole]
    return [answer for answer in answers if "error" not in answer]


def _claim(quote: dict[str, Any]) -> Claim:
    first = quote.get("byte_start")
    return Claim(
        document=str(quote["document"]),
        start=_offset(quote["start"]),
        end=_offset(quote["end"]),
        text=str(quote["text"]),
        sha256=_digest(quote["sha256"]),
        byte_start=None if first is None else _offset(first),
        byte_end=None if first is None else _offset(quote["byte_end"]),
    )


def _digest(given: object) -> str:
    if not isinstance(given, str) or not SHA256.fullmatch(given):
        raise ValueError(f"{given!r} is no digest")
    return given


def _offset(given: object) -> int:
    if not isinstance(given, int) or given < 0:
        raise ValueError(f"{given!r} is no offset")
    return given


def _holds(claim: Claim, original: _Original) -> bool:
    """Compare the words with the document's text, and with the bytes where the claim names them."""
    return any(
        text[claim.start : claim.end] == claim.text
        and (
            claim.byte_start is None
            or original.content[claim.byte_start : claim.byte_end] == claim.text.encode(encoding)
        )
        for text, encoding in _texts(claim, original)
    )


def _texts(claim: Claim, original: _Original) -> Iterator[tuple[str, str]]:
    """Yield (text, encoding) of the document, by each way in which the original may be read."""
    if isinstance(original.decoded, Decoded):
        yield original.decoded.text, original.decoded.encoding
    for line in _lines(claim, original.content):
        try:
            record = parse_line(line.removeprefix(codecs.BOM_UTF8))
        except CorpusError:
            continue
        if record.id == claim.document:
            yield record.text, "utf-8"


def _lines(claim: Claim, content: bytes) -> list[bytes]:
    """Return the line around the claimed bytes; all lines where none are claimed."""
    if claim.byte_start is None:
        return content.split(b"\n")
    start = content.rfind(b"\n", 0, claim.byte_start) + 1
    return content[start:].split(b"\n", maxsplit=1)[:1]
