"""How good the ranking is on articles that it did not learn from.

`python -m tests.quality.crossvalidation SETS` prints a line a set.
Five folds by article: each is ranked by weights learnt from the other four. wikiqa-dev is ranked by
weights learnt from all folds of the other sets.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.ranking.examples import N_FOLDS, Examples, Lesson, examples
from retrieval.ranking.fitting import fit
from retrieval.ranking.model import Model
from retrieval.ranking.training import LESSONS, LESSONS_ALONE

__all__ = ["main", "measures", "scores"]

HELD_OUT = "wikiqa-dev"
ALL = frozenset(range(N_FOLDS))


def scores(model: Model, part: Examples) -> NDArray[np.float32]:
    """Return the score of every candidate."""
    evidence = (part.evidence * model.evidence[part.type]).sum(axis=1)
    return np.asarray(part.features @ model.weights + evidence, np.float32)


def measures(
    part: Examples, given: NDArray[np.float32], folds: frozenset[int] = ALL
) -> dict[str, float]:
    """Return P@1, R@3 and MAP over the questions of some folds.

    Ties go to the candidate found first.
    """
    first, third, precision = [], [], []
    for start, end, fold in zip(part.starts, part.starts[1:], part.fold, strict=False):
        if fold not in folds:
            continue
        order = np.argsort(-given[start:end], kind="stable")
        places = np.flatnonzero(part.is_right[start:end][order]) + 1
        first.append(bool(len(places)) and places[0] == 1)
        third.append(bool(len(places)) and places[0] <= 3)
        ranks = np.arange(1, len(places) + 1)
        precision.append(float((ranks / places).mean()) if len(places) else 0.0)
    return {
        "P@1": float(np.mean(first)),
        "R@3": float(np.mean(third)),
        "MAP": float(np.mean(precision)),
    }


def crossvalidate(parts: Mapping[str, Examples]) -> dict[str, NDArray[np.float32]]:
    """Score each fold's candidates by what the other folds teach."""
    given = {name: np.zeros(len(part.is_right), np.float32) for name, part in parts.items()}
    for fold in range(N_FOLDS):
        model = fit(list(parts.values()), ALL - {fold})
        for name, part in parts.items():
            mine = np.repeat(part.fold == fold, np.diff(part.starts))
            given[name][mine] = scores(model, part)[mine]
    return given


def main(argv: Sequence[str] | None = None) -> None:
    """Print a line a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, help="folder of question sets")
    arguments = parser.parse_args(argv)
    lessons = [*LESSONS.items(), *((f"{name} alone", how) for name, how in LESSONS_ALONE.items())]
    parts = {
        name: examples(arguments.sets / name.removesuffix(" alone"), lesson)
        for name, lesson in lessons
    }
    for name, given in crossvalidate(parts).items():
        _show(name, measures(parts[name], given))
    held_out = examples(arguments.sets / HELD_OUT, Lesson(1.0, 100))
    _show(HELD_OUT, measures(held_out, scores(fit(list(parts.values()), ALL), held_out)))


def _show(name: str, measured: Mapping[str, float]) -> None:
    print(f"{name:<20}", "  ".join(f"{key} {value:.3f}" for key, value in measured.items()))


if __name__ == "__main__":
    main()
