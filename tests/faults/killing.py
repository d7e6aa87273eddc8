"""Builds are killed at random moments, publication included; the home answers old or new.

`python -m tests.faults.killing --rounds 500 --seed 1`
"""

import argparse
import os
import random
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.generations import Generations
from tests.faults.corpora import N_EDITIONS
from tests.faults.homes import World, child_environment, index_command, run_index
from tests.faults.reporting import Report
from tests.faults.resident import Resident
from tests.faults.sessions import kill_session, survivors

__all__ = ["Killing", "main"]

N_MEASURED = 3
# Moments follow the machine's load: they come earlier after a build that ended by itself, later
# after a killed one, so that about one in ten ends by itself.
SHORTER, LONGER = 0.83, 1.02
# Seconds between two looks at the index folder.
GLANCE = 0.0005
# Shares of the rounds: killed by what lies in the index folder, asked meanwhile, begun without an
# index, followed by a build that is left alone.
IN_PUBLICATION = 0.5
ASKED_MEANWHILE = 0.2
FROM_NOTHING = 0.05
THEN_BUILT = 0.25


@dataclass(frozen=True, slots=True)
class Moment:
    """When a build is killed.

    Attributes:
        n_entries: new things in the index folder when the time begins; 0: the process starts.
        seconds: from there.
    """

    n_entries: int
    seconds: float


