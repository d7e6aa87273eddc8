"""S11: nothing that is read is ever run: no pickles, no evaluation, no YAML, no object arrays."""

import ast
import pickle
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pytest

from bot import wiring
from bot.home import Home
from retrieval.errors import IndexDamaged
from retrieval.generations import Generations
from retrieval.storage import Writer, read
from tests.security.sources import PACKAGES, code

# Modules that run what they read, or start other programs.
MODULES = {
    "pickle", "cPickle", "_pickle", "dill", "cloudpickle", "shelve", "marshal", "joblib", "yaml",
    "ctypes", "os.system", "pty", "xml", "lxml",
}  # fmt: skip
CALLS = {"eval", "exec", "compile", "__import__", "execfile"}
ATTRIBUTES = {"system", "popen", "PicklePersistence", "literal_eval", "fromfile", "loadtxt"}


def faults(tree: ast.AST) -> Iterator[str]:
    """Name what a file does that nothing here may do."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if _is_barred(alias.name))
        elif isinstance(node, ast.ImportFrom) and _is_barred(node.module or ""):
            yield node.module or ""
        elif isinstance(node, ast.Call):
            yield from _faults_of_call(node)


def _is_barred(module: str) -> bool:
    return module.split(".")[0] in MODULES


def _faults_of_call(node: ast.Call) -> Iterator[str]:
    if isinstance(node.func, ast.Name) and node.func.id in CALLS:
        yield node.func.id
    if isinstance(node.func, ast.Attribute) and node.func.attr in ATTRIBUTES:
        yield node.func.attr
    for keyword in node.keywords:
        given = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
        if (keyword.arg, given) in {("allow_pickle", True), ("shell", True)}:
            yield str(keyword.arg)
    # `numpy.load` takes pickles unless it is told not to.
    named = {keyword.arg for keyword in node.keywords}
    if ast.unparse(node.func) in ("np.load", "numpy.load") and "allow_pickle" not in named:
        yield "np.load"


def scan(folders: Iterable[Path]) -> dict[str, list[str]]:
    found = {str(path): list(faults(ast.parse(path.read_text()))) for path in code(folders)}
    return {name: these for name, these in found.items() if these}


def test_no_file_of_the_project_runs_what_it_reads() -> None:
    assert len(list(code(PACKAGES))) > 200
    assert scan(PACKAGES) == {}


@pytest.mark.parametrize(
    "line",
    [
        "import pickle",
        "from joblib import load",
        "import xml.etree.ElementTree",
        "eval('1')",
        "__import__('os')",
        "np.load(path)",
        "np.load(path, allow_pickle=True)",
        "open_memmap(path, allow_pickle=True)",
        "os.system('ls')",
        "subprocess.run('ls', shell=True)",
        "telegram.ext.PicklePersistence('x')",
    ],
)
def test_the_scan_finds_what_is_planted(tmp_path: Path, line: str) -> None:
    (tmp_path / "planted.py").write_text(line)

    assert len(scan([tmp_path])) == 1


class Trap:
    """Writes a file when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.marker,)


def test_the_trap_is_one(tmp_path: Path) -> None:
    pickle.loads(pickle.dumps(Trap(tmp_path / "marker")))  # noqa: S301 - our own

    assert (tmp_path / "marker").exists()


def test_an_array_of_objects_in_a_sealed_generation_is_refused_and_not_run(tmp_path: Path) -> None:
    marker, folder = tmp_path / "marker", tmp_path / "g-000001"
    folder.mkdir()
    writer = Writer(folder)
    with writer.blob("trap.npy") as sink:
        np.save(sink, np.array([Trap(marker)], dtype=object), allow_pickle=True)
    writer.finish({})

    with pytest.raises(IndexDamaged):
        read(folder)

    assert not marker.exists()


@pytest.mark.parametrize("name", ["trap.pkl", "trap.npy", "model.joblib", "CURRENT"])
def test_a_pickle_among_the_files_of_a_home_is_not_run(
    hostile: Home, tmp_path: Path, name: str
) -> None:
    marker, home = tmp_path / "marker", Home(tmp_path / "home")
    shutil.copytree(hostile.path, home.path)
    trap = pickle.dumps(Trap(marker))
    folders = [home.path, home.index, home.originals, *home.index.glob("g-*")]
    for folder in folders:
        folder.chmod(0o755)
        (folder / name).unlink(missing_ok=True)
        (folder / name).write_bytes(trap)

    # The only generation has a file too many.
    with pytest.raises(IndexDamaged, match=re.escape(name)):
        wiring.answerer(home)

    assert Generations(home.index).has_any()
    assert not marker.exists()


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl"])
def test_a_pickle_given_as_a_document_is_skipped_and_not_run(tmp_path: Path, name: str) -> None:
    marker, source = tmp_path / "marker", tmp_path / "documents"
    source.mkdir()
    (source / name).write_bytes(pickle.dumps(Trap(marker)))
    (source / "good.txt").write_text("The lighthouse keeper was paid 1,200 crowns a year.")

    summary = wiring.indexer(Home(tmp_path / "home")).update([source])

    # Of lines of JSON, each is one to skip.
    assert {skipped.name.partition(":")[0] for skipped in summary.skipped} == {name}
    assert not marker.exists()
