"""Saved quotes checked against the originals they name, byte for byte."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.errors import BadInput
from corpus.decoding import Decoded, decode
from corpus.errors import CorpusError, OriginalDamaged
from corpus.jsonl import parse_line
from corpus.originals import OriginalStore

__all__ = ["Check", "Claim", "Verifier", "read_claims"]


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


class Verifier:
    """Checks claims against stores of originals.

    Args:
        stores: looked through in order for an original; at least one.
    """

    def __init__(self, stores: Sequence[OriginalStore]) -> None:
        self._stores = stores
        # Claims of one answer, and lines of one file, name the same original.
        self._content = lru_cache(maxsize=4)(self._read)

    def check(self, claim: Claim) -> Check:
        """Read the original again and compare."""
        try:
            content = self._content(claim.sha256)
        except OriginalDamaged as error:
            return Check(claim, error.reason)
        is_there = _stands_in_bytes if claim.byte_start is not None else _stands_in_a_line
        return Check(claim, "" if is_there(claim, content) else "the original says something else")

    def _read(self, sha256: str) -> bytes:
        failures: list[OriginalDamaged] = []
        for store in self._stores:
            try:
                return store.read(sha256)
            except OriginalDamaged as error:
                failures.append(error)
        # A damaged copy says more than a missing one.
        raise max(failures, key=lambda error: error.path.exists())


def read_claims(content: str) -> list[Claim]:
    """Read the quotes of saved answers: one JSON answer, lines of them, or a list.

    Raises:
        BadInput: it is none of these.
    """
    try:
        answers = _answers(content)
        return [_claim(quote) for answer in answers for quote in answer["quotes"]]
    except (ValueError, KeyError, TypeError) as error:
        problem = f"not a saved answer ({type(error).__name__}: {error})"
        raise BadInput(problem, "save one with `quoth ask --json` or `quoth batch`") from error


def _answers(content: str) -> list[dict[str, Any]]:
    try:
        whole = json.loads(content)
    except ValueError:
        whole = [json.loads(line) for line in content.splitlines() if line.strip()]
    answers: list[dict[str, Any]] = whole if isinstance(whole, list) else [whole]
    return [answer for answer in answers if "error" not in answer]


def _claim(quote: dict[str, Any]) -> Claim:
    return Claim(
        document=str(quote["document"]),
        start=int(quote["start"]),
        end=int(quote["end"]),
        text=str(quote["text"]),
        sha256=str(quote["sha256"]),
        byte_start=quote.get("byte_start"),
        byte_end=quote.get("byte_end"),
    )


def _stands_in_bytes(claim: Claim, content: bytes) -> bool:
    found = content[claim.byte_start : claim.byte_end]
    if found == claim.text.encode():
        return True
    decoded = decode(content)
    return isinstance(decoded, Decoded) and found == claim.text.encode(decoded.encoding, "replace")


def _stands_in_a_line(claim: Claim, content: bytes) -> bool:
    """Look the document up among the lines of a JSONL original."""
    for line in content.splitlines():
        try:
            record = parse_line(line)
        except CorpusError:
            continue
        if record.id == claim.document:
            return record.text[claim.start : claim.end] == claim.text
    return False
