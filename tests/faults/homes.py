"""Homes of the fault programme: what they answer, and what lies in them that should not."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.generations import KEPT, Generations
from tests.bot.calling import Result, environment
from tests.faults.corpora import N_EDITIONS, QUESTIONS, Edition, edition, lay
from tests.faults.resident import Resident

__all__ = ["Answers", "Tree", "World", "child_environment", "index_command", "run_index", "tree"]

# Seconds after which a build hangs.
PATIENCE = 120

# Digests of the files of a folder, by path below it.
Tree = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a home says to every question.

    Attributes:
        code: exit code of the command.
        lines: an answer a question, without the generation's name and the time it took.
        generations: names of the generations that the answers are from.
        complaint: what the command printed to the error output.
    """

    code: int
    lines: tuple[str, ...]
    generations: frozenset[str]
    complaint: str


class World:
    """A source folder, and homes that were indexed undisturbed from each edition of it.

    Attributes:
        sources: the folder; lay an edition there before a build.
        editions: by number.
        answers: of the undisturbed homes, by edition.
        trees: their generations, by edition.

    Parameters
    ----------
    folder
        where it all lies; empty.
    resident
        the process that answers.
    n_files, n_sentences
        how much prose there is, as in `edition`.
    """

    def __init__(self, folder: Path, resident: Resident, *, n_files: int, n_sentences: int) -> None:
        self.folder = folder
        self.sources = folder / "sources"
        self._resident = resident
        self._questions = folder / "questions.jsonl"
        self._questions.write_text(
            "".join(json.dumps({"id": n, "question": q}) + "\n" for n, q in enumerate(QUESTIONS))
        )
        self.editions: list[Edition] = [
            edition(number, n_files=n_files, n_sentences=n_sentences)
            for number in range(N_EDITIONS)
        ]
        self.answers: list[tuple[str, ...]] = []
        self.trees: list[Tree] = []
        for number in range(N_EDITIONS):
            self._index_undisturbed(number)
        self._entries = _entries(self.undisturbed(0))

    def undisturbed(self, number: int) -> Path:
        """Return the home that was indexed once, from one edition."""
        return self.folder / f"undisturbed-{number}"

    def lay(self, number: int) -> None:
        """Put an edition into the source folder."""
        lay(self.sources, self.editions[number])

    def ask(self, home: Path) -> Answers:
        """Put every question to a home."""
        result = self._resident.run("batch", self._questions, "--home", home, "--top", 3)
        answers = [json.loads(line) for line in result.lines]
        generations = frozenset(str(answer.pop("generation", None)) for answer in answers)
        for answer in answers:
            answer.pop("elapsed_ms", None)
        lines = tuple(json.dumps(answer, sort_keys=True) for answer in answers)
        return Answers(result.code, lines, generations, result.err)

    def edition_of(self, answers: Answers) -> int | None:
        """Return the edition that all the answers are of; None for a mixture or for none."""
        is_one = answers.code == 0 and len(answers.generations) == 1
        return (
            self.answers.index(answers.lines) if is_one and answers.lines in self.answers else None
        )

    def describe(self, answers: Answers) -> str:
        """Say of each answer which edition it is of, and what the command said."""
        of = [
            next((str(n) for n, lines in enumerate(self.answers) if lines[place] == line), "?")
            for place, line in enumerate(answers.lines)
        ]
        where = ", ".join(sorted(answers.generations))
        return (
            f"code {answers.code}, editions {' '.join(of)} from {where} {answers.complaint[-300:]}"
        )

    def leftovers(self, home: Path) -> list[str]:
        """Name what does not belong into a home after a build, and what is missing from it."""
        generations = Generations(home / "index")
        names = generations.names()
        found = _difference("home", _entries(home), self._entries)
        expected = _entries(self.undisturbed(0) / "index", but=("g-000001",))
        found += _difference("index", _entries(home / "index", but=names), expected)
        ledgers = {f"{name}.json" for name in names}
        found += _difference("sources", _entries(home / "sources"), ledgers)
        if len(names) > KEPT:
            found.append(f"{len(names)} generations")
        kept = {name: tree(generations.folder / name) for name in names}
        found += [f"{name} is no edition's" for name in names if kept[name] not in self.trees]
        wanted = {name for t in kept.values() if t in self.trees for name in self._originals(t)}
        return found + _difference("originals", set(tree(home / "originals")), wanted)

    def _originals(self, generation: Tree) -> list[str]:
        return list(tree(self.undisturbed(self.trees.index(generation)) / "originals"))

    def _index_undisturbed(self, number: int) -> None:
        self.lay(number)
        home = self.undisturbed(number)
        built = run_index(home, [self.sources])
        answers = self.ask(home)
        if built.code or answers.code or set(answers.lines) & {a for e in self.answers for a in e}:
            raise RuntimeError(f"edition {number} is not to be told apart: {built} {answers}")
        self.answers.append(answers.lines)
        self.trees.append(tree(home / "index" / "g-000001"))


def index_command(home: Path, sources: Sequence[Path]) -> list[str]:
    """Return the command that indexes some sources."""
    return [sys.executable, "-m", "bot", "index", *map(str, sources), "--home", str(home)]


def child_environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return an environment for a process whose files fail: coverage may not write any in it."""
    given = environment().items()
    return {name: value for name, value in given if not name.startswith("COV")} | dict(more)


def run_index(
    home: Path,
    sources: Sequence[Path],
    *,
    around: Sequence[str] = (),
    environ: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> Result:
    """Index some sources in a process of its own, which leads a session of its own.

    Parameters
    ----------
    home, sources
        as on the command line.
    around
        words before the command, such as those of a shell that sets limits.
    environ
        added to this process's environment.
    cwd
        the folder to run it in.
    """
    run = subprocess.run(
        [*around, *index_command(home, sources)],
        capture_output=True,
        env=child_environment(environ or {}),
        timeout=PATIENCE,
        start_new_session=True,
        check=False,
        cwd=cwd,
    )
    return Result(run.returncode, run.stdout.decode(), run.stderr.decode())


def tree(folder: Path) -> Tree:
    """Return the digest of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _entries(folder: Path, but: Sequence[str] = ()) -> set[str]:
    return {path.name for path in folder.iterdir()} - set(but)


def _difference(where: str, found: set[str], expected: set[str]) -> list[str]:
    differing = {"left over": sorted(found - expected), "missing": sorted(expected - found)}
    return [
        f"{where}: {len(names)} {what}, such as {names[0]}"
        for what, names in differing.items()
        if names
    ]
