"""The same documents make the same bytes, whatever the order, the process, the place and the past.

`python -m tests.faults.repeating --orders 20 --seed 1`
"""

import argparse
import random
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from retrieval.generations import Generations
from tests.faults.corpora import N_EDITIONS, lay
from tests.faults.homes import World, run_index, tree
from tests.faults.reporting import Report
from tests.faults.resident import Resident

__all__ = ["SURROUNDINGS", "Repeating", "main"]

# What a process may be told by its environment and must not listen to.
SURROUNDINGS: tuple[Mapping[str, str], ...] = (
    {"PYTHONHASHSEED": "0"},
    {"PYTHONHASHSEED": "4294967295"},
    {"PYTHONHASHSEED": "17", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"OMP_NUM_THREADS": "2", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "random", "LC_ALL": "POSIX", "PYTHONOPTIMIZE": "1"},
)


class Repeating:
    """Builds of the same edition, each compared with the one that was made undisturbed.

    Attributes:
        n_builds: how many generations were compared.

    Parameters
    ----------
    world
        the editions.
    chance
        source of every order.
    report
        where breaches go.
    """

    def __init__(self, world: World, chance: random.Random, report: Report) -> None:
        self.n_builds = 0
        self._world = world
        self._chance = chance
        self._report = report

    def try_surroundings(self, surroundings: Sequence[Mapping[str, str]] = SURROUNDINGS) -> None:
        """Build in processes whose hash seed, time zone, language and threads differ."""
        self._world.lay(0)
        for environ in surroundings:
            home = self._fresh_home()
            built = run_index(home, [self._world.sources], environ=environ, cwd=home.parent)
            self._compare(home, 0, f"with {dict(environ)}: {built.err}")

    def try_orders(self, n_orders: int) -> None:
        """Make the files in other orders, in another place, with other times."""
        edition = self._world.editions[0]
        for n in range(n_orders):
            sources = self._world.folder / f"elsewhere-{n}" / "sources"
            names = list(edition.files)
            self._chance.shuffle(names)
            for name in names:
                path = sources / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(edition.files[name])
            home = self._fresh_home()
            built = run_index(home, [sources])
            self._compare(home, 0, f"files made in the order {names}: {built.err}")

    def try_sources(self, n_orders: int) -> None:
        """Name the top-level entries as sources of their own, in many orders, at once or in turn.

        Documents are named below their source, so these homes are compared with each other.
        """
        self._world.lay(0)
        entries = sorted(self._world.sources.iterdir())
        expected = None
        for n in range(n_orders):
            self._chance.shuffle(entries)
            home = self._fresh_home()
            cut = self._chance.randrange(1, len(entries)) if n % 2 else len(entries)
            built = [run_index(home, part) for part in (entries[:cut], entries[cut:]) if part]
            found = _in_use(home)
            expected = expected or found
            order = [path.name for path in entries]
            complaint = "".join(result.err for result in built)
            self._expect_equal(found, expected, f"{order}, cut at {cut}: {complaint}")

    def try_histories(self, n_steps: int) -> None:
        """Let a home go through editions; after each it is as if made at once."""
        home = self._fresh_home()
        passed: list[int] = []
        for _ in range(n_steps):
            number = self._chance.choice([n for n in range(N_EDITIONS) if [n] != passed[-1:]])
            passed.append(number)
            self._world.lay(number)
            built = run_index(home, [self._world.sources])
            self._compare(home, number, f"after editions {passed}: {built.err}")

    def try_growth(self) -> None:
        """Begin with half of the files, add the rest, then change back a single changed file."""
        edition = self._world.editions[0]
        sources = self._world.folder / "growing"
        home = self._fresh_home()
        lay(sources, edition)
        held_back = list(edition.files)[::2]
        for name in held_back:
            (sources / name).unlink()
        run_index(home, [sources])
        for name in held_back:
            (sources / name).write_bytes(edition.files[name])
        built = run_index(home, [sources])
        self._compare(home, 0, f"half of the files, then all: {built.err}")
        changed = sources / held_back[0]
        changed.write_bytes(b"Another text.\n")
        run_index(home, [sources])
        changed.write_bytes(edition.files[held_back[0]])
        built = run_index(home, [sources])
        self._compare(home, 0, f"one file changed there and back: {built.err}")

    def _fresh_home(self) -> Path:
        home = self._world.folder / "fresh" / "home"
        shutil.rmtree(home.parent, ignore_errors=True)
        home.parent.mkdir()
        return home

    def _compare(self, home: Path, number: int, what: str) -> None:
        self._expect_equal(_in_use(home), self._world.trees[number], what)

    def _expect_equal(
        self, found: Mapping[str, str], expected: Mapping[str, str], what: str
    ) -> None:
        self.n_builds += 1
        names = sorted(n for n in {*found, *expected} if found.get(n) != expected.get(n))
        self._report.expect(not names, f"{what}: {names} differ")


def _in_use(home: Path) -> Mapping[str, str]:
    """Return the digests of the generation in use."""
    generations = Generations(home / "index")
    name = generations.current()
    return tree(generations.folder / name) if name else {}


def main(argv: Sequence[str] | None = None) -> int:
    """Build again and again; return 1 when bytes differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=20, help="of files and of sources (20)")
    parser.add_argument("--steps", type=int, default=20, help="of a history (20)")
    parser.add_argument("--seed", type=int, default=1, help="of every random choice (1)")
    arguments = parser.parse_args(argv)
    report = Report()
    print(f"seed {arguments.seed}", flush=True)
    chance = random.Random(arguments.seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder, Resident() as resident:
        world = World(Path(folder), resident, n_files=4, n_sentences=100)
        repeating = Repeating(world, chance, report)
        repeating.try_surroundings()
        repeating.try_orders(arguments.orders)
        repeating.try_sources(arguments.orders)
        repeating.try_histories(arguments.steps)
        repeating.try_growth()
    return report.summary(f"{repeating.n_builds} generations compared")


if __name__ == "__main__":
    raise SystemExit(main())
