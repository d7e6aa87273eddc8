"""One real news article, asked about in other words, and asked what it does not say."""

import pytest

from bot.answering import Answerer
from bot.answers import Answer, Outcome, Refusal
from bot.home import Home
from bot.questions import Question
from bot.wiring import answerer, indexer
from tests.quality.shared import shared

# The number, from 0, of the sentence that answers; the article itself stays where it is.
ANSWERABLE = (
    ("When will GSOMIA lapse?", 2),
    ("Which official goes to Tokyo for talks?", 1),
    ("Who is Kim Jung-han meeting?", 1),
    ("What does Washington want from Seoul?", 3),
    ("Why did Seoul decide to end the accord?", 4),
    ("Under what condition would Seoul reconsider ending GSOMIA?", 5),
    ("What is the one-plus-one plan?", 6),
    ("Which treaty does Tokyo say settled the reparation question?", 7),
    ("How does America see the military pact?", 3),
    ("when did japan colonize korea", 4),
)
UNANSWERABLE = (
    "Who is the president of South Korea?",
    "How many troops does Japan have?",
    "When was GSOMIA signed?",
    "What did China say about the talks?",
    "How much money will the joint fund hold?",
)


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    home = Home(tmp_path_factory.mktemp("home"))
    indexer(home).update([shared("data/news_example")])
    return answerer(home)


def ask(article: Answerer, question: str) -> Outcome:
    return article.answer(Question(question), question)


def test_the_first_quote_says_when_the_pact_expires(article: Answerer) -> None:
    outcome = ask(article, "when does GSOMIA expire")

    assert isinstance(outcome, Answer)
    first = outcome.quotes[0]
    assert "set to expire on Nov. 23" in first.text
    assert first.date is not None
    assert first.date.isoformat() == "2019-11-14"
    assert first.title == (
        "S. Korea, Japan to hold director-general talks this week ahead of planned GSOMIA expiry"
    )


def test_at_least_eight_of_ten_questions_in_other_words_are_answered_right(
    article: Answerer,
) -> None:
    outcomes = {question: (ask(article, question), right) for question, right in ANSWERABLE}

    wrong = [
        question
        for question, (outcome, right) in outcomes.items()
        if not isinstance(outcome, Answer) or outcome.quotes[0].sentence != right
    ]
    assert len(wrong) <= 2, wrong


def test_at_least_four_of_five_questions_without_an_answer_are_declined(article: Answerer) -> None:
    outcomes = {question: ask(article, question) for question in UNANSWERABLE}

    answered = [q for q, outcome in outcomes.items() if not isinstance(outcome, Refusal)]
    assert len(answered) <= 1, answered
