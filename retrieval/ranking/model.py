"""The ranking model: a score that is a sum of weights times features, each with a name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis import ENGLISH
from retrieval.forward.kinds import KINDS
from retrieval.ranking.asking import TYPES
from retrieval.ranking.evidence import evidence
from retrieval.ranking.features import FEATURES, features
from retrieval.ranking.view import Floats, View

__all__ = ["Model", "parse", "shipped"]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of the features, and of each kind of evidence by type of question.

    Attributes:
        weights: (n_features,) float32, in the order of `FEATURES`.
        evidence: (n_types, n_kinds) float32, in the order of `asking.TYPES` and `kinds.KINDS`.
    """

    weights: Floats
    evidence: Floats

    @classmethod
    def empty(cls) -> "Model":
        """Return the model that gives every candidate 0."""
        return cls(
            np.zeros(len(FEATURES), np.float32), np.zeros((len(TYPES), len(KINDS)), np.float32)
        )

    def scores(self, view: View) -> NDArray[np.float64]:
        """Return (n,) scores; a difference of 1 makes the better one e times as likely right."""
        wanted = self.evidence[TYPES.index(view.wanted.type)]
        # Row by row: a matrix product rounds equal rows differently, and would break their tie.
        # In double precision, so that what adds up to a score is the score.
        points = (features(view) * self.weights.astype(np.float64)).sum(axis=1)
        return np.asarray(points + (evidence(view) * wanted.astype(np.float64)).sum(axis=1))

    def contributions(self, view: View, place: int) -> dict[str, float]:
        """Return what each feature and kind of evidence adds to one candidate's score, by name."""
        points = features(view)[place] * self.weights.astype(np.float64)
        wanted = self.evidence[TYPES.index(view.wanted.type)]
        found = evidence(view)[place] * wanted.astype(np.float64)
        named = dict(zip(FEATURES, points.tolist(), strict=True))
        for kind, value in zip(KINDS, found.tolist(), strict=True):
            if value:
                named[f"asked {view.wanted.type}, holds {kind}"] = value
        return named

    def as_json(self) -> dict[str, Any]:
        """Return the weights by name, to five digits."""
        kinds = {
            asked: {k: _digits(w) for k, w in zip(KINDS, row, strict=True) if _digits(w)}
            for asked, row in zip(TYPES, self.evidence, strict=True)
        }
        named = zip(FEATURES, self.weights, strict=True)
        return {"features": {name: _digits(w) for name, w in named}, "evidence": kinds}


@cache
def shipped(language: str) -> Model:
    """Return the model that ships for a language: one for English, one for all others."""
    name = "weights-en.json" if language in ENGLISH else "weights-other.json"
    text = resources.files("retrieval.ranking").joinpath(name).read_text()
    return parse(json.loads(text))


def parse(raw: Mapping[str, Mapping[str, Any]]) -> Model:
    """Read a model; raise ValueError unless its features are those of the code."""
    if raw["features"].keys() != FEATURES.keys():
        raise ValueError("other features than the code has: run retrieval.ranking.training")
    weights = [raw["features"][name] for name in FEATURES]
    rows = [[raw["evidence"].get(t, {}).get(kind, 0.0) for kind in KINDS] for t in TYPES]
    return Model(np.array(weights, np.float32), np.array(rows, np.float32))


def _digits(weight: float) -> float:
    return round(float(weight), 5)
