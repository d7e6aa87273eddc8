import doctest
from importlib import import_module

import pytest

MODULES = ("agreement", "figures", "preparing", "real", "zipf")


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    module = import_module(f"tests.benchmarks.{name}")

    failed, attempted = doctest.testmod(module)

    assert (failed, attempted > 0) == (0, True)
