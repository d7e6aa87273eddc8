"""Two days are compared as the question and the calendar allow."""

import datetime

from bot.differing.coinciding import conflicting_moments
from bot.differing.goals import goal
from bot.differing.statements import Statement


def say(text: str, day: str = "2024-03-04") -> Statement:
    return Statement("a", datetime.date.fromisoformat(day), text)


def values(question: str, one: Statement, other: Statement) -> list[str]:
    found = conflicting_moments(goal(question), one, other)
    return [] if found is None else [
        statement.text[moment.start : moment.end]
        for statement, moment in zip((one, other), found, strict=True)
    ]  # fmt: skip


def test_a_month_holds_its_days() -> None:
    assert values("When does it end?", say("It ends in March."), say("It ends on March 9.")) == []


def test_a_question_for_the_end_compares_ends() -> None:
    one, other = say("It runs from March 3 to March 9."), say("It ends on March 12.")

    assert values("When does it end?", one, other) == ["March 3 to March 9", "March 12"]


def test_beginnings_answer_no_question_for_the_end() -> None:
    one, other = say("The show begins on March 3."), say("The show ends on March 9.")

    assert values("When does the show end?", one, other) == []


def test_the_same_day_of_another_year_is_the_same_rule() -> None:
    one, other = say("Fees are due on May 1."), say("Fees are due on May 1.", "2023-03-04")

    assert values("When are fees due?", one, other) == []


def test_each_edition_has_its_own_day() -> None:
    one = say("The race will be held on May 5.", "2023-03-04")

    assert values("When is the race?", one, say("The race will be held on May 3.")) == []


def test_on_the_same_day_the_times_are_compared() -> None:
    one, other = say("It starts at 9 a.m. on Mondays."), say("It starts at 10 a.m. on Mondays.")

    assert values("When does it start?", one, other) == ["9 a.m.", "10 a.m."]
