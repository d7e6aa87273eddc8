"""A home answers whole old or whole new answers whenever its build is killed."""

import random

from tests.faults.homes import World
from tests.faults.killing import Killing
from tests.faults.reporting import Report


def test_a_killed_build_leaves_old_or_new_answers_and_the_next_clears_up(
    world: World, report: Report
) -> None:
    killing = Killing(world, random.Random(2), report, n_measured=1)  # noqa: S311

    for _ in range(4):
        killing.round()
    killing.build()

    assert report.breaches == []
    assert killing.counts["killed"] > 0
