import re
from pathlib import Path

import pytest

from bot import errors
from bot.errors import BadInput, DatabaseUnusable, QuothError, SettingsError


def test_the_tree_in_the_docstring_names_every_class_in_its_place() -> None:
    drawn = re.findall(r"^([ │├└─]*)([A-Z]\w+)(?=  |$)", str(errors.__doc__), re.MULTILINE)

    classes = [getattr(errors, name) for name in errors.__all__]
    tree = {(len(kind.__mro__) - len(QuothError.__mro__), kind.__name__) for kind in classes}
    assert {(len(indent) // 4, name) for indent, name in drawn} == tree
    assert len(drawn) == len(tree)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (SettingsError("QUOTH_HOME", "no such folder", "make it"),
         "QUOTH_HOME: no such folder: make it"),
        (BadInput("q.jsonl: no such file", "name another"),
         "q.jsonl: no such file: name another"),
        (DatabaseUnusable(Path("q.db"), "disk image is malformed"),
         "q.db: disk image is malformed: check its permissions or restore it from a backup"),
        (DatabaseUnusable(Path("q.db"), "too new", "update Quoth"), "q.db: too new: update Quoth"),
    ],
)  # fmt: skip
def test_an_error_is_one_line_that_ends_in_the_remedy(error: QuothError, line: str) -> None:
    assert str(error) == line


def test_the_parts_of_an_error_stand_on_it() -> None:
    error = SettingsError("QUOTH_HOME", "there is no such folder", "make it")

    assert (error.variable, error.problem, error.remedy) == error.args


def test_whoever_catches_the_base_catches_them_all() -> None:
    with pytest.raises(QuothError):
        raise SettingsError("QUOTH_HOME", "there is no such folder", "make it")
