"""A build whose disk fails ends clearly, and leaves old or new answers."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.calling import environment
from tests.faults.failing import HOWS, Failing, is_clear
from tests.faults.homes import World
from tests.faults.reporting import Report
from tests.faults.shim import Record, Shim, compiler

# Five calls below the folder: mkdir, open, write, fsync, rename.
FIVE_CALLS = """
import os, sys
from pathlib import Path
folder = Path(sys.argv[1])
(folder / "new").mkdir()
with open(folder / "a", "wb") as file:
    file.write(b"It rains.")
    file.flush()
    os.fsync(file.fileno())
(folder / "a").rename(folder / "new" / "a")
(folder.parent / "outside").write_text("It snows.")
"""


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Shim:
    found = compiler()
    if found is None:
        pytest.skip("there is no C compiler here")
    return Shim(tmp_path_factory.mktemp("shim"), found)


@pytest.fixture(scope="module")
def n_calls(world: World, shim: Shim) -> int:
    return Failing(world, shim, Report(), is_first=False).n_calls()


@pytest.fixture
def below(tmp_path: Path) -> Path:
    folder = tmp_path / "below"
    folder.mkdir()
    return folder


def run(shim: Shim, below: Path, at: int, how: str) -> subprocess.CompletedProcess[str]:
    """Make the five calls, one of which may fail."""
    environ = environment() | shim.environ(below, at=at, how=how, error=errno.EIO)
    return subprocess.run(
        [sys.executable, "-c", FIVE_CALLS, str(below)],
        env=environ,
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
    )


def test_calls_below_the_folder_are_counted_and_no_others(shim: Shim, below: Path) -> None:
    made = run(shim, below, 0, "once")

    assert (made.returncode, shim.record()) == (0, Record(5, 0, ""))


@pytest.mark.parametrize(
    ("at", "what"),
    [(1, "mkdir /new"), (2, "open64 /a"), (3, "write /a"), (4, "fsync /a"), (5, "rename /new/a")],
)
def test_the_chosen_call_fails(shim: Shim, below: Path, at: int, what: str) -> None:
    made = run(shim, below, at, "once")

    assert "[Errno 5] Input/output error" in made.stderr
    assert (shim.record().n_failed, shim.record().what) == (1, what)


def test_from_the_chosen_call_on_every_one_fails(shim: Shim, below: Path) -> None:
    run(shim, below, 3, "ever")

    # The write is tried again as the file is closed.
    assert shim.record() == Record(4, 2, "write /a")


def test_a_kill_comes_before_the_chosen_call(shim: Shim, below: Path) -> None:
    made = run(shim, below, 5, "kill")

    assert made.returncode == -9
    assert (below / "a").read_bytes() == b"It rains."
    assert not (below / "new" / "a").exists()


@pytest.mark.parametrize("how", HOWS)
def test_wherever_a_build_fails_the_home_answers_old_or_new(
    world: World, shim: Shim, report: Report, n_calls: int, how: str
) -> None:
    failing = Failing(world, shim, report, is_first=False)
    # Other calls for each way to fail: one while files are written, one during publication.
    number = HOWS.index(how)

    for at in (n_calls * (1 + number) // 4, n_calls - 8 - number):
        failing.try_one(at, how)

    assert report.breaches == []


def test_a_first_build_that_fails_leaves_no_index_or_the_new_one(
    world: World, shim: Shim, report: Report
) -> None:
    failing = Failing(world, shim, report, is_first=True)

    failing.try_one(100, "once")

    assert report.breaches == []
    assert failing.counts["not reached"] == 0


@pytest.mark.parametrize(
    ("complaint", "clear"),
    [
        ("quoth: no space left in /home: free some and index again\n", True),
        ("quoth: [Errno 5] Input/output error\n", False),
        ("quoth: one thing\nand another\n", False),
        ("Traceback (most recent call last):\n", False),
        ("", False),
    ],
)
def test_a_complaint_is_clear_in_one_line_of_plain_words(complaint: str, clear: bool) -> None:
    assert is_clear(complaint) is clear
