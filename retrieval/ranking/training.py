"""Learns the ranking model's weights from judged questions: `python -m retrieval.ranking.training`.

For each question the candidates compete in a softmax, and the right ones together should win
(ListNet with binary relevance; Cao and others, 2007). Linear weights, an L2 penalty, no random
numbers: the same data give the same digits.
"""

import argparse
import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from corpus.documents import Document
from corpus.reading import read_source
from retrieval.building import build
from retrieval.evaluation import is_right
from retrieval.forward.kinds import KINDS
from retrieval.hits import Scope
from retrieval.index import Index
from retrieval.ranking.asking import TYPES
from retrieval.ranking.evidence import evidence
from retrieval.ranking.features import FEATURES, HELPING, features
from retrieval.ranking.model import Model
from retrieval.ranking.ranker import Ranker
from retrieval.top import top

__all__ = ["Examples", "Lesson", "examples", "fit", "main"]


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


LESSONS = {
    "squad": Lesson(1.0, 40),
    "squad-unanswerable": Lesson(1.0, 40),
    "new-wiki": Lesson(1.0, 40),
    "wikiqa-train": Lesson(4.0, 100),
    "selqa-dev": Lesson(3.0, 100),
    "policyqa": Lesson(0.7, 60),
    "news-2022": Lesson(1.0, 60),
}
LESSONS_OTHER = {
    "language-tr": Lesson(1.0, 60),
    "language-ar": Lesson(1.0, 60),
    "language-fa": Lesson(1.0, 60),
    "language-ko": Lesson(1.0, 60),
}
# The same questions asked of their document alone.
LESSONS_ALONE = {
    "squad": Lesson(1.5, 40, alone=True, step=5),
    "new-wiki": Lesson(1.5, 40, alone=True, step=4),
}
N_FOLDS = 5
# Penalties of the features, in units of their spread, and of the kinds of evidence.
PENALTY = 3e-4
EVIDENCE_PENALTY = 1e-3
STEPS = 200

Floats = NDArray[np.float32]
# A question line and its gold line.
Judged = tuple[dict[str, Any], dict[str, Any]]


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
        points = index.points(index.query(question["question"], index.language))
        total = index.total(points, scope)
        candidate = top(total, index.passages.precedence, lesson.n_candidates)
        if len(candidate):
            view = ranker.view(question["question"], candidate, points)
            hits = index.hits(candidate, total[candidate])
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


