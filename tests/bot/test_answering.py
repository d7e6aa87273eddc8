"""An answer quotes what the documents say, and a refusal names what they lack."""

import datetime
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import phrases
from bot.answering import Answerer
from bot.answers import Answer, Outcome, Reason, Refusal
from bot.questions import LONGEST_QUESTION, Question
from corpus.documents import Document

TOWER = "Who had tended the lighthouse for 31 years?"
LIGHTHOUSE, FERRY, RULES = "2019-05-02-lighthouse.txt", "2021-09-14-ferry.txt", "rules.md"


def ask(answerer: Answerer, text: str, *, n_ranked: int = 10) -> Outcome:
    return answerer.answer(Question(text), text, n_ranked=n_ranked)


def document(answerer: Answerer, name: str) -> Document:
    (position,) = answerer.index.library.positions([name])
    return answerer.index.library.document(position)


def test_the_first_quote_is_the_sentence_that_answers(tower: Answer) -> None:
    first = tower.quotes[0]

    assert first.text == "Keeper Mara Lind had tended the lighthouse for 31 years."
    assert (first.document, first.sentence) == (LIGHTHOUSE, 1)
    assert (first.title, first.source) == ("Port Ellen switches off its lighthouse", "Coast Desk")
    assert first.date == datetime.date(2019, 5, 2)


def test_the_confidence_is_a_probability_and_higher_for_an_answer(
    answerer: Answerer, tower: Answer
) -> None:
    refusal = ask(answerer, "Who directs the planetarium?")

    assert isinstance(refusal, Refusal)
    assert 0 <= refusal.confidence < tower.confidence <= 1


def test_words_that_stand_nowhere_are_declined_by_name(answerer: Answerer) -> None:
    outcome = ask(answerer, "zeppelin hangar")

    assert isinstance(outcome, Refusal)
    assert [unheld.word for unheld in outcome.reason.unheld] == ["zeppelin", "hangar"]
    assert outcome.reason.lacking == ()
    assert (outcome.nearest, outcome.ranked) == ((), ())


@pytest.mark.parametrize("text", ["", "   ", "?!", "the of and", "🐙", "\x00", "ſ"])
def test_a_question_without_a_word_is_declined_without_missing_any(
    text: str, answerer: Answerer
) -> None:
    outcome = ask(answerer, text)

    assert isinstance(outcome, Refusal)
    assert outcome.ranked == ()


@given(text=st.text())
def test_any_text_is_answered_or_declined_from_the_generation_at_hand(
    text: str, answerer: Answerer
) -> None:
    outcome = ask(answerer, text)

    assert outcome.understood == text
    assert outcome.generation == answerer.index.name
    assert 0 <= outcome.confidence <= 1


@given(words=st.lists(st.sampled_from("lighthouse ferry ticket quay dogs tower sold".split())))
def test_every_quote_is_its_document_between_its_offsets(
    words: list[str], answerer: Answerer
) -> None:
    outcome = ask(answerer, " ".join(words))

    quotes = outcome.quotes if isinstance(outcome, Answer) else outcome.nearest
    texts = [document(answerer, q.document).text[q.start : q.end] for q in quotes]
    assert [q.text for q in quotes] == texts
    assert len({(q.document, q.sentence) for q in quotes}) == len(quotes) <= 3


def test_case_and_spacing_change_nothing(answerer: Answerer, tower: Answer) -> None:
    shouted = ask(answerer, f"  {TOWER.upper()}  ".replace(" ", " \t"))

    assert isinstance(shouted, Answer)
    assert (shouted.quotes, shouted.ranked) == (tower.quotes, tower.ranked)


def test_a_larger_limit_only_appends(answerer: Answerer) -> None:
    few, many = (ask(answerer, "ferry lighthouse quay", n_ranked=limit) for limit in (2, 6))

    assert len(few.ranked) == 2
    assert few.ranked == many.ranked[:2]
    assert len(many.ranked) > 2


def test_the_ranking_descends_from_the_first_quote(tower: Answer) -> None:
    scores = [entry.score for entry in tower.ranked]

    first = tower.quotes[0]
    assert scores == sorted(scores, reverse=True)
    assert (tower.ranked[0].document, tower.ranked[0].sentence) == (first.document, first.sentence)


def test_only_the_given_documents_are_searched(answerer: Answerer) -> None:
    question = Question(TOWER, documents=frozenset({FERRY, "no such document"}))

    outcome = answerer.answer(question, TOWER)

    assert {entry.document for entry in outcome.ranked} <= {FERRY}
    nothing = answerer.answer(Question(TOWER, documents=frozenset()), TOWER)
    assert nothing.ranked == ()


def test_nothing_published_later_is_searched_and_nothing_without_a_date(
    answerer: Answerer,
) -> None:
    day = datetime.date(2019, 5, 2)
    text = "lighthouse ferry quay crowns"

    upto, before = (
        answerer.answer(Question(text, as_of=limit), text)
        for limit in (day, day - datetime.timedelta(days=1))
    )

    assert {entry.document for entry in upto.ranked} == {LIGHTHOUSE}
    assert before.ranked == ()


def test_a_question_longer_than_a_message_is_cut_and_answered(answerer: Answerer) -> None:
    text = TOWER.ljust(LONGEST_QUESTION) + "zeppelin" * 100_000

    outcome = ask(answerer, text)

    assert isinstance(outcome, Answer)
    assert outcome.quotes[0].document == LIGHTHOUSE


def test_the_same_question_gives_the_same_outcome(answerer: Answerer, tower: Answer) -> None:
    assert ask(answerer, TOWER) == tower


def test_what_adds_up_to_a_score_is_the_score(answerer: Answerer) -> None:
    text = "Who had tended the lighthouse for 31 years?"

    why = answerer.explain(Question(text), text)

    assert why is not None
    total = math.fsum(each.points for each in why.contributions)
    assert total == pytest.approx(why.first.score, abs=1e-9)
    sizes = [abs(each.points) for each in why.contributions]
    assert sizes == sorted(sizes, reverse=True)
    assert why.runner_up is not None
    assert why.margin == why.first.score - why.runner_up.score >= 0


def test_what_was_carried_over_is_named(answerer: Answerer) -> None:
    why = answerer.explain(Question("and who repaired it?"), "and who repaired it? Kestrel")

    assert why is not None
    assert why.carried == ("Kestrel",)


def test_nothing_found_needs_no_explanation(answerer: Answerer) -> None:
    assert answerer.explain(Question("zeppelin"), "zeppelin") is None


def test_small_talk_is_declined_with_a_phrase_and_no_quote(answerer: Answerer) -> None:
    outcome = ask(answerer, "Thank you!")

    assert isinstance(outcome, Refusal)
    assert outcome.reason == Reason(courtesy=phrases.WELCOME)
    assert (outcome.nearest, outcome.ranked) == ((), ())
