"""What stands behind an answer: its documents, and the sentences around its quotes."""

from collections.abc import Callable, Iterable, Iterator

from bot.replies import Part, cite
from corpus.documents import Document
from retrieval.index import Index

__all__ = ["Show", "context", "sources"]

# Lays out what stands behind (document id, sentence number from 0) of the quotes shown.
Show = Callable[[Index, tuple[tuple[str, int], ...]], tuple[Part, ...]]

# Sentences shown on either side of a quoted one: a document given as a list of sentences is one
# paragraph, however long.
N_AROUND = 2


def sources(index: Index, places: tuple[tuple[str, int], ...]) -> tuple[Part, ...]:
    """Cite each document once: title, date, author, source, digest of the original."""
    documents = {document.id: document for document, _ in _present(index, places)}
    return tuple(Part("text", _describe(document)) for document in documents.values())


def context(index: Index, places: tuple[tuple[str, int], ...]) -> tuple[Part, ...]:
    """Quote each quote with its neighbours in the paragraph, once where two share them."""
    quoted: dict[tuple[str, int], tuple[Document, set[int]]] = {}
    for document, sentence in _present(index, places):
        paragraph = document.sentences[sentence].paragraph
        _, numbers = quoted.setdefault((document.id, paragraph), (document, set()))
        numbers.update(_around(document, sentence))
    return tuple(
        part
        for document, numbers in quoted.values()
        for run in _runs(numbers)
        for part in _passage(document, run)
    )


def _present(index: Index, places: Iterable[tuple[str, int]]) -> Iterator[tuple[Document, int]]:
    """Leave out what a newer generation no longer holds."""
    for document_id, sentence in places:
        for position in index.library.positions([document_id]):
            document = index.library.document(position)
            if sentence < len(document.sentences):
                yield document, sentence


def _around(document: Document, sentence: int) -> list[int]:
    """Return the numbers of a sentence and its neighbours in the paragraph, in order."""
    first, last = max(sentence - N_AROUND, 0), sentence + N_AROUND
    paragraph = document.sentences[sentence].paragraph
    near = enumerate(document.sentences[first : last + 1], first)
    return [number for number, other in near if other.paragraph == paragraph]


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Split numbers into runs of consecutive ones, ascending."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _passage(document: Document, numbers: list[int]) -> tuple[Part, Part]:
    start, end = document.sentences[numbers[0]].start, document.sentences[numbers[-1]].end
    title = document.title.strip() or document.id
    citation = cite(title, document.date, document.source, numbers)
    return Part("quote", document.text[start:end]), Part("citation", citation)


def _describe(document: Document) -> str:
    day = document.date.isoformat() if document.date else ""
    fields = (document.title, day, document.author, document.source)
    head = ", ".join(filter(None, map(_on_one_line, fields)))
    name = _on_one_line(document.id)
    return f"{head or name}\n{name}, sha256 {document.original.sha256}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
