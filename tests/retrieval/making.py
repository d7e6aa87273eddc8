"""Documents and indexes that a test spells out."""

import datetime
import hashlib
from collections.abc import Iterable
from pathlib import Path

from corpus.documents import Document, Original, Sentence
from retrieval.building.inmemory import build
from retrieval.fields import FIELDS, Fields
from retrieval.generations import Generations
from retrieval.hits import Scope
from retrieval.index import Index
from retrieval.storage import Stored, Writer

__all__ = ["contents", "document", "index_of", "places", "publish"]

SENTENCE_BREAK = " | "


def document(
    name: str, *paragraphs: str, date: str = "", title: str = "", language: str = "en"
) -> Document:
    """Return a document of paragraphs, the sentences of each parted by " | "."""
    text, sentences = "", []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if number else ""
        for place, sentence in enumerate(paragraph.split(SENTENCE_BREAK)):
            text += " " if place else ""
            sentences.append(Sentence(len(text), len(text) + len(sentence), number))
            text += sentence
    content = text.encode()
    original = Original(hashlib.sha256(content).hexdigest(), "plain", "utf-8", 0, len(content))
    day = datetime.date.fromisoformat(date) if date else None
    return Document(name, text, tuple(sentences), original, title, day, "", "", language)


def index_of(*documents: Document, fields: Fields = FIELDS) -> Index:
    """Return an index of documents, held in memory."""
    return Index("g-000001", build(documents, fields))


def places(
    index: Index,
    question: str,
    *,
    limit: int = 10,
    language: str = "en",
    scope: Scope | None = None,
) -> list[tuple[str, int]]:
    """Return (document id, number of the sentence) of what a search finds, best first."""
    found = index.search(index.query(question, language), limit, scope)
    hits = index.hits(found.passages, found.total)
    return [(index.library.id(hit.document), hit.sentence) for hit in hits]


def publish(folder: Path, documents: Iterable[Document]) -> str:
    """Publish a generation of documents below a folder; return its name."""
    generations = Generations(folder)
    stored = build(documents)
    with generations.building():
        return generations.publish(lambda unfinished: _write(unfinished, stored))


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file in a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _write(folder: Path, stored: Stored) -> None:
    writer = Writer(folder)
    writer.add(stored)
    writer.finish(stored.facts)
