"""All engines on one corpus: built one after the other, then asked in turns."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from tests.benchmarks.agreement import n_differing
from tests.benchmarks.engines import LIMIT, Hit
from tests.benchmarks.figures import Agreement, Figures, figures
from tests.benchmarks.prepared import Corpus
from tests.benchmarks.processes import Built, Searching, build, first_answer

__all__ = ["Effort", "measure"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure.

    Attributes:
        n_rounds: of all questions to each engine, and first answers of each.
        budget: seconds after which an engine's round stops, whatever is left to ask.
    """

    n_rounds: int
    budget: float


def measure(
    corpus: Corpus, names: Sequence[str], effort: Effort, tell: Callable[[str], None]
) -> list[Figures]:
    """Return a row for each engine.

    Parameters
    ----------
    corpus
        Prepared; the indexes are built beside it, and removed at the end.
    names
        Of engines that are installed; the first is the measure of speed.
    effort
        How long to measure.
    tell
        Called with what is being done.
    """
    n_sentences = corpus.facts().n_sentences
    indexes = corpus.folder / "indexes"
    rmtree(indexes, ignore_errors=True)
    built: dict[str, Built] = {}
    for name in names:
        tell(f"{n_sentences:,} sentences: {name} builds")
        built[name] = build(name, corpus, indexes / name)
    hits, rounds = _in_turns(corpus, indexes, names, effort, tell)
    firsts = _firsts(corpus, indexes, names, effort.n_rounds)
    rmtree(indexes)
    exact = [name for name in names if built[name].is_exact]
    return [
        figures(
            name,
            n_sentences,
            built=built[name],
            rounds=rounds[name],
            reference=rounds[names[0]],
            firsts=firsts[name],
            agreement=_agreement(hits[exact[0]], hits[name]) if name in exact else None,
        )
        for name in names
    ]


def _in_turns(
    corpus: Corpus,
    indexes: Path,
    names: Sequence[str],
    effort: Effort,
    tell: Callable[[str], None],
) -> tuple[dict[str, list[list[Hit]]], dict[str, list[list[float]]]]:
    """Return each engine's hits, and its times in milliseconds by round and question.

    All indexes stay open; a round asks one engine after the other, each time beginning with the
    next one, so that whatever else the machine does hits all alike.
    """
    rounds: dict[str, list[list[float]]] = {name: [] for name in names}
    with ExitStack() as stack:
        searching = {
            name: stack.enter_context(Searching(name, corpus, indexes / name, budget=effort.budget))
            for name in names
        }
        # What is compared also warms up caches and compiles kernels.
        hits = {name: searching[name].check() for name in names}
        for number in range(effort.n_rounds):
            tell(f"{corpus.folder.name}: round {number + 1} of {effort.n_rounds}")
            first = number % len(names)
            for name in (*names[first:], *names[:first]):
                rounds[name].append(searching[name].round())
    return hits, rounds


def _firsts(
    corpus: Corpus, indexes: Path, names: Sequence[str], n_rounds: int
) -> dict[str, list[float]]:
    firsts: dict[str, list[float]] = {name: [] for name in names}
    questions = corpus.questions()
    for number in range(n_rounds):
        terms = questions[number % len(questions)].terms
        for name in names:
            firsts[name].append(first_answer(name, corpus, indexes / name, terms))
    return firsts


def _agreement(ones: Sequence[Sequence[Hit]], others: Sequence[Sequence[Hit]]) -> Agreement:
    return Agreement(*n_differing(ones, others, LIMIT))
