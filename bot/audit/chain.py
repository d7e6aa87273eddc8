"""Entries in a chain: each is sealed by a digest over itself and over the digest before it.

Whoever changes, removes or moves an entry breaks the chain there. Whoever can write the database
can seal all of it anew, or cut off its end; that shows against a head that is kept elsewhere.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

__all__ = ["BEGINNING", "Break", "Entry", "Head", "follow", "parse_head", "seal"]

# What stands for the digest in front of the first entry.
BEGINNING: Final = "0" * 64
HEAD: Final = re.compile(r"([0-9]{1,18}):([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened.

    Attributes:
        number: its place, from 1, without gaps.
        at: the time in UTC, ISO 8601.
        actor: who did it: `telegram:` and a user's number, or `quoth` for the process itself.
        action: what was done, one word.
        detail: what it was done to; never what somebody wrote.
        digest: SHA-256 over the five values above and the digest before, 64 hexadecimal digits.
    """

    number: int
    at: str
    actor: str
    action: str
    detail: str
    digest: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain that holds.

    Attributes:
        number: how many entries there are.
        digest: of the last one, or `BEGINNING` where there is none.
    """

    number: int
    digest: str

    def __str__(self) -> str:
        return f"{self.number}:{self.digest}"


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a chain does not hold.

    Attributes:
        number: place of the entry, from 1.
        problem: what is wrong there, in one clause.
    """

    number: int
    problem: str


def seal(before: str, number: int, at: str, actor: str, action: str, detail: str) -> str:
    """Return the digest of an entry that follows on the one with the digest `before`.

    >>> seal(BEGINNING, 1, "2024-05-01T12:00:00Z", "quoth", "start", "")[:12]
    'c3dad337a528'
    """
    # A list in JSON: no two entries are written alike, wherever their values begin and end.
    written = json.dumps([before, number, at, actor, action, detail])
    return hashlib.sha256(written.encode()).hexdigest()


def follow(entries: Iterable[Entry], known: Head | None = None) -> Head | Break:
    """Follow a chain from its first entry, and say where it ends or where it first breaks.

    Parameters
    ----------
    entries
        in the order of their numbers.
    known
        a head seen earlier, which the chain must run through.
    """
    head = Head(0, BEGINNING)
    for entry in entries:
        wrong = _wrong(entry, head)
        if wrong is not None:
            return wrong
        head = Head(entry.number, entry.digest)
        if known is not None and known.number == head.number and known != head:
            return Break(head.number, "it is not the one that was seen earlier")
    if known is not None and known.number > head.number:
        return Break(head.number + 1, f"it is missing, and so is all up to {known.number}")
    return head


def parse_head(text: str) -> Head | None:
    """Read `NUMBER:DIGEST`; None for anything else."""
    found = HEAD.fullmatch(text)
    return Head(int(found[1]), found[2]) if found else None


def _wrong(entry: Entry, head: Head) -> Break | None:
    expected = head.number + 1
    if entry.number != expected:
        return Break(expected, f"it is missing: entry {entry.number} stands in its place")
    values = (entry.number, entry.at, entry.actor, entry.action, entry.detail)
    if entry.digest != seal(head.digest, *values):
        return Break(expected, "its digest does not fit: it or the entry before was changed")
    return None
