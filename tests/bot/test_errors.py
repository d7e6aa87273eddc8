import re

import pytest

from bot import errors
from bot.errors import QuothError, SettingsError


def test_the_tree_in_the_docstring_names_every_class_in_its_place() -> None:
    drawn = re.findall(r"^([ │├└─]*)(\w+Error)", str(errors.__doc__), re.MULTILINE)

    classes = [getattr(errors, name) for name in errors.__all__]
    tree = [(len(kind.__mro__) - len(QuothError.__mro__), kind.__name__) for kind in classes]
    assert [(len(indent) // 4, name) for indent, name in drawn] == tree


def test_a_settings_error_is_one_line_that_ends_in_the_remedy() -> None:
    error = SettingsError("QUOTH_HOME", "there is no such folder", "make it")

    assert str(error) == "QUOTH_HOME: there is no such folder: make it"
    assert (error.variable, error.problem, error.remedy) == error.args


def test_whoever_catches_the_base_catches_a_settings_error() -> None:
    with pytest.raises(QuothError):
        raise SettingsError("QUOTH_HOME", "there is no such folder", "make it")
