"""A question set to a calibration: every question answered, judged, and a threshold chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.question_sets import answers, read_set, texts
from bot.trust.calibration import Calibration
from bot.trust.choosing import CONFIDENCE, Judged, Shortfall, choose_threshold
from bot.trust.digests import data_digest, model_digest
from retrieval.evaluation import is_right

__all__ = ["calibrate_folder", "judge", "promise", "promised", "shortfall"]

Line = Mapping[str, Any]


def calibrate_folder(folder: Path, precision: float) -> Calibration | Shortfall:
    """Index a set's corpus aside, answer its questions and choose the threshold.

    Parameters
    ----------
    folder
        holds questions.jsonl, gold.jsonl, and corpus.jsonl or a folder named corpus.
    precision
        what is promised, above 0 and below 1.

    Raises
    ------
    BadInput
        one of the files is missing or malformed.
    """
    questions = read_set(folder)
    judged = list(judge(questions.gold, answers(questions, threshold=0.0), texts(questions)))
    return promise(judged, precision, data_digest(questions.files))


def promise(judged: Sequence[Judged], precision: float, data: str) -> Calibration | Shortfall:
    """Choose the threshold and lay it out; `data` is the digest of the question set."""
    choice = choose_threshold(judged, precision)
    if isinstance(choice, Shortfall):
        return choice
    return Calibration(
        precision=precision,
        threshold=choice.threshold,
        questions=len(judged),
        n=choice.n,
        errors=choice.errors,
        bound=round(choice.bound, 6),
        data=data,
        model=model_digest(),
    )


def judge(
    gold: Sequence[Line], output: Iterable[Line], documents: Mapping[str, str]
) -> Iterator[Judged]:
    """Yield, for every gold line, the confidence and whether the first sentence is right.

    The first sentence counts whether it was spoken or not, as if nothing were declined; that of an
    unanswerable question is wrong, and a question that finds nothing has confidence 0.

    Parameters
    ----------
    gold
        what a right answer is.
    output
        lines of `quoth batch`, in any order.
    documents
        texts by id.
    """
    lines = {str(line["id"]): line for line in output}
    for wanted in gold:
        line = lines.get(str(wanted["id"]), {})
        first = next(iter([*line.get("quotes", ()), *line.get("ranked", ())]), None)
        is_answered_right = first is not None and is_right(first, wanted, documents)
        sure = float(line.get("confidence", 0.0)) if first is not None else 0.0
        yield sure, is_answered_right and not wanted.get("unanswerable")


def shortfall(best: Shortfall, precision: float) -> str:
    """Say in one line that a precision cannot be promised, and how near it came."""
    return (
        f"{precision:.0%} cannot be promised: the best bound is {best.bound:.1%} at"
        f" {CONFIDENCE:.0%} confidence, {best.n} answers with {best.errors} errors;"
        " nothing is changed"
    )


def promised(found: Calibration) -> str:
    """Say in one line what a calibration promises, and what it rests on."""
    return (
        f"{found.precision:.0%} promised: answers from confidence {found.threshold} on; of"
        f" {found.questions} questions {found.n} are answered with {found.errors} errors,"
        f" at least {found.bound:.1%} right at {CONFIDENCE:.0%} confidence"
    )
