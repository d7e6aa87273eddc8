"""The examples in docstrings give what they show."""

import doctest
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import bot
import corpus
import retrieval


def with_examples(package: ModuleType) -> Iterator[str]:
    """Yield the modules of a package whose source shows an example; none is imported."""
    for folder in map(Path, package.__path__):
        for path in sorted(folder.rglob("*.py")):
            if ">>> " in path.read_text(encoding="utf-8"):
                place = path.relative_to(folder.parent).with_suffix("").parts
                yield ".".join(place).removesuffix(".__init__")


NAMES = [name for package in (corpus, retrieval, bot) for name in with_examples(package)]


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))

    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize("package", ["corpus", "retrieval", "bot"])
def test_every_package_shows_examples(package: str) -> None:
    assert any(name.split(".")[0] == package for name in NAMES)


def test_examples_of_inner_packages_are_looked_at_too() -> None:
    assert "retrieval.forward.kinds" in NAMES
