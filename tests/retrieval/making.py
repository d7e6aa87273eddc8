"""Documents and indexes that a test spells out."""

import datetime
import hashlib
from collections.abc import Iterable
from pathlib import Path

from corpus.documents import Document, Original, Sentence
from retrieval.building import build
from retrieval.generations import Generations
from retrieval.hits import Scope
from retrieval.index import Index

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


def index_of(*documents: Document) -> Index:
    """Return an index of documents, held in memory."""
    return Index("g-000001", build(documents))


def places(
    index: Index,
    question: str,
    *,
    limit: int = 10,
    language: str = "en",
    scope: Scope | None = None,
) -> list[tuple[str, int]]:
    """Return (document id, number of the sentence) of what a search finds, best first."""
    hits = index.search(index.query(question, language), limit, scope)
    return [(index.library.document(hit.document).id, hit.sentence) for hit in hits]


def publish(folder: Path, documents: Iterable[Document]) -> str:
    """Publish a generation of documents below a folder; return its name."""
    generations = Generations(folder)
    with generations.building():
        return generations.publish(build(documents))


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file in a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
