"""What the modules offer, what importing them costs, and what they never touch."""

import ast
import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import retrieval

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(retrieval.__path__, "retrieval.")
    if not module.ispkg
)
# What a module needs that is not always there.
NEEDS = {"retrieval.inverted.kernel": "numba"}
# Reading these formats runs code that the file brings along.
RUNS_CODE = {"pickle", "cPickle", "_pickle", "dill", "joblib", "cloudpickle", "marshal", "shelve"}


def trees() -> Iterator[ast.AST]:
    for folder in retrieval.__path__:
        for path in sorted(Path(folder).rglob("*.py")):
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def imported(name: str) -> ModuleType:
    """Import a module; skip the test where something it needs is an extra that is not there."""
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    return importlib.import_module(name)


def loaded_by(module: str) -> set[str]:
    """Return what a fresh process has loaded after importing a module."""
    code = f"import {module}, sys; print(*sys.modules, sep='\\n')"
    run = [sys.executable, "-c", code]
    return set(subprocess.run(run, capture_output=True, text=True, check=True).stdout.split())


def test_modules_of_inner_packages_are_looked_at_too() -> None:
    assert {"retrieval.ranking.features", "retrieval.inverted.kernel"} <= set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_every_offered_name_exists_once(name: str) -> None:
    module = imported(name)

    offered = list(module.__all__)

    assert len(set(offered)) == len(offered)
    assert all(hasattr(module, member) for member in offered)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_in_its_docstring_what_it_is(name: str) -> None:
    doc = imported(name).__doc__ or ""

    assert doc.splitlines()[0].endswith(".")


def test_importing_the_package_loads_no_foreign_library() -> None:
    assert not loaded_by("retrieval") & {"numpy", "scipy", "sklearn", "Stemmer"}


def test_searching_loads_no_scikit_learn() -> None:
    assert "sklearn" not in loaded_by("retrieval.index")


def test_ranking_loads_neither_scipy_nor_scikit_learn() -> None:
    assert not loaded_by("retrieval.ranking.ranker") & {"scipy", "sklearn"}


def test_searching_loads_no_compiler_before_there_is_something_to_search() -> None:
    assert not loaded_by("retrieval.index") & {"numba", "llvmlite"}


def test_indexing_loads_no_scikit_learn_before_something_is_built() -> None:
    assert "sklearn" not in loaded_by("retrieval.indexing")


def test_nothing_that_runs_code_when_it_loads_is_imported() -> None:
    names = {
        name.split(".")[0]
        for node in trees()
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
        )
    }

    assert "numpy" in names
    assert not names & RUNS_CODE


def test_arrays_are_loaded_and_saved_without_pickles() -> None:
    calls = [
        node
        for node in trees()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"load", "save", "savez", "loadtxt", "genfromtxt"}
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"np", "numpy"}
    ]

    allowed = [
        [ast.unparse(word.value) for word in call.keywords if word.arg == "allow_pickle"]
        for call in calls
    ]
    assert allowed
    assert all(given == ["False"] for given in allowed)
