"""A logistic model of the signals: from an answer's signals to a probability."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from bot.trust.signals import Signals
from bot.trust.usual import Usual

__all__ = ["Logistic", "Model", "parse", "shipped"]


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights of signals.

    Attributes:
        intercept: log odds where every signal is 0.
        weights: change of the log odds by 1 of a signal, by name.
    """

    intercept: float
    weights: Mapping[str, float]

    def probability(self, found: Signals) -> float:
        """Return 1 / (1 + exp(-z)), z the intercept and the sum of weights times signals.

        >>> Logistic(0.0, {"covered": 2.0}).probability({"covered": 0.0, "other": 9.0})
        0.5
        """
        z = self.intercept + sum(weight * found[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z))


@dataclass(frozen=True, slots=True)
class Model:
    """All that a confidence depends on beside the answer.

    Attributes:
        english: for questions in English.
        other: for all others, of the signals that any language has.
        usual: how often words are missing though answered.
    """

    english: Logistic
    other: Logistic
    usual: Usual


@cache
def shipped() -> Model:
    """Return the model that ships."""
    return parse(resources.files("bot.trust").joinpath("model.json").read_bytes())


def parse(written: bytes) -> Model:
    """Read a model.

    Raises
    ------
    ValueError
        a weight is no finite number, or something is missing.
    """
    raw = json.loads(written)
    try:
        english, other = (_logistic(raw[name]) for name in ("english", "other"))
        shares = {stem: _share(share) for stem, share in raw["usual"].items()}
        usual = Usual(shares, _share(raw["usual_other"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a model of confidence: {error}") from error
    return Model(english, other, usual)


def _logistic(raw: Mapping[str, Any]) -> Logistic:
    weights = {name: _finite(weight) for name, weight in raw["weights"].items()}
    return Logistic(_finite(raw["intercept"]), weights)


def _finite(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise ValueError(f"not a finite number: {value!r}")
    return float(value)


def _share(value: Any) -> float:
    share = _finite(value)
    if not 0 < share < 1:
        raise ValueError(f"not a share between 0 and 1: {value!r}")
    return share
