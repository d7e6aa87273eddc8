"""A child gets nothing but its input, and overstays no limit."""

import os
import secrets
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.documents.children import Broken, run

PROGRAMS = "tests.bot.documents.programs"


def call(wish: str, seconds: float = 60) -> Mapping[str, Any] | Broken:
    return run(PROGRAMS, wish.encode(), seconds=seconds, environ={"ONLY": "this"})


def test_a_child_sees_an_empty_folder_and_the_environment_it_is_given() -> None:
    told = call("tell")

    assert isinstance(told, Mapping)
    assert (told["environ"], told["around"]) == ({"ONLY": "this"}, [])
    assert told["session"] != os.getsid(0)


@pytest.mark.parametrize(
    ("wish", "broken"), [("talk", "output"), ("crash", "crash"), ("list", "crash"), ("", "crash")]
)
def test_a_child_that_says_too_much_or_nothing_of_use_is_broken(wish: str, broken: str) -> None:
    assert call(wish) == broken


def test_a_child_that_takes_too_long_is_ended() -> None:
    start = time.monotonic()

    assert call("hang", seconds=1.0) == "time"

    assert time.monotonic() - start < 10


def test_a_child_that_is_not_wanted_any_more_is_ended_with_what_it_has_started() -> None:
    mark, start = secrets.token_hex(), time.monotonic()
    wish = f"spawn and hang {mark}".encode()

    # It is over as soon as the child of the child is there.
    ended = run(PROGRAMS, wish, seconds=60, environ={}, is_over=lambda: bool(running(mark)))

    assert ended == "over"
    assert running(mark) == set()
    assert time.monotonic() - start < 30


def test_a_child_that_is_not_wanted_is_not_begun() -> None:
    assert run("no.such.module", b"", seconds=60, environ={}, is_over=lambda: True) == "over"


def test_what_a_child_has_started_ends_with_it() -> None:
    mark = secrets.token_hex()

    assert call(f"spawn and hang {mark}", seconds=2.0) == "time"

    assert running(mark) == set()


@pytest.mark.parametrize(
    ("deed", "end"),
    [("memory", "MemoryError"), ("file", "OSError"), ("files", "OSError"), ("sockets", "OSError")],
)
def test_a_confined_child_cannot_do_what_reading_needs_not(deed: str, end: str) -> None:
    assert call(f"confined {deed}") == {"did": end}


def test_a_confined_child_cannot_raise_its_limits_unless_it_is_root() -> None:
    told = call("confined raise")

    assert told in ({"did": "ValueError"}, {"did": "as root"})


def running(mark: str) -> set[int]:
    """Return the ids of the processes with a mark on their command line."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if mark.encode() in path.read_bytes():
                found.add(int(path.parent.name))
        except OSError:
            continue
    return found
