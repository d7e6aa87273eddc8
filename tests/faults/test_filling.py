"""A disk that fills up costs nothing that was there, and the way out is told."""

from tests.faults.filling import Filling
from tests.faults.homes import World
from tests.faults.reporting import Report


def test_on_a_full_disk_the_old_index_answers_and_nothing_is_half_written(
    world: World, report: Report
) -> None:
    filling = Filling(world, report)

    filling.try_disks(2)

    assert report.breaches == []
    assert set(filling.counts) == {"too little room", "enough room"}


def test_where_files_are_limited_the_old_index_answers_and_nothing_is_half_written(
    world: World, report: Report
) -> None:
    filling = Filling(world, report)

    filling.try_limits(1)

    assert report.breaches == []
    assert filling.counts["too little room"] == 1