def fit(sets: Sequence[Examples], folds: frozenset[int]) -> Model:
    """Learn weights from the questions of some folds.

    Minimises the mean over questions of -log(sum of right e^s / sum of all e^s), each weighted,
    plus the penalties; features are centred within each question, which changes no order.
    """
    chosen = [_centred(part, folds) for part in sets]
    x = np.concatenate([part.x for part in chosen])
    spread = np.maximum(x.std(axis=0), 1e-4)
    problem = _Problem(
        x=x / spread,
        cell=np.concatenate([part.cell for part in chosen]),
        row=np.concatenate(_shifted([part.row for part in chosen], [len(p.x) for p in chosen])),
        is_right=np.concatenate([part.is_right for part in chosen]),
        sizes=np.concatenate([part.sizes for part in chosen]),
        weight=np.concatenate([np.full(len(p.sizes), p.weight) for p in chosen]),
    )
    n_cells = len(TYPES) * len(KINDS)
    start = np.zeros(x.shape[1] + n_cells)
    helping = [(0.0, None) if name in HELPING else (None, None) for name in FEATURES]
    bounds = [*helping, *([(None, None)] * n_cells)]
    options = {"maxiter": STEPS, "ftol": 1e-9, "gtol": 1e-7, "maxcor": 20}
    found = minimize(
        problem.loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options=options
    )
    weights, cells = np.split(found.x, [x.shape[1]])
    return Model(
        (weights / spread).astype(np.float32),
        cells.reshape(len(TYPES), len(KINDS)).astype(np.float32),
    )


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The questions of some folds: centred features, evidence as (row, cell), labels, sizes."""

    x: Floats
    row: NDArray[np.int64]
    cell: NDArray[np.int64]
    is_right: NDArray[np.bool_]
    sizes: NDArray[np.int64]
    weight: float


def _centred(part: Examples, folds: frozenset[int]) -> _Chosen:
    """Take questions that have both right and wrong candidates."""
    sizes = np.diff(part.starts)
    n_right = np.add.reduceat(part.is_right.astype(np.int64), part.starts[:-1])
    wanted = np.isin(part.fold, sorted(folds)) & (n_right > 0) & (n_right < sizes)
    rows = np.flatnonzero(np.repeat(wanted, sizes))
    sizes = sizes[wanted]
    starts = np.cumsum(sizes) - sizes
    x = part.features[rows]
    x = x - np.repeat(np.add.reduceat(x, starts, axis=0) / sizes[:, None], sizes, axis=0)
    row, kind = np.nonzero(part.evidence[rows])
    cell = part.type[rows][row] * len(KINDS) + kind
    return _Chosen(x, row, cell, part.is_right[rows], sizes, part.weight)


def _shifted(rows: Sequence[NDArray[np.int64]], sizes: Sequence[int]) -> list[NDArray[np.int64]]:
    """Number the rows of consecutive parts through."""
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    return [row + start for row, start in zip(rows, starts, strict=True)]


@dataclass(frozen=True, slots=True)
class _Problem:
    """What the minimiser sees."""

    x: Floats
    row: NDArray[np.int64]
    cell: NDArray[np.int64]
    is_right: NDArray[np.bool_]
    sizes: NDArray[np.int64]
    weight: NDArray[np.float64]

    def loss(self, parameters: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """Return the loss and its gradient."""
        n = self.x.shape[1]
        weights, cells = parameters[:n], parameters[n:]
        score = (self.x @ weights.astype(np.float32)).astype(np.float64)
        score += np.bincount(self.row, cells[self.cell], len(score))
        starts = np.concatenate(([0], np.cumsum(self.sizes)[:-1]))
        high = np.maximum.reduceat(score, starts)
        odds = np.exp(score - np.repeat(high, self.sizes))
        right = odds * self.is_right
        all_sum, right_sum = np.add.reduceat(odds, starts), np.add.reduceat(right, starts) + 1e-30
        share = self.weight / self.weight.sum()
        loss = -(share * np.log(right_sum / all_sum)).sum()
        pull = (odds / np.repeat(all_sum, self.sizes)) - right / np.repeat(right_sum, self.sizes)
        pull *= np.repeat(share, self.sizes)
        gradient = np.concatenate(
            (
                self.x.T @ pull.astype(np.float32),
                np.bincount(self.cell, pull[self.row], len(cells)),
            )
        )
        penalty = np.where(np.arange(len(parameters)) < n, PENALTY, EVIDENCE_PENALTY)
        return loss + 0.5 * float(penalty @ parameters**2), gradient + penalty * parameters


def main(argv: Sequence[str] | None = None) -> None:
    """Learn from question sets and write the weights beside this module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, help="folder of question sets")
    parser.add_argument("--output", type=Path, default=Path(__file__).parent, help="folder")
    arguments = parser.parse_args(argv)
    english = [*LESSONS.items(), *LESSONS_ALONE.items()]
    for name, lessons in (("en", english), ("other", list(LESSONS_OTHER.items()))):
        parts = [examples(arguments.sets / which, lesson) for which, lesson in lessons]
        model = fit(parts, frozenset(range(N_FOLDS)))
        sources = sorted({which for which, _ in lessons})
        written = model.as_json() | {"learnt_from": _checksums(arguments.sets, sources)}
        target = arguments.output / f"weights-{name}.json"
        target.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def _checksums(sets: Path, names: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the sha256 of every file that was learnt from."""
    return {
        name: {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted((sets / name).glob("*.jsonl"))
        }
        for name in names
    }


if __name__ == "__main__":
    main()
