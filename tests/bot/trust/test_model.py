"""A model is read whole or refused, and gives probabilities."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.trust.model import Logistic, parse, shipped

RAW = {
    "usual": {"year": 0.5},
    "usual_other": 0.25,
    "english": {"intercept": -1.0, "weights": {"covered": 2.0}},
    "other": {"intercept": 0.0, "weights": {}},
}
LOGISTIC = {"intercept": 0.0, "weights": {}}


def written(**changes: object) -> bytes:
    return json.dumps(RAW | changes).encode()


def test_what_is_written_is_read() -> None:
    model = parse(written())

    assert (model.english, model.other) == (Logistic(-1.0, {"covered": 2.0}), Logistic(0.0, {}))
    assert (dict(model.usual.shares), model.usual.other) == ({"year": 0.5}, 0.25)


@pytest.mark.parametrize(
    "changes",
    [
        {"usual": {"year": 1.0}},
        {"usual": ["year"]},
        {"usual_other": 0},
        {"english": {"intercept": 0.0}},
        {"english": {"intercept": True, "weights": {}}},
        {"other": {"intercept": math.nan, "weights": {}}},
        {"other": None},
    ],
)
def test_anything_else_is_no_model(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a"):
        parse(written(**changes))


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_probability_lies_between_0_and_1_and_grows_with_a_signal(
    one: float, other: float
) -> None:
    model = Logistic(0.5, {"covered": 1.5})

    low, high = (model.probability({"covered": v}) for v in sorted((one, other)))

    assert 0.0 <= low <= high <= 1.0


def test_the_model_that_ships_is_read_once() -> None:
    assert shipped() is shipped()
