"""What stands behind an answer: its documents, and the paragraphs around its quotes."""

from collections.abc import Callable, Iterable, Iterator

from bot.replies import Part, cite
from corpus.documents import Document
from retrieval.index import Index

__all__ = ["Show", "context", "sources"]

# Lays out what stands behind (document id, sentence number from 0) of the quotes shown.
Show = Callable[[Index, tuple[tuple[str, int], ...]], tuple[Part, ...]]


def sources(index: Index, places: tuple[tuple[str, int], ...]) -> tuple[Part, ...]:
    """Cite each document once: title, date, author, source, digest of the original."""
    documents = {document.id: document for document, _ in _present(index, places)}
    return tuple(Part("text", _describe(document)) for document in documents.values())


def context(index: Index, places: tuple[tuple[str, int], ...]) -> tuple[Part, ...]:
    """Quote the paragraph around each quote, once where two share it."""
    shown: dict[tuple[str, int], tuple[Part, Part]] = {}
    for document, sentence in _present(index, places):
        paragraph = document.sentences[sentence].paragraph
        numbers = [n for n, s in enumerate(document.sentences) if s.paragraph == paragraph]
        start, end = document.sentences[numbers[0]].start, document.sentences[numbers[-1]].end
        citation = cite(document.title or document.id, document.date, document.source, numbers)
        shown[document.id, paragraph] = (
            Part("quote", document.text[start:end]),
            Part("citation", citation),
        )
    return tuple(part for pair in shown.values() for part in pair)


def _present(index: Index, places: Iterable[tuple[str, int]]) -> Iterator[tuple[Document, int]]:
    """Leave out what a newer generation no longer holds."""
    for document_id, sentence in places:
        for position in index.library.positions([document_id]):
            document = index.library.document(position)
            if sentence < len(document.sentences):
                yield document, sentence


def _describe(document: Document) -> str:
    day = document.date.isoformat() if document.date else ""
    head = ", ".join(filter(None, (document.title, day, document.author, document.source)))
    return f"{head or document.id}\n{document.id}, sha256 {document.original.sha256}"
