"""A score is a sum of named contributions, and a model is as good on paper."""

import json
from importlib import resources
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.forward.kinds import KINDS
from retrieval.ranking.asking import TYPES
from retrieval.ranking.evidence import evidence
from retrieval.ranking.features import FEATURES, HELPING, features
from retrieval.ranking.model import Model, parse, shipped
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import harbour, model_of, view_of

# Each example builds or looks at a whole index.
FEWER = settings(max_examples=40, deadline=None)
SHIPPED = ("en", "other")
WORDS = st.sampled_from("when why did the pact of Seoul Tokyo end in 2019 rain it who".split())
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
WEIGHTS = st.integers(-300_000, 300_000).map(lambda n: n / 100_000)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Draw a model of five digits behind the point, with some evidence."""
    weights = {name: draw(WEIGHTS) for name in FEATURES}
    cells = st.dictionaries(st.sampled_from(KINDS), WEIGHTS, max_size=4)
    return model_of(weights, {name: draw(cells) for name in TYPES})


def as_shipped(name: str) -> dict[str, Any]:
    path = resources.files("retrieval.ranking").joinpath(f"weights-{name}.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_a_score_adds_weights_times_features_and_the_evidence_for_what_is_asked() -> None:
    model = model_of(
        {"is a question": -2.0, "fewer than six words": 0.5},
        {"when": {"year": 1.25, "reason": 9.0}, "why": {"year": 9.0}},
    )

    scores = model.scores(view_of(harbour(), "when did the pact end", 0, 1, 2))

    # 2019; five words; a question of four words.
    assert scores.tolist() == [1.25, 0.5, -1.5]


def test_contributions_are_named_and_only_evidence_that_counts_is_shown() -> None:
    model = model_of({"is a question": -2.0}, {"when": {"year": 1.25, "reason": 9.0}})
    view = view_of(harbour(), "when did the pact end", 0, 2)

    first, second = model.contributions(view, 0), model.contributions(view, 1)

    nothing = dict.fromkeys(FEATURES, 0.0)
    assert first == nothing | {"asked when, holds year": 1.25}
    assert second == nothing | {"is a question": -2.0}


def test_the_empty_model_gives_every_candidate_nothing() -> None:
    view = view_of(harbour(), "when did the pact end", 0, 1, 2)

    assert Model.empty().scores(view).tolist() == [0.0, 0.0, 0.0]
    assert set(Model.empty().contributions(view, 0).values()) == {0.0}


@FEWER
@given(st.lists(TEXTS, min_size=1, max_size=6), TEXTS, models())
def test_contributions_add_up_to_the_score(
    sentences: list[str], question: str, model: Model
) -> None:
    index = index_of(document("a", " | ".join(f"{text}." for text in sentences), title="Pact"))
    view = view_of(index, question, *range(len(sentences)))

    scores = model.scores(view)

    wanted = model.evidence[TYPES.index(view.wanted.type)].astype(np.float64)
    exact = features(view).astype(np.float64) @ model.weights + evidence(view) @ wanted
    for place, score in enumerate(scores.tolist()):
        parts = list(model.contributions(view, place).values())
        # Single precision adds up to 1e-5 of what there is to add, double precision to 1e-9.
        size = sum(map(abs, parts))
        assert sum(parts) == pytest.approx(score, rel=1e-5, abs=1e-5 * size)
        assert sum(parts) == pytest.approx(exact[place], rel=1e-9, abs=1e-9 * size)


@FEWER
@given(TEXTS)
def test_contributions_of_the_shipped_model_add_up_to_the_score(question: str) -> None:
    view = view_of(harbour(), question, *range(6))

    scores = shipped("en").scores(view).tolist()

    for place, score in enumerate(scores):
        parts = list(shipped("en").contributions(view, place).values())
        assert sum(parts) == pytest.approx(score, rel=1e-5, abs=1e-5 * sum(map(abs, parts)))


@FEWER
@given(models())
def test_a_model_written_and_read_again_is_the_same_to_five_digits(model: Model) -> None:
    again = parse(json.loads(json.dumps(model.as_json())))

    assert again.weights == pytest.approx(model.weights, abs=6e-6)
    assert again.evidence == pytest.approx(model.evidence, abs=6e-6)
    assert again.as_json() == model.as_json()


@pytest.mark.parametrize("change", [{"smell": 9.0}, {"length": None}])
def test_features_other_than_those_of_the_code_are_refused(change: dict[str, float | None]) -> None:
    weights = dict.fromkeys(FEATURES, 0.5) | change
    given = {name: weight for name, weight in weights.items() if weight is not None}

    with pytest.raises(ValueError, match=r"retrieval\.ranking\.training"):
        parse({"features": given, "evidence": {}})


def test_evidence_that_the_code_does_not_have_is_left_out() -> None:
    model = model_of({"length": 2.0}, {"when": {"taste": 9.0, "year": 1.0}, "whence": {}})

    assert {name: w for name, w in zip(FEATURES, model.weights, strict=True) if w} == {"length": 2}
    assert model.evidence.sum() == model.evidence[TYPES.index("when"), KINDS.index("year")] == 1


def test_written_evidence_leaves_out_what_weighs_nothing() -> None:
    written = model_of({}, {"when": {"year": 1.5, "month": 0.000001}}).as_json()

    assert written["features"] == dict.fromkeys(FEATURES, 0.0)
    assert written["evidence"] == {t: {"year": 1.5} if t == "when" else {} for t in TYPES}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_model_weighs_the_features_of_the_code_and_no_others(name: str) -> None:
    assert set(as_shipped(name)["features"]) == set(FEATURES)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_model_knows_the_types_and_kinds_of_the_code_and_no_others(name: str) -> None:
    written = as_shipped(name)["evidence"]

    assert set(written) == set(TYPES)
    assert {kind for row in written.values() for kind in row} <= set(KINDS)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_weights_point_where_their_features_can_only_point(name: str) -> None:
    model = parse(as_shipped(name))

    weights = dict(zip(FEATURES, model.weights.tolist(), strict=True))

    against = {name: w for name, w in weights.items() if name in HELPING and w < 0}
    assert against == {}
    assert any(weights.values())


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_model_says_by_checksum_what_it_was_learnt_from(name: str) -> None:
    learnt = as_shipped(name)["learnt_from"]

    sums = [digest for files in learnt.values() for digest in files.values()]
    assert sums
    assert all(len(digest) == 64 and set(digest) <= set("0123456789abcdef") for digest in sums)
    assert all({"questions.jsonl", "gold.jsonl"} <= set(files) for files in learnt.values())


@pytest.mark.parametrize(
    ("language", "name"), [("en", "en"), ("und", "en"), ("tr", "other"), ("ko", "other")]
)
def test_one_model_ships_for_english_and_one_for_all_other_languages(
    language: str, name: str
) -> None:
    model, expected = shipped(language), parse(as_shipped(name))

    assert model.weights.tolist() == expected.weights.tolist()
    assert model.evidence.tolist() == expected.evidence.tolist()


def test_a_shipped_model_is_read_once() -> None:
    assert shipped("en") is shipped("en")
