"""A calibration is stored whole, and serves only with the model it was made by."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from bot.errors import BadInput
from bot.trust.calibration import FILE, Calibration, read, serving, shipped, write
from bot.trust.digests import model_digest

CALIBRATION = Calibration(
    precision=0.9,
    threshold=0.5,
    questions=400,
    n=300,
    errors=9,
    bound=0.948,
    data="d" * 64,
    model=model_digest(),
)


def test_what_is_written_is_read_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "home" / FILE

    write(CALIBRATION, path)

    assert read(path) == CALIBRATION
    assert [file.name for file in path.parent.iterdir()] == [FILE]


def test_a_later_one_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    write(CALIBRATION, tmp_path / FILE)

    write(replace(CALIBRATION, threshold=0.6), tmp_path / FILE)

    assert read(tmp_path / FILE).threshold == 0.6


def test_one_made_by_another_model_is_refused_with_the_remedy(tmp_path: Path) -> None:
    write(replace(CALIBRATION, model="0" * 64), tmp_path / FILE)

    with pytest.raises(BadInput, match="made by another model: run `quoth calibrate"):
        read(tmp_path / FILE)


@pytest.mark.parametrize(
    "changes",
    [
        {"threshold": "0.5"},
        {"threshold": None},
        {"threshold": 1.5},
        {"precision": 1},
        {"n": 300.0},
        {"errors": True},
        {"data": 1},
        {"further": 1},
    ],
)
def test_anything_else_is_no_calibration(changes: dict[str, object], tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps(asdict(CALIBRATION) | changes))

    with pytest.raises(BadInput, match="not a calibration"):
        read(tmp_path / FILE)


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"threshold": NaN}'])
def test_damaged_text_is_no_calibration(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text)

    with pytest.raises(BadInput, match="not a calibration"):
        read(tmp_path / FILE)


def test_a_home_without_one_is_served_by_the_one_that_ships(tmp_path: Path) -> None:
    found = serving(tmp_path)

    assert (found.calibration, found.notice) == (shipped(), "")


def test_a_home_with_one_is_served_by_it(tmp_path: Path) -> None:
    write(CALIBRATION, tmp_path / FILE)

    assert serving(tmp_path).calibration == CALIBRATION


def test_a_home_whose_own_is_of_another_model_is_told_so_in_one_line(tmp_path: Path) -> None:
    write(replace(CALIBRATION, model="0" * 64), tmp_path / FILE)

    found = serving(tmp_path)

    assert found.calibration == shipped()
    assert "another model" in found.notice
    assert "\n" not in found.notice


def test_the_one_that_ships_was_made_by_the_model_that_ships() -> None:
    assert shipped().model == model_digest()
