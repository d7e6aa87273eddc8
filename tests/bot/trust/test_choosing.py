"""The threshold chosen is the lowest that keeps a promise, and chance cannot choose it often."""

import random

from hypothesis import given
from hypothesis import strategies as st

from bot.trust.bounds import lower_bound
from bot.trust.choosing import THRESHOLDS, Choice, Judged, Shortfall, choose_threshold

JUDGED = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=300)


def answers(*groups: tuple[float, int, int]) -> list[Judged]:
    """Return answers in groups of one confidence: how many are right, and how many wrong."""
    return [
        (sure, is_right)
        for sure, n_right, n_wrong in groups
        for is_right, n in ((True, n_right), (False, n_wrong))
        for _ in range(n)
    ]


def test_answers_that_are_right_are_let_through_and_those_below_are_not() -> None:
    choice = choose_threshold(answers((0.9, 200, 0), (0.3, 50, 150)), 0.9)

    # Above .3 the same 200 are let through; .3015 = 1 / (1 + e^.84) is the lowest threshold there.
    assert choice == Choice(0.3015, 200, 0, lower_bound(200, 0, 0.95))


def test_what_cannot_be_promised_is_said_with_the_best_bound() -> None:
    shortfall = choose_threshold(answers((0.9, 60, 40)), 0.9)

    assert isinstance(shortfall, Shortfall)
    assert (shortfall.n, shortfall.errors) == (100, 40)
    assert shortfall.bound == lower_bound(100, 40, 0.95)


def test_no_answers_promise_nothing() -> None:
    assert choose_threshold([], 0.5) == Shortfall(THRESHOLDS[0], 0, 0, 0.0)


@given(JUDGED, st.floats(0.2, 0.98))
def test_a_choice_says_what_it_rests_on_and_its_bound_keeps_the_promise(
    judged: list[Judged], precision: float
) -> None:
    choice = choose_threshold(judged, precision)

    given_at = [is_right for sure, is_right in judged if sure >= choice.threshold]
    assert (choice.n, choice.errors) == (len(given_at), given_at.count(False))
    assert choice.bound == lower_bound(choice.n, choice.errors, 0.95)
    assert isinstance(choice, Shortfall) or choice.bound >= precision


@given(JUDGED, st.randoms(use_true_random=False))
def test_the_order_of_the_questions_changes_nothing(
    judged: list[Judged], chance: random.Random
) -> None:
    shuffled = list(judged)
    chance.shuffle(shuffled)

    assert choose_threshold(shuffled, 0.8) == choose_threshold(judged, 0.8)


def test_answers_that_err_a_little_too_often_are_seldom_promised() -> None:
    chance = random.Random(1)  # noqa: S311 - a simulation, no secret
    # Every answer is right with a probability of .78, whatever its confidence.
    worlds = [[(chance.random(), chance.random() < 0.78) for _ in range(400)] for _ in range(200)]

    promised = [w for w in worlds if isinstance(choose_threshold(w, 0.8), Choice)]

    # The level is 5 %: 10 of 200 on average, and 20 at more than three standard deviations.
    assert len(promised) <= 20
