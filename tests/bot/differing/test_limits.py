"""A value may hold for a part only."""

from bot.differing.contents import Content, content
from bot.differing.goals import goal
from bot.differing.limits import is_limited, is_part
from bot.differing.statements import Statement


def read(text: str) -> tuple[Statement, Content]:
    return Statement("a", None, text), content(text, (), frozenset())


def test_what_is_told_of_a_number_that_opens_a_sentence_makes_it_a_part() -> None:
    one, other = read("Two lanes of the bridge are closed."), read("The bridge has 4 lanes.")
    wanted = goal("How many lanes does the bridge have?")

    assert is_part(wanted, one[0], one[1], other[1])
    assert not is_part(wanted, other[0], other[1], one[1])


def test_a_place_in_front_limits_a_sentence() -> None:
    one, other = read("In the village of Lis, 4 shops shut."), read("The crisis shut 9 shops.")

    assert is_limited(goal("How many shops shut?"), one, other)


def test_a_purpose_limits_a_sentence() -> None:
    one, other = read("The tax on food is 5 percent."), read("The tax is 9 percent.")

    assert is_limited(goal("How high is the tax?"), one, other)
