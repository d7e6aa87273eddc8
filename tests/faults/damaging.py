"""Single damages to the index are noticed, and a generation that is whole answers.

`python -m tests.faults.damaging --damages 2000 --seed 1`
"""

import argparse
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from retrieval.generations import Generations
from tests.faults.damages import KINDS, NAMES, damage
from tests.faults.homes import Tree, World, run_index, tree
from tests.faults.reporting import Report
from tests.faults.resident import Resident

__all__ = ["Damaging", "main"]

# Editions of the generations of the home, oldest first; the last is in use.
EDITIONS = (0, 1, 2)
# Shares of the damages that CURRENT and manifests get, and of those of whole folders.
OF_CURRENT = 0.05
OF_MANIFEST = 0.1
OF_FOLDERS = 0.02
FOLDER_KINDS = ("its folder renamed", "its folder deleted")


class Damaging:
    """A home of three generations, and copies of it with one damage each.

    Attributes:
        counts: of damages, by kind.
        n_alike: damages that changed nothing that is read, and do not count.

    Parameters
    ----------
    world, resident
        the editions, and the process that answers from every copy.
    chance
        source of every decision.
    report
        where breaches go.
    """

    def __init__(
        self, world: World, resident: Resident, chance: random.Random, report: Report
    ) -> None:
        self.counts: Counter[str] = Counter()
        self.n_alike = 0
        self._world = world
        self._resident = resident
        self._chance = chance
        self._report = report
        self._home = world.folder / "damaging" / "home"
        self._copy = world.folder / "damaging" / "copy"
        # What CURRENT holds when a generation is in use, by the generation's name.
        self._written: dict[str, bytes] = {}
        for number in EDITIONS:
            self._build(number)
        self._before = self._trees(self._home / "index")

    @property
    def n_damages(self) -> int:
        """How many damages were told from the undamaged index."""
        return self.counts.total()

    def try_one(self) -> None:
        """Copy the home, damage it, ask it, and compare with what is whole in it."""
        names = list(self._before)
        current = self._chance.choice([names[0], *names])
        written = self._written[current]
        if self._copy.exists():
            shutil.rmtree(self._copy)
        _link(self._home, self._copy)
        index = self._copy / "index"
        (index / "CURRENT").unlink()
        (index / "CURRENT").write_bytes(written)
        what = self._harm(current)
        before, after = self._before, self._trees(index)
        is_current_whole = _bytes_of(index / "CURRENT").split() == written.split()
        if after == before and is_current_whole:
            self.n_alike += 1
            return
        self.counts[what.partition(": ")[0]] += 1
        whole = [name for name in after if after[name] in before.values()]
        in_use = [current] if is_current_whole and current in whole else []
        self._judge(what, [*in_use, *whole], is_noticed=not in_use or not is_current_whole)

    def _build(self, number: int) -> None:
        self._world.lay(number)
        built = run_index(self._home, [self._world.sources])
        name = Generations(self._home / "index").current()
        if built.code or name is None:
            raise RuntimeError(built.err)
        self._written[name] = (self._home / "index" / "CURRENT").read_bytes()

    def _judge(self, what: str, whole: Sequence[str], *, is_noticed: bool) -> None:
        """Expect the answers of the first of some generations, and doctor to see the damage.

        Parameters
        ----------
        what
            the damage, in words.
        whole
            names, the one to serve first; with none the home says that it has no index.
        is_noticed
            whether the damage is to what is in use.
        """
        what = f"damage {self.n_damages}, {what}"
        n_deaths = len(self._resident.deaths)
        answers = self._world.ask(self._copy)
        if whole:
            expected = self._world.trees.index(tree(self._copy / "index" / whole[0]))
            is_right = self._world.edition_of(answers) == expected
            is_right = is_right and answers.generations == {whole[0]}
            said = self._world.describe(answers)
            self._report.expect(is_right, f"{what}: {whole[0]} should serve: {said}")
        else:
            is_clear = answers.code == 1 and answers.complaint.count("\n") == 1
            self._report.expect(is_clear, f"{what}: {self._world.describe(answers)}")
        if is_noticed:
            found = self._resident.run("doctor", "--home", self._copy)
            is_seen = found.code == 1 and "Traceback" not in found.err
            self._report.expect(is_seen, f"{what}: doctor says {_of_index(found.out)} {found.err}")
        deaths = self._resident.deaths[n_deaths:]
        self._report.expect(not deaths, f"{what}: the process ended with {deaths}")

    def _harm(self, current: str) -> str:
        """Do one damage to the copy; return it in words."""
        index = self._copy / "index"
        if self._chance.random() < OF_CURRENT:
            return self._harm_current(index / "CURRENT")
        files = sorted(path for path in index.rglob("*") if path.is_file())
        inside = [file for file in files if file.parent != index]
        kinds = [kind for kind in KINDS if kind not in FOLDER_KINDS]
        file = self._chance.choice(inside)
        if self._chance.random() < OF_FOLDERS:
            kinds = list(FOLDER_KINDS)
        elif self._chance.random() < OF_MANIFEST:
            file = self._chance.choice(list(index.glob("*/MANIFEST.json")))
        elif self._chance.random() < 0.5:
            # As often as not in what is in use, which has to be given up.
            file = self._chance.choice([path for path in inside if current in path.parts])
        kind = self._chance.choice(kinds)
        damage(self._chance, kind, file, inside)
        return f"{kind}: {file.relative_to(index)}, {current} in use"

    def _harm_current(self, file: Path) -> str:
        before = file.read_bytes()
        kind = self._chance.choice(
            ("bit flipped", "cut short", "deleted", "folder in its place", "")
        )
        if kind:
            damage(self._chance, kind, file, [])
        else:
            file.write_bytes(self._chance.choice(NAMES))
        now = _bytes_of(file)
        return f"{kind or 'another name'}: CURRENT, {before!r} to {now!r}"

    def _trees(self, index: Path) -> dict[str, Tree]:
        return {name: tree(index / name) for name in Generations(index).names()}


def _link(home: Path, copy: Path) -> None:
    """Copy a home by links: cheap, and what is one file under several names stays one."""
    copy.mkdir()
    for path in home.iterdir():
        if path.name != "index":
            (copy / path.name).symlink_to(path)
    for path in sorted((home / "index").rglob("*")):
        target = copy / path.relative_to(home)
        target.parent.mkdir(exist_ok=True)
        if path.is_dir():
            target.mkdir()
        else:
            target.hardlink_to(path)


def _of_index(findings: str) -> str:
    """Return what doctor says of the index."""
    return next((line for line in findings.splitlines() if " index " in line), findings)


def _bytes_of(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def main(argv: Sequence[str] | None = None) -> int:
    """Damage an index many times; return 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--damages", type=int, default=2000, help="how many (2000)")
    parser.add_argument("--seed", type=int, default=1, help="of every random choice (1)")
    arguments = parser.parse_args(argv)
    report = Report()
    chance = random.Random(arguments.seed)  # noqa: S311
    print(f"seed {arguments.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder, Resident() as resident:
        world = World(Path(folder), resident, n_files=2, n_sentences=20)
        damaging = Damaging(world, resident, chance, report)
        while damaging.n_damages < arguments.damages:
            report.step(damaging.n_damages, arguments.damages)
            damaging.try_one()
    counts = ", ".join(f"{n} {what}" for what, n in sorted(damaging.counts.items()))
    alike = f"{damaging.n_alike} more changed nothing"
    return report.summary(f"{damaging.n_damages} damages ({alike}): {counts}")


if __name__ == "__main__":
    raise SystemExit(main())
