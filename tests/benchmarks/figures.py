"""What was measured of an engine on a corpus, and how it follows from the times of the rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles

from tests.benchmarks.processes import Built

__all__ = ["Agreement", "Figures", "Times", "figures", "ratio", "shown", "summary"]


@dataclass(frozen=True, slots=True)
class Times:
    """How long answers take; each figure is the median of the rounds'.

    Attributes:
        mean_ms: of the questions, in milliseconds.
        median_ms: of the questions.
        p99_ms: what one question in a hundred takes longer than.
        n_questions: asked in every round.
    """

    mean_ms: float
    median_ms: float
    p99_ms: float
    n_questions: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Answers compared with those of the first exact engine.

    Attributes:
        n_compared: questions.
        n_differing: those whose answers are not the same.
    """

    n_compared: int
    n_differing: int


@dataclass(frozen=True, slots=True)
class Figures:
    """A row of the table.

    Attributes:
        engine: its name.
        n_sentences: of the corpus.
        times: of searching.
        speed: how many times as fast as the first engine, in the same rounds and on the same
            questions: the median of the rounds'.
        built: what building took.
        first_seconds: from starting a process to its end, after one question: the median.
        agreement: None for an engine whose scores are not comparable.
    """

    engine: str
    n_sentences: int
    times: Times
    speed: float
    built: Built
    first_seconds: float
    agreement: Agreement | None


def figures(
    engine: str,
    n_sentences: int,
    *,
    built: Built,
    rounds: Sequence[Sequence[float]],
    reference: Sequence[Sequence[float]],
    firsts: Sequence[float],
    agreement: Agreement | None,
) -> Figures:
    """Return an engine's row.

    Parameters
    ----------
    engine, n_sentences, built, agreement
        As in the row.
    rounds
        Milliseconds of each answer in each round; a round may stop before the last question.
    reference
        The same of the engine that speed is told by.
    firsts
        Seconds of each first answer.
    """
    return Figures(
        engine=engine,
        n_sentences=n_sentences,
        times=summary(rounds),
        speed=median(map(ratio, reference, rounds)),
        built=built,
        first_seconds=median(firsts),
        agreement=agreement,
    )


def summary(rounds: Sequence[Sequence[float]]) -> Times:
    """Return the medians of the rounds, over the questions that every round asked.

    >>> summary([[1.0, 3.0], [2.0, 6.0], [1.0, 5.0, 90.0]]).mean_ms
    3.0
    """
    n_questions = min(map(len, rounds))
    asked = [times[:n_questions] for times in rounds]
    return Times(
        mean_ms=median(map(fmean, asked)),
        median_ms=median(map(median, asked)),
        p99_ms=median(map(_p99, asked)),
        n_questions=n_questions,
    )


def ratio(reference: Sequence[float], times: Sequence[float]) -> float:
    """Return how many times as fast answers are as the reference's, on what both answered.

    >>> ratio([2.0, 4.0, 50.0], [1.0, 1.0])
    3.0
    """
    n_questions = min(len(reference), len(times))
    return sum(reference[:n_questions]) / sum(times[:n_questions])


def shown(value: float) -> str:
    """Return a figure with three digits, or more before the point.

    >>> shown(0.04567), shown(12.345), shown(1234.5)
    ('0.0457', '12.3', '1,234')
    """
    return f"{value:,.0f}" if value >= 1_000 else f"{value:.3g}"


def _p99(times: Sequence[float]) -> float:
    if len(times) == 1:
        return times[0]
    return quantiles(times, n=100, method="inclusive")[98]
