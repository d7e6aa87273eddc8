"""What a fit learns: weights that tell right candidates from wrong ones, and point somewhere."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.forward.kinds import KINDS
from retrieval.ranking.asking import TYPES
from retrieval.ranking.examples import Examples
from retrieval.ranking.features import FEATURES, HELPING
from retrieval.ranking.fitting import EVIDENCE_PENALTY, PENALTY, fit

ALL_FOLDS = frozenset(range(5))
N_CANDIDATES = 6
HELPS = np.array([name in HELPING for name in FEATURES])


def made(n_questions: int, seed: int = 7) -> Examples:
    """Return questions of six candidates with random features; the first candidate is right."""
    random = np.random.default_rng(seed)
    n = N_CANDIDATES * n_questions
    evidence = np.zeros((n, len(KINDS)), np.float32)
    evidence[:, 2:5] = random.random((n, 3)) < 0.4
    return Examples(
        features=random.normal(size=(n, len(FEATURES))).astype(np.float32),
        evidence=evidence,
        type=np.repeat(random.integers(0, 3, n_questions), N_CANDIDATES),
        is_right=np.arange(n) % N_CANDIDATES == 0,
        starts=np.arange(0, n + 1, N_CANDIDATES),
        fold=np.arange(n_questions) % 5,
        weight=1.0,
    )


def place(name: str) -> int:
    return list(FEATURES).index(name)


def test_a_feature_that_always_marks_the_right_candidate_gets_the_largest_weight() -> None:
    given = made(40)
    given.features[:, place("document")] = given.is_right

    model = fit([given], ALL_FOLDS)

    weights = model.weights.tolist()
    assert weights[place("document")] == max(weights) > 1.0


def test_a_feature_cannot_point_where_it_makes_no_sense() -> None:
    given = made(40)
    signed, unsigned = place("document"), place("is a question")
    given.features[:, [signed, unsigned]] = ~given.is_right[:, None]
    given.features[::7, signed] = 0

    model = fit([given], ALL_FOLDS)

    assert model.weights[signed] == 0.0
    assert model.weights[unsigned] < -1.0
    assert (model.weights[HELPS] >= 0).all()


def test_only_questions_of_the_chosen_folds_are_learnt_from() -> None:
    given = made(40)
    other = np.repeat(given.fold != 2, N_CANDIDATES)
    changed = replace(given, features=np.where(other[:, None], 0, given.features))

    one, two = fit([given], frozenset([2])), fit([changed], frozenset([2]))

    assert one.as_json() == two.as_json()


@pytest.mark.parametrize("label", [True, False])
def test_questions_without_both_right_and_wrong_candidates_teach_nothing(label: bool) -> None:
    given, idle = made(20), made(20, seed=8)
    idle.is_right[:] = label

    alone, together = fit([given], ALL_FOLDS), fit([given, idle], ALL_FOLDS)

    assert together.as_json() == alone.as_json()


def test_a_set_that_counts_for_more_pulls_the_weights_its_way() -> None:
    up, down = made(20), made(20)
    column = place("is a question")
    up.features[:, column], down.features[:, column] = up.is_right, ~down.is_right

    first = fit([replace(up, weight=4.0), down], ALL_FOLDS)
    second = fit([up, replace(down, weight=4.0)], ALL_FOLDS)

    assert first.weights[column] > 0 > second.weights[column]


def loss(
    given: Examples, weights: NDArray[np.float64], cells: NDArray[np.float64], spread: np.ndarray
) -> float:
    """Return the loss of `fit` for one set, straight from its words."""
    score = given.features.astype(np.float64) @ (weights / spread)
    score += (given.evidence * cells[given.type]).sum(axis=1)
    odds = np.exp(score).reshape(-1, N_CANDIDATES)
    right = odds * given.is_right.reshape(-1, N_CANDIDATES)
    misfit = -np.log(right.sum(axis=1) / odds.sum(axis=1)).mean()
    return float(
        misfit + PENALTY / 2 * (weights**2).sum() + EVIDENCE_PENALTY / 2 * (cells**2).sum()
    )


def slopes(
    given: Examples, weights: NDArray[np.float64], cells: NDArray[np.float64], spread: np.ndarray
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the finite differences of the loss in each weight and in the cells that are used."""
    step = 1e-4
    by_weight = np.zeros(len(weights))
    for n in range(len(weights)):
        nudge = np.eye(len(weights))[n] * step
        ends = [loss(given, weights + side * nudge, cells, spread) for side in (1, -1)]
        by_weight[n] = (ends[0] - ends[1]) / (2 * step)
    by_cell = np.zeros((3, 3))
    for row, column in np.ndindex(3, 3):
        nudge = np.zeros_like(cells)
        nudge[row, column + 2] = step
        ends = [loss(given, weights, cells + side * nudge, spread) for side in (1, -1)]
        by_cell[row, column] = (ends[0] - ends[1]) / (2 * step)
    return by_weight, by_cell


def test_where_the_fit_ends_no_weight_that_may_move_lowers_the_loss() -> None:
    given = made(30)
    by_question = given.features.reshape(-1, N_CANDIDATES, len(FEATURES)).astype(np.float64)
    centred = by_question - by_question.mean(axis=1, keepdims=True)
    spread = centred.reshape(-1, len(FEATURES)).std(axis=0)
    nothing = np.zeros(len(FEATURES)), np.zeros((len(TYPES), len(KINDS)))

    model = fit([given], ALL_FOLDS)

    weights = model.weights * spread
    by_weight, by_cell = slopes(given, weights, model.evidence.astype(np.float64), spread)
    is_held = (model.weights == 0) & HELPS
    start = slopes(given, *nothing, spread)
    # At the start the steepest slopes are above 0.02. At the end what is left is the rounding of
    # single precision, a tenth of what a wrong penalty would leave; at a bound the loss rises.
    assert min(np.abs(part).max() for part in start) > 0.02
    assert np.abs(by_weight[~is_held]).max() < 4e-5
    assert np.abs(by_cell).max() < 4e-5
    assert is_held.any()
    assert by_weight[is_held].min() > -4e-5
