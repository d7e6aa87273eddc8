"""Answered questions, right or wrong, as the confidence learns from them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus.documents import Document
from corpus.languages import detect_language
from corpus.reading import read_source
from retrieval.building.inmemory import build
from retrieval.evaluation import is_right
from retrieval.evidence import Evidence, weigh
from retrieval.hits import Hit, Query, Scope
from retrieval.index import Index
from retrieval.ranking.model import shipped
from retrieval.ranking.ranker import Ranker

__all__ = [
    "Found",
    "alone",
    "articles",
    "as_asked",
    "asked_elsewhere",
    "documents_of",
    "is_learnt_from",
    "judged",
]

N_HITS = 10
# A question line and its gold line.
Judged = tuple[dict[str, Any], dict[str, Any]]
NO_ANSWER = {"unanswerable": True}


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found.

    Attributes:
        index: where it was asked.
        query: what was asked.
        evidence: of the first hit.
        hits: best first, at least one.
        right: which hits are right.
        is_answerable: whether the documents hold an answer.
        article: what the question is about.
    """

    index: Index
    query: Query
    evidence: Evidence
    hits: tuple[Hit, ...]
    right: tuple[bool, ...]
    is_answerable: bool
    article: str


def documents_of(folder: Path) -> list[Document]:
    """Read a question set's documents."""
    return [d for d in read_source(folder / "corpus.jsonl") if isinstance(d, Document)]


def is_learnt_from(article: str) -> bool:
    """Say whether the confidence learns from a document of `squad-unanswerable`: from even ones."""
    return int(article) % 2 == 0


def judged(folder: Path, step: int = 1) -> list[Judged]:
    """Return every so many-th question of a set with its gold."""
    lines = [
        [
            json.loads(line)
            for line in (folder / name).read_text(encoding="utf-8").split("\n")
            if line
        ]
        for name in ("questions.jsonl", "gold.jsonl")
    ]
    return list(zip(*lines, strict=True))[::step]


def as_asked(documents: Sequence[Document], questions: Sequence[Judged]) -> Iterator[Found]:
    """Ask questions of the documents they are meant for."""
    asker = _Asker(documents)
    for (question, gold), article in zip(questions, articles(questions), strict=True):
        yield from asker.ask(question, gold, article)


def articles(questions: Sequence[Judged]) -> Iterator[str]:
    """Yield the article that each question is about.

    One without an answer belongs to the article of the one before it.
    """
    article = ""
    for question, gold in questions:
        places = gold.get("spans") or gold.get("sentences")
        if places or question.get("documents"):
            article = places[0][0] if places else question["documents"][0]
        yield article


def asked_elsewhere(documents: Sequence[Document], questions: Sequence[Judged]) -> Iterator[Found]:
    """Ask questions of documents that do not answer them."""
    asker = _Asker(documents)
    for question, _ in questions:
        yield from asker.ask({"question": question["question"]}, NO_ANSWER, "elsewhere")


def alone(documents: Sequence[Document], questions: Sequence[Judged]) -> Iterator[Found]:
    """Ask each document by itself, as small corpora have it; some questions are of another one.

    Every other document has a paragraph a sentence, as news has.
    """
    with_answer = [(q, g) for q, g in questions if g.get("spans")]
    for number, document in enumerate(documents):
        asker = _Asker([_in_lines(document) if number % 2 else document])
        for place, (question, gold) in enumerate(with_answer):
            if gold["spans"][0][0] == document.id:
                yield from asker.ask(question, gold, document.id)
            elif place % (3 * len(documents)) == number:
                yield from asker.ask(question, NO_ANSWER, "elsewhere")


class _Asker:
    """Asks questions of an index of documents."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._index = Index("lessons", build(documents))
        self._ranker = Ranker(self._index, shipped(self._index.language))
        self._texts = {document.id: document.text for document in documents}

    def ask(self, question: dict[str, Any], gold: dict[str, Any], article: str) -> Iterator[Found]:
        index, text = self._index, question["question"]
        query = index.query(text, index.language_of(detect_language(text)))
        scope = Scope(frozenset(question["documents"])) if "documents" in question else None
        hits = self._ranker.rank(query, N_HITS, scope)
        if hits:
            yield Found(
                index=index,
                query=query,
                evidence=weigh(index, query, hits[0]),
                hits=tuple(hits),
                right=tuple(is_right(self._entry(hit), gold, self._texts) for hit in hits),
                is_answerable=not gold.get("unanswerable"),
                article=article,
            )

    def _entry(self, hit: Hit) -> dict[str, Any]:
        library = self._index.library
        start, end = library.span(hit.document, hit.sentence)
        name = library.id(hit.document)
        return {"document": name, "sentence": hit.sentence, "start": start, "end": end}


def _in_lines(document: Document) -> Document:
    """Make each sentence a paragraph."""
    sentences = (replace(s, paragraph=n) for n, s in enumerate(document.sentences))
    return replace(document, sentences=tuple(sentences))