class Killing:
    """One home, and builds of it that are killed.

    Attributes:
        counts: of rounds, by what came of them.
        phases: seconds to the end of a build from its start, then from the first, the second, ...
            new thing in the index folder: what is unfinished, then the generation.

    Parameters
    ----------
    world
        the editions.
    chance
        source of every decision.
    report
        where breaches go.
    n_measured
        builds to measure before the first is killed.
    """

    def __init__(
        self, world: World, chance: random.Random, report: Report, n_measured: int = N_MEASURED
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._world = world
        self._chance = chance
        self._report = report
        self._home = world.folder / "killing" / "home"
        self._temporary = world.folder / "killing" / "temporary"
        self._temporary.mkdir(parents=True)
        self._serving: int | None = None
        self._target = 0
        self._n_seen = 0
        self._pace = 1.0
        self.phases = self._measure(n_measured)

    def round(self) -> None:
        """Start a build of another edition, kill it, ask, and sometimes build undisturbed."""
        if self._chance.random() < FROM_NOTHING or self._n_seen < len(self._report.breaches):
            # Anew also after a breach, which would show again in every later round.
            shutil.rmtree(self._home, ignore_errors=True)  # not made yet, where twice in a row
            self._serving = None
            self._n_seen = len(self._report.breaches)
        self._aim()
        asked = self._chance.random() < ASKED_MEANWHILE
        code = self._build_until(self._moment(), is_asked=asked)
        self._report.expect(code in (0, -9), f"{self._where}: the build ended with {code}")
        self.counts["finished" if code == 0 else "killed"] += 1
        self._pace *= SHORTER if code == 0 else LONGER
        self._look(is_new=code == 0)
        if code == 0:
            self._expect_clean()
        elif self._chance.random() < THEN_BUILT:
            self.build()

    def build(self) -> None:
        """Build undisturbed; expect the new edition and nothing left over."""
        self._aim()
        if any(p.name.startswith(".tmp-") for p in self._home.glob("*/*")):
            self.counts["with orphans to clear"] += 1
        built = run_index(self._home, [self._world.sources], environ=self._environ)
        self._report.expect(built.code == 0, f"{self._where}: a build after it fails: {built.err}")
        self.counts["built after"] += 1
        self._look(is_new=True)
        self._expect_clean()

    @property
    def _where(self) -> str:
        n_rounds = self.counts["finished"] + self.counts["killed"]
        return f"round {n_rounds + 1}, edition {self._serving} to {self._target}"

    @property
    def _environ(self) -> dict[str, str]:
        return {"TMPDIR": str(self._temporary)}

    def _aim(self) -> None:
        others = [number for number in range(N_EDITIONS) if number != self._serving]
        self._target = self._chance.choice(others)
        self._world.lay(self._target)

    def _moment(self) -> Moment:
        n_entries = 0
        if self._chance.random() < IN_PUBLICATION:
            n_entries = self._chance.randrange(len(self.phases))
        return Moment(n_entries, self._chance.uniform(0, self.phases[n_entries] * self._pace))

    def _measure(self, n_builds: int) -> list[float]:
        """Return how long each phase of a build is before its end, the longest of some builds."""
        measured = []
        for _ in range(1 + n_builds):
            self._aim()
            child = self._start()
            begun = [time.monotonic()]
            watch = self._watch()
            while child.poll() is None:
                begun += [time.monotonic()] * (watch() + 1 - len(begun))
                time.sleep(GLANCE)
            end = time.monotonic()
            measured.append([end - start for start in begun])
            self._serving = self._target
        # The first makes what every later one finds.
        return [max(lengths) for lengths in zip(*measured[1:], strict=False)]

    def _watch(self) -> Callable[[], int]:
        """Return what counts the things that came into the index folder since now."""
        before = self._entries()
        seen: set[str] = set()

        def count() -> int:
            seen.update(self._entries() - before)
            return len(seen)

        return count

    def _entries(self) -> set[str]:
        try:
            return set(os.listdir(self._home / "index"))  # noqa: PTH208 - names are enough
        except FileNotFoundError:
            return set()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            index_command(self._home, [self._world.sources]),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=child_environment(self._environ),
            start_new_session=True,
        )

    def _build_until(self, moment: Moment, *, is_asked: bool) -> int:
        """Start a build, kill it at its moment unless it has ended, and return its code."""
        watch = self._watch()
        child = self._start()
        while watch() < moment.n_entries and child.poll() is None:
            time.sleep(GLANCE)
        start = time.monotonic()
        while (left := start + moment.seconds - time.monotonic()) > 0 and child.poll() is None:
            if is_asked and self._serving is not None:
                self._expect_whole()
            time.sleep(max(0.0, min(left, 10 * GLANCE)))
        code = kill_session(child)
        self._report.expect(not survivors(child.pid), f"{self._where}: processes survive")
        return code

    def _look(self, *, is_new: bool) -> None:
        """Ask the home, and note which edition serves from now on."""
        if self._serving is None and not Generations(self._home / "index").has_any():
            self._report.expect(not is_new, f"{self._where}: nothing was published")
            self.counts["none"] += 1
            return
        found = self._expect_whole()
        self._report.expect(not is_new or found == self._target, f"{self._where}: old answers")
        self.counts["new" if found == self._target else "old"] += 1
        self._serving = self._serving if found is None else found

    def _expect_whole(self) -> int | None:
        answers = self._world.ask(self._home)
        found = self._world.edition_of(answers)
        is_whole = found is not None and found in (self._serving, self._target)
        self._report.expect(is_whole, f"{self._where}: {self._world.describe(answers)}")
        return found

    def _expect_clean(self) -> None:
        for left in self._world.leftovers(self._home):
            self._report.breach(f"{self._where}: {left}")
        for path in self._temporary.iterdir():
            self._report.breach(f"{self._where}: {path.name} is left among temporary files")


def main(argv: Sequence[str] | None = None) -> int:
    """Kill builds; return 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=500, help="builds to kill (500)")
    parser.add_argument("--seed", type=int, default=1, help="of every random choice (1)")
    parser.add_argument("--files", type=int, default=10, help="files of prose (10)")
    parser.add_argument("--sentences", type=int, default=200, help="sentences in each (200)")
    arguments = parser.parse_args(argv)
    report = Report()
    chance = random.Random(arguments.seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder, Resident() as resident:
        world = World(
            Path(folder), resident, n_files=arguments.files, n_sentences=arguments.sentences
        )
        killing = Killing(world, chance, report)
        phases = ", ".join(f"{seconds:.3f}" for seconds in killing.phases)
        print(f"seed {arguments.seed}; seconds to the end of a build: {phases}", flush=True)
        while (done := killing.counts["killed"]) < arguments.rounds:
            report.step(done, arguments.rounds, str(dict(killing.counts)))
            killing.round()
        killing.build()
    counts = ", ".join(f"{n} {what}" for what, n in killing.counts.items())
    return report.summary(counts)


if __name__ == "__main__":
    raise SystemExit(main())
