"""A question says which values can answer it."""

from bot.differing.goals import goal


def test_the_opener_tells_the_kind_of_value() -> None:
    questions = ("When is it?", "Who is it?", "How many are there?", "Is it open?")

    kinds = [goal(question).kinds[0] for question in questions]

    assert kinds == ["date", "name", "number", "yes or no"]


def test_a_deadline_is_a_day_whatever_opens_the_question() -> None:
    assert goal("What is the deadline?").kinds == ("date",)


def test_how_many_wants_no_unit_unless_it_names_one() -> None:
    assert goal("How many books are there?").units == {""}
    assert goal("How many days are there?").units == {"day"}


def test_names_of_the_question_are_kept_apart() -> None:
    assert goal("When does GSOMIA expire?").names == {"gsomia"}


def test_why_compares_nothing() -> None:
    assert goal("Why did it fail?").kinds == ()
