"""Facts and articles are well formed, counts are right, and the answers reach their bounds."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.answers import Answer, Conflict, Outcome, Quote, Reason, Refusal
from corpus.documents import Document
from corpus.reading import read_source
from tests.quality.facts import (
    ARTICLES,
    AsOf,
    Case,
    Fact,
    Statement,
    ask_articles,
    gives_value,
    is_flagged,
    measure,
    read_facts,
    tells_change,
)

N_CHANGING, N_CONSTANT = 20, 50
N_ARTICLES = range(120, 151)
N_SENTENCES = range(5, 13)
N_STATEMENTS = range(2, 6)
N_DAYS = range(2, 5)

# What the answers have to reach, and what they must not exceed.
LEAST = {
    "changes flagged": 6,
    "newest value first": 8,
    "as-of right": 28,
    "constant fact stated first": 25,
}
MOST = {"falsely flagged": 2, "falsely flagged before any change": 1}

FARE = Fact(
    "c01",
    "What is the fare?",
    (
        Statement("2020-01-01-fare.txt", "2 euros", "The fare is 2 euros."),
        Statement("2021-01-01-fare.txt", "3 euros", "The fare is 3 euros."),
        Statement("2022-01-01-fare.txt", "4 euros", "The fare is 4 euros."),
    ),
    (AsOf(date(2020, 6, 1), "2 euros"), AsOf(date(2021, 6, 1), "3 euros")),
)
LENGTH = Fact(
    "s01",
    "How long is the line?",
    (
        Statement("2020-01-01-fare.txt", "302 metres", "The line is 302 metres long."),
        Statement("2022-01-01-fare.txt", "about 300 metres", "It runs for about 300 metres."),
    ),
    (),
)


def quoted(document: str, text: str) -> Quote:
    day = date.fromisoformat(document[:10])
    return Quote(document, 0, 0, len(text), text, "", None, None, "", day, "", 1.0)


def stating(fact: Fact, number: int) -> Quote:
    return quoted(fact.statements[number].document, fact.statements[number].sentence)


def answer(first: Quote, *conflicts: Conflict) -> Answer:
    return Answer("", 1.0, (first,), (), "g-000001", conflicts=conflicts)


def changed(newer: Quote, older: Quote) -> Conflict:
    return Conflict("changed since", "number", newer, older)


REFUSAL = Refusal("", 0.1, Reason(), (), (), "g-000001")
ELSEWHERE = quoted("2022-01-01-fare.txt", "The boat is blue.")


@cache
def articles() -> dict[str, Document]:
    read = read_source(ARTICLES)
    return {item.id: item for item in read if isinstance(item, Document)}


def sentences(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.sentences]


def facts(*, changing: bool) -> list[Fact]:
    return [fact for fact in read_facts() if fact.is_changing == changing]


def test_there_are_twenty_facts_that_change_and_fifty_that_do_not() -> None:
    numbered = [f"c{n:02}" for n in range(1, N_CHANGING + 1)]
    numbered += [f"s{n:02}" for n in range(1, N_CONSTANT + 1)]

    assert [fact.ident for fact in read_facts()] == numbered


def test_no_question_is_asked_twice() -> None:
    questions = [fact.question for fact in read_facts()]

    assert sorted(set(questions)) == sorted(questions)


def test_every_article_is_read_with_its_date_its_title_and_a_usual_length() -> None:
    wrong = [
        name
        for name, document in articles().items()
        if str(document.date) != name[:10]
        or not document.title
        or len(document.sentences) not in N_SENTENCES
    ]

    assert wrong == []
    assert len(articles()) in N_ARTICLES


def test_every_statement_is_one_sentence_of_its_article() -> None:
    wrong = [
        (fact.ident, said.document)
        for fact in read_facts()
        for said in fact.statements
        if sentences(articles()[said.document]).count(said.sentence) != 1
    ]

    assert wrong == []


def test_a_fact_is_stated_on_several_days_oldest_first() -> None:
    days = {fact.ident: [said.date for said in fact.statements] for fact in read_facts()}

    assert {ident for ident, given in days.items() if given != sorted(set(given))} == set()
    assert {ident for ident, given in days.items() if len(given) not in N_STATEMENTS} == set()


def test_a_fact_that_changes_has_another_value_in_the_end() -> None:
    same = [f.ident for f in facts(changing=True) if f.statements[0].value == f.value(None)]

    assert same == []


def test_the_value_of_a_day_is_the_last_one_stated_by_then() -> None:
    wrong = [
        (fact.ident, at.day)
        for fact in facts(changing=True)
        for at in fact.as_of
        if [said.value for said in fact.statements if said.date <= at.day][-1] != at.value
    ]

    assert wrong == []


def test_a_fact_that_changes_has_days_the_first_before_any_change() -> None:
    wrong = [
        fact.ident
        for fact in facts(changing=True)
        if len(fact.as_of) not in N_DAYS or not fact.as_of[0].day < fact.statements[1].date
    ]

    assert wrong == []


def test_a_fact_that_stays_has_no_days() -> None:
    assert [fact.ident for fact in facts(changing=False) if fact.as_of] == []


@pytest.mark.parametrize(
    ("outcome", "is_right"),
    [
        (answer(stating(FARE, 2)), True),
        (answer(stating(FARE, 1)), False),
        (answer(ELSEWHERE), False),
        (answer(quoted("2021-01-01-fare.txt", "The fare is 4 euros.")), False),
        (REFUSAL, False),
    ],
)
def test_the_first_quote_has_to_be_the_sentence_with_the_newest_value(
    outcome: Outcome, is_right: bool
) -> None:
    assert gives_value(Case(FARE, None, outcome)) == is_right


@pytest.mark.parametrize(("number", "is_right"), [(0, False), (1, True), (2, False)])
def test_as_of_a_day_the_first_quote_has_to_be_right_on_it(number: int, is_right: bool) -> None:
    case = Case(FARE, date(2021, 6, 1), answer(stating(FARE, number)))

    assert gives_value(case) == is_right


@pytest.mark.parametrize("number", [0, 1])
def test_any_wording_of_a_fact_that_stays_is_right(number: int) -> None:
    assert gives_value(Case(LENGTH, None, answer(stating(LENGTH, number))))


@pytest.mark.parametrize(
    ("conflicts", "is_told"),
    [
        ([changed(stating(FARE, 2), stating(FARE, 1))], True),
        ([changed(stating(FARE, 2), stating(FARE, 0))], True),
        ([changed(stating(FARE, 1), stating(FARE, 0))], False),  # not the value of now
        ([changed(stating(FARE, 1), stating(FARE, 2))], False),  # the wrong way round
        ([changed(stating(FARE, 2), ELSEWHERE)], False),
        ([Conflict("disagreeing", "number", stating(FARE, 2), stating(FARE, 1))], False),
        ([], False),
    ],
)
def test_a_change_is_told_by_the_newest_value_against_an_earlier_one(
    conflicts: list[Conflict], is_told: bool
) -> None:
    assert tells_change(Case(FARE, None, answer(stating(FARE, 2), *conflicts))) == is_told


def test_an_answer_with_any_conflict_is_flagged_and_a_refusal_never_is() -> None:
    conflict = changed(stating(LENGTH, 1), stating(LENGTH, 0))

    assert is_flagged(Case(LENGTH, None, answer(stating(LENGTH, 1), conflict)))
    assert not is_flagged(Case(LENGTH, None, answer(stating(LENGTH, 1))))
    assert not is_flagged(Case(LENGTH, None, REFUSAL))


def test_what_always_gives_the_oldest_statement_is_right_only_before_any_change() -> None:
    def ask(question: str, day: date | None) -> Outcome:
        fact = FARE if question == FARE.question else LENGTH
        return answer(stating(fact, 0), changed(stating(fact, 1), stating(fact, 0)))

    counts = [(tally.name, tally.n_counted, tally.n) for tally in measure((FARE, LENGTH), ask)]

    # Every answer is flagged, with the second value against the first: never that of now.
    assert counts == [
        ("changes flagged", 0, 1),
        ("falsely flagged", 1, 1),
        ("falsely flagged before any change", 1, 1),
        ("newest value first", 0, 1),
        ("as-of right", 1, 2),
        ("constant fact stated first", 1, 1),
    ]


def test_answers_from_the_articles_reach_their_bounds(tmp_path: Path) -> None:
    counts = {t.name: t.n_counted for t in measure(read_facts(), ask_articles(tmp_path))}

    assert counts.keys() == LEAST.keys() | MOST.keys()
    assert {name: counts[name] for name, least in LEAST.items() if counts[name] < least} == {}
    assert {name: counts[name] for name, most in MOST.items() if counts[name] > most} == {}
