"""A damaged index is noticed, and a generation that is whole answers."""

import random
from pathlib import Path

import pytest

from tests.faults.damages import KINDS, damage
from tests.faults.damaging import Damaging
from tests.faults.homes import World, tree
from tests.faults.reporting import Report
from tests.faults.resident import Resident


def test_any_single_damage_makes_a_whole_generation_answer(
    world: World, resident: Resident, report: Report
) -> None:
    damaging = Damaging(world, resident, random.Random(2), report)  # noqa: S311

    while damaging.n_damages < 20:
        damaging.try_one()

    assert report.breaches == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_damage_changes_what_lies_there(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "g-000001"
    folder.mkdir()
    files = [folder / "a", folder / "b"]
    for number, file in enumerate(files, start=1):
        file.write_bytes(bytes(range(number, 200 + number)))
    before = tree(tmp_path)

    damage(random.Random(3), kind, files[0], [files[1]])  # noqa: S311

    assert tree(tmp_path) != before


def test_a_damage_reaches_the_other_names_in_the_index_and_none_outside(tmp_path: Path) -> None:
    first, second, outside = (tmp_path / name for name in ("first", "second", "outside"))
    outside.write_bytes(b"It rains.")
    first.hardlink_to(outside)
    second.hardlink_to(outside)

    damage(random.Random(3), "bytes appended", first, [first, second])  # noqa: S311

    assert first.read_bytes() == second.read_bytes() != b"It rains."
    assert outside.read_bytes() == b"It rains."
