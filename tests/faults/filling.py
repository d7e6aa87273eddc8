"""A disk fills up while an index is built: the old one answers, and nothing is half written.

`python -m tests.faults.filling` mounts file systems in memory, which only root may, and limits the
size of files, which anybody may.
"""

import argparse
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults.failing import is_clear
from tests.faults.homes import World, run_index, tree
from tests.faults.reporting import Report
from tests.faults.resident import Resident
from tests.retrieval.disks import small_disk

__all__ = ["Filling", "main"]

OLD, NEW = 0, 1
# Bytes that a file system in memory hands out at once, and the unit of a limit on files in sh.
PAGE = 4096
LIMIT_UNIT = 512
MOUNT = shutil.which("mount") or ""


class Filling:
    """Builds of a new edition into homes that have too little room for it.

    Attributes:
        counts: of builds, by what came of them.

    Parameters
    ----------
    world
        the editions.
    report
        where breaches go.
    """

    def __init__(self, world: World, report: Report) -> None:
        self.counts: Counter[str] = Counter()
        self._world = world
        self._report = report
        self._home = world.folder / "disk"
        world.lay(NEW)

    def try_disks(self, n_sizes: int) -> None:
        """Build on disks that have from no room at all to as much again as the old home takes.

        The last suffices. Where no disk can be mounted, `pytest.skip.Exception` is raised.
        """
        old = self._world.undisturbed(OLD)
        used = _size_in_pages(old)
        for n in range(n_sizes):
            room = used * n // (n_sizes - 1)
            with small_disk(self._world.folder / f"disk-{n}", str(used + room)) as home:
                shutil.copytree(old, home, dirs_exist_ok=True)
                where = f"{room >> 10} KiB of room"
                self._fill(where, home, f"quoth: no space left in {home}: free some", ())
                resize = [MOUNT, "-o", f"remount,size={8 * used}", str(home)]
                subprocess.run(resize, check=True)
                self._expect_rebuilt(where, home)

    def try_limits(self, n_limits: int) -> None:
        """Build with limits on the size of a file, from nothing to that of the largest one."""
        largest = max(path.stat().st_size for path in self._world.undisturbed(NEW).rglob("*"))
        for n in range(n_limits):
            limit = largest * n // n_limits // LIMIT_UNIT
            where = f"files of up to {limit * LIMIT_UNIT} bytes"
            home = self._world.folder / f"limited-{n}"
            shutil.copytree(self._world.undisturbed(OLD), home)
            self._fill(where, home, "quoth: ", ("sh", "-c", f'ulimit -f {limit}; exec "$@"', "sh"))
            self._expect_rebuilt(where, home)

    def _fill(self, where: str, home: Path, complaint: str, around: Sequence[str]) -> None:
        """Build where there may be too little room; expect the old answers and no trace.

        Parameters
        ----------
        where
            how much room there is, in words.
        home
            the home to build in.
        complaint
            how the line begins that tells of it.
        around
            words before the command.
        """
        self._world.lay(NEW)
        before = tree(home / "index")
        built = run_index(home, [self._world.sources], around=around)
        answers = self._world.ask(home)
        found = self._world.edition_of(answers)
        if built.code == 0:
            self.counts["enough room"] += 1
            self._report.expect(found == NEW, f"{where}: {self._world.describe(answers)}")
            return
        self.counts["too little room"] += 1
        is_told = built.code == 1 and is_clear(built.err) and built.err.startswith(complaint)
        self._report.expect(is_told, f"{where}: code {built.code}, it says {built.err[-300:]!r}")
        self._report.expect(found == OLD, f"{where}: {self._world.describe(answers)}")
        self._report.expect(tree(home / "index") == before, f"{where}: the index has changed")
        unfinished = [name for name in tree(home) if ".new" in name or ".tmp" in name]
        self._report.expect(not unfinished, f"{where}: {unfinished} left half written")

    def _expect_rebuilt(self, where: str, home: Path) -> None:
        built = run_index(home, [self._world.sources])
        answers = self._world.ask(home)
        is_new = built.code == 0 and self._world.edition_of(answers) == NEW
        said = self._world.describe(answers)
        self._report.expect(is_new, f"{where}: with room again: {built.err[-300:]} {said}")
        for left in self._world.leftovers(home):
            self._report.breach(f"{where}: with room again: {left}")


def _size_in_pages(home: Path) -> int:
    """Return what a home takes of a file system in memory, in bytes."""
    sizes = (path.stat().st_size if path.is_file() else PAGE for path in home.rglob("*"))
    return sum(-(-size // PAGE) * PAGE for size in sizes)


def main(argv: Sequence[str] | None = None) -> int:
    """Fill disks; return 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, default=40, help="of disks, at least 2 (40)")
    parser.add_argument("--limits", type=int, default=20, help="on the size of files (20)")
    arguments = parser.parse_args(argv)
    report = Report()
    with tempfile.TemporaryDirectory() as folder, Resident() as resident:
        filling = Filling(World(Path(folder), resident, n_files=2, n_sentences=200), report)
        try:
            filling.try_disks(arguments.sizes)
        except pytest.skip.Exception as reason:
            print(f"no disk was filled: {reason}")
        filling.try_limits(arguments.limits)
    counts = ", ".join(f"{n} with {what}" for what, n in filling.counts.items())
    return report.summary(counts)


if __name__ == "__main__":
    raise SystemExit(main())
