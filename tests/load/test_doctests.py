import doctest
from importlib import import_module

import pytest

MODULES = ("arrivals", "columns", "flood", "results", "slopes", "steady", "waiting")


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    module = import_module(f"tests.load.{name}")

    failed, attempted = doctest.testmod(module)

    assert (failed, attempted > 0) == (0, True)
