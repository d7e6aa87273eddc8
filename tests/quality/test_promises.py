"""A promise is looked at on answers that did not calibrate it, and its measures are those known."""

import random

import pytest

from bot.trust.choosing import Judged
from tests.quality.promises import Answers, Outcome, abstention, split_once, triggering
from tests.quality.reliability import Bin, bins, calibration_error, draw
from tests.quality.shipping_calibration import highest_promise

N_WORLDS = 40


def world(chance: random.Random, n: int) -> list[Judged]:
    """Return answers whose confidences are true, most of them high: right as often as they say."""
    sure = [chance.random() ** 0.25 for _ in range(n)]
    return [(one, chance.random() < one) for one in sure]


@pytest.mark.parametrize("precision", [0.7, 0.9])
def test_promises_are_seldom_broken_on_answers_that_were_not_seen(precision: float) -> None:
    chance = random.Random(7)  # noqa: S311 - a simulation, no secret
    outcomes = [split_once(world(chance, 1500), precision, chance) for _ in range(N_WORLDS)]

    made = [outcome for outcome in outcomes if outcome is not None]
    broken = [outcome for outcome in made if not outcome.keeps(precision)]
    # At 5 % each, 2 of 40 on average; 7 or more have a probability below 1 %.
    assert len(broken) <= 6
    assert len(made) >= N_WORLDS / 2


def test_what_cannot_be_promised_is_declined() -> None:
    chance = random.Random(7)  # noqa: S311 - a simulation, no secret

    assert split_once([(0.5, number % 2 == 0) for number in range(400)], 0.9, chance) is None


def test_a_promise_is_kept_by_as_many_right_answers_and_by_none_given() -> None:
    # 9 of 10 keep .9 and 8 do not; where nothing is answered nothing is broken.
    outcomes = [Outcome(20, 10, 9), Outcome(20, 10, 8), Outcome(20, 0, 0)]

    assert [outcome.keeps(0.9) for outcome in outcomes] == [True, False, True]


def test_abstention_and_triggering_are_counted_by_hand() -> None:
    answers = Answers(
        judged=((0.9, True), (0.5, False), (0.5, False), (0.1, False)),
        is_answerable=(True, True, False, False),
    )

    # Pairs: .9 wins over .5 and .1; .5 ties with .5 and wins over .1: 3.5 of 4.
    assert abstention(answers) == 3.5 / 4
    # At .5 three answers, one right, two answerable: 2 * 1 / (3 + 2).
    assert triggering(answers, 0.5) == 0.4


def test_bins_hold_answers_of_about_the_same_confidence() -> None:
    answers = [(0.25, True), (0.25, False), (1.0, True)]

    # The first bin is right half the time and says .25; the second is as right as it says.
    assert bins(answers) == [Bin(2, 0.25, 0.5), Bin(1, 1.0, 1.0)]
    assert calibration_error(answers) == pytest.approx(2 / 3 * 0.25)
    assert calibration_error([]) == 0.0


def test_the_picture_has_a_dot_a_bin_and_a_line_a_set() -> None:
    picture = draw({"one": [(0.25, True), (0.95, True)], "other": [(0.5, False)]})

    # Two sets and the diagonal.
    assert (picture.count("<circle"), picture.count("<polyline")) == (3, 3)
    assert picture == draw({"one": [(0.25, True), (0.95, True)], "other": [(0.5, False)]})


def test_the_calibration_that_ships_is_the_highest_promise_with_a_useful_threshold() -> None:
    chance = random.Random(3)  # noqa: S311 - a simulation, no secret
    judged = world(chance, 2000)

    found = highest_promise(judged, 0.7, "digest")

    assert found is not None
    assert found.threshold <= 0.7
    assert found.bound >= found.precision
    higher = highest_promise(judged, 0.9, "digest")
    assert higher is not None
    assert higher.precision > found.precision


def test_where_nothing_can_be_promised_no_calibration_ships() -> None:
    assert highest_promise([(0.9, False)] * 50, 0.9, "digest") is None
