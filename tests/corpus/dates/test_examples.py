"""The examples in the docstrings run and print what they say."""

import doctest
import importlib

import pytest

from tests.corpus.dates.test_exported_members import MODULES


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_every_module_hold(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))

    assert results.failed == 0
