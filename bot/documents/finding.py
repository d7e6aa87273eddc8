"""Which documents somebody means by an id, a title, or a part of either."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from retrieval.library import Library

__all__ = ["Known", "find", "known", "nearest"]

# Names to offer where none fits, and how alike they are at least, of 100.
MOST_OFFERED = 3
ALIKE = 60


@dataclass(frozen=True, slots=True)
class Known:
    """What a document is called.

    Attributes:
        id: its id.
        title: its title; empty where it has none.
        sha256: digest of the file that it was read from.
    """

    id: str
    title: str
    sha256: str


def known(library: Library) -> list[Known]:
    """Return what the documents of an index are called, by id."""
    records = library.records(range(library.n_documents))
    return [Known(r["id"], r["title"], r["original"]["sha256"]) for r in records]


def find(documents: Sequence[Known], wanted: str) -> list[Known]:
    """Return the documents that are called so: by id, else by title, else by a part of either.

    Parameters
    ----------
    documents
        those there are.
    wanted
        as typed; case counts in an id only.
    """
    by_id = [document for document in documents if document.id == wanted]
    if by_id:
        return by_id
    folded = " ".join(wanted.casefold().split())
    if not any(character.isalnum() for character in folded):
        return []
    by_title = [document for document in documents if _folded(document.title) == folded]
    if by_title:
        return by_title
    return [d for d in documents if folded in _folded(d.title) or folded in _folded(d.id)]


def nearest(documents: Sequence[Known], wanted: str) -> list[str]:
    """Return the ids of documents whose id or title looks most like what was typed."""
    names = {document.id: document.id for document in documents}
    names |= {document.title: document.id for document in documents if document.title}
    found = process.extract(
        wanted, [*names], scorer=fuzz.WRatio, limit=MOST_OFFERED, score_cutoff=ALIKE
    )
    return [*dict.fromkeys(names[name] for name, *_ in found)]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
