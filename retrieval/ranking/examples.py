"""Judged questions with their candidates, as the ranking learns from them."""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Document
from corpus.reading import read_source
from retrieval.building.inmemory import build
from retrieval.evaluation import is_right
from retrieval.hits import Scope
from retrieval.index import Index
from retrieval.ranking.asking import TYPES
from retrieval.ranking.evidence import evidence
from retrieval.ranking.features import features
from retrieval.ranking.model import Model
from retrieval.ranking.ranker import Ranker

__all__ = ["N_FOLDS", "Examples", "Lesson", "examples"]

N_FOLDS = 5

Floats = NDArray[np.float32]
# A question line and its gold line.
Judged = tuple[dict[str, Any], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """How a question set is learnt from.

    Attributes:
        weight: how much a question counts.
        n_candidates: candidates of a question.
        alone: index each document by itself, every other one with a paragraph a sentence, as small
            corpora and news have it.
        step: take every so many-th question.
    """

    weight: float
    n_candidates: int
    alone: bool = False
    step: int = 1


@dataclass(frozen=True, slots=True)
class Examples:
    """Questions with their candidates, m in all.

    Attributes:
        features: (m, n_features).
        evidence: (m, n_kinds).
        type: (m,) number of the question's type.
        is_right: (m,) bool.
        starts: (n_questions + 1,) where each question's candidates begin.
        fold: (n_questions,) 0 to 4, the same for all questions about one article.
        weight: how much a question counts.
    """

    features: Floats
    evidence: Floats
    type: NDArray[np.int64]
    is_right: NDArray[np.bool_]
    starts: NDArray[np.int64]
    fold: NDArray[np.int64]
    weight: float


def examples(folder: Path, lesson: Lesson) -> Examples:
    """Read a question set and look at each answerable question's candidates."""
    documents = [d for d in read_source(folder / "corpus.jsonl") if isinstance(d, Document)]
    judged = list(_judged(folder))[:: lesson.step]
    if lesson.alone:
        looked = list(_look_alone(documents, judged, lesson))
    else:
        looked = list(_look(documents, judged, lesson))
    return Examples(
        features=np.concatenate([one.features for one in looked]),
        evidence=np.concatenate([one.evidence for one in looked]),
        type=np.concatenate([np.full(len(one.is_right), one.type) for one in looked]),
        is_right=np.concatenate([one.is_right for one in looked]),
        starts=np.concatenate(([0], np.cumsum([len(one.is_right) for one in looked]))),
        fold=np.array([one.fold for one in looked]),
        weight=lesson.weight,
    )


@dataclass(frozen=True, slots=True)
class _Looked:
    """One question's candidates; attributes as in `Examples`."""

    features: Floats
    evidence: Floats
    type: int
    is_right: NDArray[np.bool_]
    fold: int


def _look_alone(
    documents: Sequence[Document], judged: Sequence[Judged], lesson: Lesson
) -> Iterator[_Looked]:
    """Ask each document by itself what is asked of it."""
    for number, document in enumerate(documents):
        mine = [(q, g) for q, g in judged if g.get("spans") and g["spans"][0][0] == document.id]
        yield from _look([_in_lines(document) if number % 2 else document], mine, lesson)


def _in_lines(document: Document) -> Document:
    """Make each sentence a paragraph."""
    sentences = (replace(s, paragraph=n) for n, s in enumerate(document.sentences))
    return replace(document, sentences=tuple(sentences))


def _look(
    documents: Sequence[Document], judged: Sequence[Judged], lesson: Lesson
) -> Iterator[_Looked]:
    """Index documents and look at the candidates of each question."""
    index = Index("training", build(documents))
    ordered = sorted(documents, key=lambda document: document.id)
    texts = {document.id: document.text for document in documents}
    titles = {document.id: document.title or document.id for document in documents}
    ranker = Ranker(index, Model.empty())
    for question, gold in judged:
        scope = Scope(frozenset(question["documents"])) if "documents" in question else None
        query = index.query(question["question"], index.language)
        candidate = index.search(query, lesson.n_candidates, scope)
        if len(candidate.passages):
            view = ranker.view(question["question"], candidate)
            hits = index.hits(candidate.passages, candidate.total)
            entries = (_entry(ordered[hit.document], hit.sentence) for hit in hits)
            labels = np.array([is_right(entry, gold, texts) for entry in entries])
            right = gold.get("spans") or gold.get("sentences")
            article = titles[right[0][0]] if right else str(gold["id"])
            kind = TYPES.index(view.wanted.type)
            yield _Looked(features(view), evidence(view), kind, labels, _fold(article))


def _judged(folder: Path) -> Iterator[Judged]:
    """Yield the questions that have an answer, with their gold."""
    lines = [
        [
            json.loads(line)
            for line in (folder / name).read_text(encoding="utf-8").split("\n")
            if line
        ]
        for name in ("questions.jsonl", "gold.jsonl")
    ]
    return ((q, g) for q, g in zip(*lines, strict=True) if not g.get("unanswerable"))


def _entry(document: Document, sentence: int) -> dict[str, Any]:
    place = document.sentences[sentence]
    return {
        "document": document.id,
        "sentence": sentence,
        "start": place.start,
        "end": place.end,
    }


def _fold(article: str) -> int:
    """Put all questions about an article into one fold, in every set and every process."""
    return zlib.crc32(article.encode()) % N_FOLDS
