"""`quoth calibrate`: the promise is stored in the home, or nothing is changed."""

import argparse
import json
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from bot.commands import calibrate
from bot.trust.calibration import FILE, read
from tests.bot.calling import Result
from tests.bot.test_calibrating import make_island


def call(*argv: object) -> Result:
    """Run the command in this process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--home")
    calibrate.add_arguments(parser)
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        try:
            code = calibrate.run(parser.parse_args([str(word) for word in argv]), {})
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Result(code, out.getvalue(), err.getvalue())


def test_the_promise_is_stored_and_printed(tmp_path: Path) -> None:
    home = tmp_path / "home"

    said = call(make_island(tmp_path, n=60), "--precision", 0.8, "--home", home)

    assert (said.code, said.err, len(said.lines)) == (0, "", 1)
    assert said.out.startswith("80% promised: ")
    assert read(home / FILE).precision == 0.8


def test_as_json_it_prints_what_it_stores(tmp_path: Path) -> None:
    home = tmp_path / "home"

    said = call(make_island(tmp_path, n=60), "--precision", 0.8, "--home", home, "--json")

    assert json.loads(said.out) == json.loads((home / FILE).read_text())


def test_what_cannot_be_promised_changes_nothing_and_ends_with_1(tmp_path: Path) -> None:
    home = tmp_path / "home"
    call(make_island(tmp_path, n=60), "--precision", 0.8, "--home", home)
    before = (home / FILE).read_bytes()

    said = call(tmp_path, "--precision", 0.999, "--home", home)

    assert (said.code, said.out, len(said.err.splitlines())) == (1, "", 1)
    assert "cannot be promised" in said.err
    assert (home / FILE).read_bytes() == before


@pytest.mark.parametrize("share", ["0", "1", "95", "-0.5", "nan", "high"])
def test_a_precision_that_is_none_is_wrong_usage(share: str, tmp_path: Path) -> None:
    said = call(tmp_path, f"--precision={share}", "--home", tmp_path)

    assert said.code == 2
    assert "between 0 and 1" in said.err
