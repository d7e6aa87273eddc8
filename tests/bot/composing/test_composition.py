"""What is quoted together: one sentence for all its copies, what it leans on, what differs."""

from pathlib import Path

import pytest

from bot import wiring
from bot.answering import Answerer
from bot.answers import Answer
from bot.questions import Question
from tests.transcripts import make_home


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return wiring.answerer(make_home("bridge", Path(tmp_path_factory.mktemp("bridge"))))


def ask(answerer: Answerer, text: str) -> Answer:
    outcome = answerer.answer(Question(text), text)
    assert isinstance(outcome, Answer)
    return outcome


def test_a_copied_sentence_is_quoted_from_the_earliest_document(bridge: Answerer) -> None:
    first = ask(bridge, "When did the city of Orrell close the Sand Street bridge?").quotes[0]

    assert first.document == "2018-03-12-cracks.txt"
    assert [copy.document for copy in first.copies] == ["2018-03-13-wire.txt"]


def test_a_sentence_that_leans_brings_the_one_before_it(bridge: Answerer) -> None:
    answer = ask(bridge, "Who has repaired bridges for 20 years?")

    assert [quote.text for quote in answer.in_reading_order()][:2] == [
        "Engineer Sanna Holt will lead the repair.",
        "She has repaired bridges for 20 years.",
    ]
    assert answer.quotes[0].text == "She has repaired bridges for 20 years."
    assert answer.quotes[1].score == answer.quotes[0].score


def test_a_changed_value_leads_with_the_newest_and_shows_the_older(bridge: Answerer) -> None:
    answer = ask(bridge, "How much is the bridge toll for a car?")

    assert answer.quotes[0].document == "2021-01-11-toll.txt"
    assert [c.older.document for c in answer.conflicts] == [
        "2019-06-03-reopening.txt",
        "2018-03-12-cracks.txt",
    ]
    assert {c.newer for c in answer.conflicts} == {answer.quotes[0]}
    outdated = {c.older.text for c in answer.conflicts}
    assert outdated.isdisjoint(quote.text for quote in answer.quotes)
