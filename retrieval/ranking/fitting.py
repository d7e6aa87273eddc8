"""Weights that put right candidates first.

For each question the candidates compete in a softmax, and the right ones together should win
(ListNet with binary relevance; Cao and others, 2007). Linear weights, an L2 penalty, no random
numbers: the same data give the same digits.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from retrieval.forward.kinds import KINDS
from retrieval.ranking.asking import TYPES
from retrieval.ranking.examples import Examples
from retrieval.ranking.features import FEATURES, HELPING
from retrieval.ranking.model import Model

__all__ = ["EVIDENCE_PENALTY", "PENALTY", "fit"]

# Penalties of the features, in units of their spread, and of the kinds of evidence.
PENALTY = 3e-4
EVIDENCE_PENALTY = 1e-3
STEPS = 200

Floats = NDArray[np.float32]


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
