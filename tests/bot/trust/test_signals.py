"""Every signal is a finite number, and the model that ships weighs none that is not there."""

import math

import pytest

from bot.answering import Answerer
from bot.trust.model import shipped as shipped_model
from bot.trust.signals import Signals, signals, signals_of_scores
from retrieval.evidence import weigh
from retrieval.ranking.model import shipped
from retrieval.ranking.ranker import Ranker

QUESTIONS = ("Who tended the lighthouse?", "lighthouse", "31 years, 灯台 or the last?")


def found(answerer: Answerer, text: str) -> tuple[Signals, Signals]:
    """Return the signals of the scores, and all."""
    index = answerer.index
    query = index.query(text, "en")
    hits = Ranker(index, shipped(index.language)).rank(query, 10)
    evidence = weigh(index, query, hits[0])
    every = signals(index, query, evidence, hits, shipped_model().usual)
    return signals_of_scores(evidence, hits), every


@pytest.mark.parametrize("text", QUESTIONS)
def test_all_signals_are_finite_numbers_under_the_same_names(answerer: Answerer, text: str) -> None:
    _, every = found(answerer, text)

    assert all(math.isfinite(value) for value in every.values())
    assert every.keys() == found(answerer, QUESTIONS[0])[1].keys()


def test_the_models_weigh_signals_that_exist(answerer: Answerer) -> None:
    of_scores, every = found(answerer, QUESTIONS[0])

    assert shipped_model().english.weights.keys() <= every.keys()
    assert shipped_model().other.weights.keys() <= of_scores.keys()


def test_other_capitals_and_spaces_change_nothing(answerer: Answerer) -> None:
    assert found(answerer, "WHO  tended the LIGHTHOUSE?") == found(answerer, QUESTIONS[0])
