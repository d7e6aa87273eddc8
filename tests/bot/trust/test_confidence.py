"""The confidence is a probability that grows with what the sentence covers of the question."""

import pytest

from bot.answering import Answerer
from bot.trust.confidence import confidence
from retrieval.evidence import weigh
from retrieval.ranking.model import shipped
from retrieval.ranking.ranker import Ranker

COVERED = "Keeper Mara Lind had tended the lighthouse for 31 years"
HALF = "Keeper Mara Lind painted the planetarium for 31 zeppelins"
HARDLY = "Which keeper painted zeppelins in the planetarium of Reykjavik"


def sure(answerer: Answerer, text: str, language: str = "en") -> float:
    index = answerer.index
    query = index.query(text, language)
    hits = Ranker(index, shipped(index.language)).rank(query, 10)
    return confidence(index, query, weigh(index, query, hits[0]), hits)


def test_the_more_of_a_question_stands_in_the_sentence_the_surer_it_is(answerer: Answerer) -> None:
    found = [sure(answerer, text) for text in (COVERED, HALF, HARDLY)]

    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 3
    assert all(0 <= one <= 1 for one in found)


@pytest.mark.parametrize("language", ["en", "tr"])
def test_the_same_question_has_the_same_confidence(answerer: Answerer, language: str) -> None:
    assert sure(answerer, COVERED, language) == sure(answerer, COVERED, language)


def test_the_same_words_as_a_question_and_with_a_negation_differ(answerer: Answerer) -> None:
    asked = "Who tended the lighthouse for 31 years?"
    negated = "Who never tended the lighthouse for 31 years?"

    assert sure(answerer, negated) < sure(answerer, asked)
