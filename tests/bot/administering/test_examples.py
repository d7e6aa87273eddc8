"""The examples in docstrings give what they show."""

import doctest
import importlib

import pytest

EXAMPLES = [
    "bot.administering.gaps",
    "bot.administering.numbers",
    "bot.collected",
    "bot.phrases.administering",
]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))

    assert results.attempted > 0
    assert results.failed == 0
