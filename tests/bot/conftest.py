"""Homes with a few documents, indexed once for all tests, which leave them as they are."""

from collections.abc import Iterable

import pytest

from bot import wiring
from bot.answering import Answerer
from bot.answers import Answer, Quote
from bot.home import Home
from bot.questions import Question
from tests.transcripts import make_home


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A lighthouse, a ferry and the rules of a quay."""
    return make_home("harbour", tmp_path_factory.mktemp("harbour"))


@pytest.fixture(scope="session")
def aquarium(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """JSON lines with escapes and emoji, and a text in an old encoding."""
    return make_home("aquarium", tmp_path_factory.mktemp("aquarium"))


@pytest.fixture(scope="session")
def answerer(harbour: Home) -> Answerer:
    return wiring.answerer(harbour)


@pytest.fixture(scope="session")
def tower(answerer: Answerer) -> Answer:
    """The answer to a question that one sentence answers in the question's own words."""
    text = "Who had tended the lighthouse for 31 years?"
    outcome = answerer.answer(Question(text), text)
    assert isinstance(outcome, Answer)
    return outcome


@pytest.fixture(scope="session")
def all_quotes(harbour: Home, aquarium: Home) -> Iterable[tuple[Home, Quote]]:
    """Every quote that a few questions bring, with the home it comes from."""
    asked = {
        harbour: ["lighthouse", "ferry ticket costs", "anchoring and campfires are forbidden"],
        aquarium: ["octopus called", "soft water", "café serves crème brûlée", "its light at noon"],
    }
    found = []
    for home, questions in asked.items():
        ready = wiring.answerer(home)
        for text in questions:
            outcome = ready.answer(Question(text), text)
            quotes = outcome.quotes if isinstance(outcome, Answer) else outcome.nearest
            found += [(home, quote) for quote in quotes]
    return found
