"""Sentences of other times do not conflict."""

import datetime

from bot.differing.goals import goal
from bot.differing.scope import are_apart, are_other_events, days_between, is_event_unplaced
from bot.differing.statements import Statement

TREES = goal("How many trees are there?")
CRASH = goal("How many people died in the crash?")


def say(text: str, day: str = "") -> Statement:
    return Statement("a", datetime.date.fromisoformat(day) if day else None, text)


def test_each_year_has_its_own_figure() -> None:
    assert are_apart(TREES, say("There were 12 in 2018."), say("There were 15 in 2019."))


def test_the_same_year_is_the_same_time() -> None:
    assert not are_apart(TREES, say("There were 12 in 2018."), say("In 2018 there were 15."))


def test_since_when_something_holds_is_no_time_of_its_own() -> None:
    one, other = say("It is 3 from May 1, 2018."), say("It is 4 from May 1, 2019.")

    assert not are_apart(TREES, one, other)


def test_seasons_named_by_last_and_this_are_apart() -> None:
    assert are_apart(TREES, say("He scored 3 last season."), say("He scored 4 this season."))


def test_events_told_of_long_apart_are_two() -> None:
    one, other = say("It killed 3.", "2018-01-01"), say("It killed 4.", "2020-01-01")

    assert are_other_events(CRASH, one, other)
    assert not are_other_events(TREES, one, other)


def test_events_without_any_day_are_not_known_to_be_one() -> None:
    assert is_event_unplaced(CRASH, say("It killed 3."), say("It killed 4.", "2020-01-01"))


def test_days_are_counted_both_ways() -> None:
    one, other = say("A.", "2020-01-01"), say("B.", "2020-01-31")

    assert (days_between(one, other), days_between(other, one)) == (30, 30)
    assert days_between(one, say("C.")) is None
