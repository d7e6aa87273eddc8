"""Words that lie side by side in question and sentence speak for each other."""

from hypothesis import given
from hypothesis import strategies as st

from bot.trust.matching import longest_run, matching
from bot.trust.wording import NOWHERE
from tests.bot.trust.making import asked_of, english

WORDS = st.lists(st.sampled_from("abc"), max_size=8)


def test_neighbours_of_the_question_are_found_side_by_side_or_apart() -> None:
    question = english("iron bridge tolls")
    sentence = english("tolls on the iron bridge")

    signals = matching(asked_of(question), question, sentence)

    # Of (iron, bridge) and (bridge, toll) both are held, and the first stands side by side.
    assert (signals["pairs held"], signals["pairs side by side"]) == (1.0, 0.5)
    assert signals["pairs apart"] == 1.0
    assert (signals["longest run"], signals["longest run, share"]) == (2.0, 2 / 3)


def test_a_pair_with_a_missing_word_is_not_held() -> None:
    question = english("iron bridge")

    signals = matching(asked_of(question, iron=NOWHERE), question, english("a bridge"))

    assert signals["pairs held"] == 0.0


def test_the_same_stem_with_another_ending_is_counted() -> None:
    question = english("bridges painted")

    signals = matching(asked_of(question), question, english("the bridge was painted"))

    assert signals["other endings"] == 1.0


@given(WORDS, WORDS)
def test_the_longest_run_is_the_same_both_ways(one: list[str], other: list[str]) -> None:
    assert longest_run(one, other) == longest_run(other, one) <= min(len(one), len(other))
