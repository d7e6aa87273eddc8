"""The documents that a conversation quotes in its answers, each once."""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from bot.history import Turn
from bot.proof.claims import Claim

__all__ = ["Cited", "cited"]

# What may stand in an address as it is; all else is percent-encoded.
IN_ADDRESS = "!#$%&'()*+,-./:;=?@[]_~"
# Characters of the two digests that tell documents apart: 64 bits, and 32 for those of one file.
N_FILE, N_NAME = 16, 8


@dataclass(frozen=True, slots=True)
class Cited:
    """A document as a bibliography has it.

    Attributes:
        key: the same for the same document, whatever else is cited; letters, digits and "-".
        title: on one line; the id where the document has no title.
        date: day of publication, or None.
        source: where it came from, on one line; may be empty.
        link: the source where that is an address of the web, else "".
        document: id of the document.
        sha256: digest of the original file.
    """

    key: str
    title: str
    date: datetime.date | None
    source: str
    link: str
    document: str
    sha256: str


def cited(turns: Sequence[Turn]) -> tuple[Cited, ...]:
    """Return the documents quoted in answers, in the order of their first quotes.

    What is offered as nearest to a question that is not answered is not cited.
    """
    quoted = [claim for turn in turns if turn.is_answered for claim in turn.quotes]
    first: dict[tuple[str, str], Claim] = {}
    for claim in quoted:
        first.setdefault((claim.sha256, claim.document), claim)
    return tuple(_cited(claim) for claim in first.values())


def _cited(claim: Claim) -> Cited:
    source = " ".join(claim.source.split())
    return Cited(
        key=_key(claim),
        title=" ".join(claim.title.split()) or claim.document,
        date=None if claim.date is None else datetime.date.fromisoformat(claim.date),
        source=source,
        link=_link(source),
        document=claim.document,
        sha256=claim.sha256,
    )


def _key(claim: Claim) -> str:
    """Name a document by its file's digest, and by its id's: a file of lines holds many."""
    name = hashlib.sha256(claim.document.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{claim.sha256[:N_FILE]}-{name[:N_NAME]}"


def _link(source: str) -> str:
    try:
        parts = urlsplit(source)
        is_link = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_link = False
    return percent_encoded(source, safe=IN_ADDRESS, errors="replace") if is_link else ""
