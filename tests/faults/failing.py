"""The Nth call that changes the disk fails, for each N: a build then ends clearly or succeeds.

`python -m tests.faults.failing` tries every N, with a failure once, from then on, and with a kill
in place of the call; `--stride 10` tries every tenth.
"""

import argparse
import errno
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from retrieval.generations import Generations
from tests.bot.calling import Result
from tests.faults.homes import World, run_index
from tests.faults.reporting import Report
from tests.faults.resident import Resident
from tests.faults.shim import Shim, compiler

__all__ = ["HOWS", "Failing", "is_clear", "main"]

HOWS = ("once", "ever", "kill")
ERRORS = (errno.ENOSPC, errno.EIO)
OLD, NEW = 0, 1
KILLED = -9


class Failing:
    """Builds of a new edition into copies of a home, each with one failure.

    Attributes:
        counts: of builds, by what came of them.

    Parameters
    ----------
    world
        the editions.
    shim
        what makes calls fail.
    report
        where breaches go.
    is_first
        whether the home has no index yet.
    """

    def __init__(self, world: World, shim: Shim, report: Report, *, is_first: bool) -> None:
        self.counts: Counter[str] = Counter()
        self._world = world
        self._shim = shim
        self._report = report
        self._is_first = is_first
        self._home = world.folder / "failing" / "home"

    def n_calls(self) -> int:
        """Build without a failure; return how many calls could have failed."""
        built = self._build(0, "once", 0)
        if built.code:
            raise RuntimeError(built.err)
        return self._shim.record().n_calls

    def try_one(self, at: int, how: str) -> None:
        """Fail at one call; expect a clear end, old or new answers, and a clean next build.

        Parameters
        ----------
        at
            which call, from 1.
        how
            "once", "ever" or "kill".
        """
        error = ERRORS[at % len(ERRORS)]
        built = self._build(at, how, error)
        record = self._shim.record()
        where = f"call {at}, {how}, {errno.errorcode[error]}, {record.what}"
        if not record.n_failed:
            self.counts["not reached"] += 1
            return
        self._judge(where, built, how)
        again = run_index(self._home, [self._world.sources])
        self._report.expect(again.code == 0, f"{where}: the next build fails: {again.err[-300:]}")
        answers = self._world.ask(self._home)
        is_new = self._world.edition_of(answers) == NEW
        said = self._world.describe(answers)
        self._report.expect(is_new, f"{where}: after the next build: {said}")
        for left in self._world.leftovers(self._home):
            self._report.breach(f"{where}: after the next build: {left}")

    def _build(self, at: int, how: str, error: int) -> Result:
        shutil.rmtree(self._home, ignore_errors=True)
        if not self._is_first:
            shutil.copytree(self._world.undisturbed(OLD), self._home, dirs_exist_ok=True)
        self._world.lay(NEW)
        environ = self._shim.environ(self._home, at=at, how=how, error=error)
        return run_index(self._home, [self._world.sources], environ=environ)

    def _judge(self, where: str, built: Result, how: str) -> None:
        expected = (KILLED,) if how == "kill" else (0, 1)
        self._report.expect(built.code in expected, f"{where}: it ended with {built.code}")
        if built.code == 1:
            self._report.expect(is_clear(built.err), f"{where}: it says {built.err[-300:]!r}")
        self.counts[{0: "succeeded", 1: "refused"}.get(built.code, "killed")] += 1
        if self._is_first and not Generations(self._home / "index").has_any():
            self._report.expect(built.code, f"{where}: nothing was published")
            self.counts["no index"] += 1
            return
        answers = self._world.ask(self._home)
        found = self._world.edition_of(answers)
        allowed = [NEW] if built.code == 0 or self._is_first else [OLD, NEW]
        said = self._world.describe(answers)
        self._report.expect(found in allowed, f"{where}: code {built.code}, then {said}")
        self.counts["new" if found == NEW else "old"] += 1


def is_clear(complaint: str) -> bool:
    """Say whether an error output is one line of plain words."""
    is_line = complaint.startswith("quoth: ") and complaint.count("\n") == 1
    return is_line and "[Errno" not in complaint


def main(argv: Sequence[str] | None = None) -> int:
    """Try many failures; return 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stride", type=int, default=1, help="try every so many (1)")
    parser.add_argument("--begin", type=int, default=1, metavar="N", help="the first N (1)")
    parser.add_argument("--how", choices=HOWS, action="append", help="repeatable (all)")
    parser.add_argument("--first", action="store_true", help="build into a home without an index")
    arguments = parser.parse_args(argv)
    found = compiler()
    if found is None:
        print("no C compiler: nothing was tried")
        return 1
    report = Report()
    with tempfile.TemporaryDirectory() as folder, Resident() as resident:
        world = World(Path(folder), resident, n_files=2, n_sentences=20)
        failing = Failing(world, Shim(Path(folder), found), report, is_first=arguments.first)
        n_calls = failing.n_calls()
        print(f"{n_calls} calls; begin {arguments.begin}, stride {arguments.stride}", flush=True)
        for at in range(arguments.begin, n_calls + 1, arguments.stride):
            report.step(at, n_calls, str(dict(failing.counts)))
            for how in arguments.how or HOWS:
                failing.try_one(at, how)
    counts = ", ".join(f"{n} {what}" for what, n in failing.counts.items())
    return report.summary(f"{n_calls} calls, every {arguments.stride}: {counts}")


if __name__ == "__main__":
    raise SystemExit(main())
