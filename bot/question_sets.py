"""A judged question set: read from a folder, indexed aside, and answered."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import wiring
from bot.batches import answer_lines
from bot.errors import BadInput
from bot.home import Home
from bot.progress import progress
from corpus.documents import Document
from corpus.reading import read_source

__all__ = ["QuestionSet", "answers", "read_set", "texts"]

N_RANKED = 10


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions about documents, with what a right answer is.

    Attributes:
        corpus: file or folder of the documents.
        questions: lines as `quoth batch` reads them.
        gold: what a right answer is, see `retrieval.evaluation.evaluate`.
        files: all that the set is made of.
    """

    corpus: Path
    questions: tuple[str, ...]
    gold: tuple[Mapping[str, Any], ...]
    files: tuple[Path, ...]


def read_set(folder: Path) -> QuestionSet:
    """Read a folder that holds questions.jsonl, gold.jsonl, and corpus.jsonl or a folder corpus.

    Raises
    ------
    BadInput
        one of them is missing or malformed.
    """
    gold = tuple(_gold(line) for line in _lines(folder / "gold.jsonl"))
    questions = tuple(_lines(folder / "questions.jsonl"))
    corpus = next((c for c in (folder / "corpus.jsonl", folder / "corpus") if c.exists()), None)
    if corpus is None:
        raise BadInput(f"{folder}: no corpus.jsonl and no folder corpus", "add one of them")
    files = (corpus, folder / "gold.jsonl", folder / "questions.jsonl")
    return QuestionSet(corpus, questions, gold, files)


def texts(questions: QuestionSet) -> dict[str, str]:
    """Return the documents' texts by id."""
    found = read_source(questions.corpus)
    return {item.id: item.text for item in found if isinstance(item, Document)}


def answers(questions: QuestionSet, threshold: float | None = None) -> Iterator[dict[str, Any]]:
    """Index the documents aside and yield a line of `quoth batch` for each question.

    Parameters
    ----------
    questions
        the set.
    threshold
        confidence below which to decline; that of the calibration that ships where None.
    """
    with tempfile.TemporaryDirectory(prefix="quoth-evaluate-") as temporary:
        home = Home(Path(temporary))
        with progress() as advance:
            wiring.indexer(home).update([questions.corpus], advance)
            lines = answer_lines(
                wiring.answerer(home, threshold), questions.questions, n_ranked=N_RANKED
            )
            for done, answer in enumerate(lines, 1):
                yield answer
                advance("answering", done, len(questions.questions))


def _lines(path: Path) -> list[str]:
    remedy = "a question set has questions and gold answers"
    if not path.exists():
        raise BadInput(f"{path}: no such file", remedy)
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: not UTF-8 text", "save it as UTF-8") from error
    written = [line for line in lines if line.strip()]
    if not written:
        raise BadInput(f"{path}: nothing in it", remedy)
    return written


def _gold(line: str) -> dict[str, Any]:
    try:
        gold = json.loads(line)
    except (ValueError, RecursionError):
        gold = None
    if not isinstance(gold, dict) or "id" not in gold:
        raise BadInput(f"no gold answer: {line[:60]}", 'give a JSON object with an "id" a line')
    return gold
