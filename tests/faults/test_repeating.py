"""The same documents make the same bytes."""

import random

import pytest

from tests.faults.homes import World
from tests.faults.repeating import SURROUNDINGS, Repeating
from tests.faults.reporting import Report


@pytest.fixture
def repeating(world: World, report: Report) -> Repeating:
    return Repeating(world, random.Random(2), report)  # noqa: S311


def test_other_processes_make_the_same_bytes(repeating: Repeating, report: Report) -> None:
    repeating.try_surroundings(SURROUNDINGS[2:4])

    assert report.breaches == []


def test_other_orders_and_places_make_the_same_bytes(repeating: Repeating, report: Report) -> None:
    repeating.try_orders(1)
    repeating.try_sources(2)

    assert report.breaches == []


def test_other_pasts_make_the_same_bytes(repeating: Repeating, report: Report) -> None:
    repeating.try_histories(1)
    repeating.try_growth()

    assert report.breaches == []
    assert repeating.n_builds == 3
