"""What speaks past the loggers is a line like all others; tests/bot/channels/telegram has more."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.bot.calling import ROOT, environment

TOKEN = "700000001:Canary-key_" + "K" * 24

HEAD = f"""
import asyncio, logging, sys, threading, warnings
import structlog
from bot import logs
from bot.secret import Secret
TOKEN = {TOKEN!r}
own = logging.getLogger('library')
own.addHandler(logging.StreamHandler())
own.propagate = False
logs.configure([Secret(TOKEN)], sys.argv[1])
log = structlog.stdlib.get_logger()
class Hostile:
    def __repr__(self): raise ValueError(TOKEN)
    def __del__(self): raise ValueError(TOKEN)
"""
IN_A_THREAD = """
def fails(): raise ValueError(TOKEN)
thread = threading.Thread(target=fails)
thread.start()
thread.join()
"""
IN_A_TASK = """
async def fails(): raise ValueError(TOKEN)
async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
asyncio.run(main())
"""
IN_A_CALLBACK = """
def fails(): raise ValueError(TOKEN)
async def main():
    asyncio.get_running_loop().call_soon(fails)
    await asyncio.sleep(0)
asyncio.run(main())
"""


def written(program: str, form: str) -> list[str]:
    """Run a program and return the lines it logs; nothing may be printed besides."""
    run = subprocess.run(
        [sys.executable, "-c", HEAD + program, form],
        capture_output=True, env=environment(), cwd=ROOT, timeout=30, check=False, text=True,
    )  # fmt: skip
    assert run.stdout == ""
    assert TOKEN.partition(":")[2] not in run.stderr
    return run.stderr.splitlines()


def logged(program: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(program, "json")]


@pytest.mark.parametrize("form", ["json", "text"])
@pytest.mark.parametrize(
    "program",
    [
        IN_A_THREAD,
        "Hostile()",
        IN_A_TASK,
        IN_A_CALLBACK,
        "own.warning(TOKEN)",
        "warnings.warn(TOKEN)",
        "raise ValueError(TOKEN)",
        "log.info('event', value=TOKEN)",
    ],
)
def test_whatever_speaks_writes_one_line_without_the_secret(program: str, form: str) -> None:
    (line,) = written(program, form)

    assert "***" in line


def test_an_error_of_a_thread_is_told_with_its_traceback() -> None:
    (line,) = logged(
        "thread = threading.Thread(target=lambda: 1 / 0); thread.start(); thread.join()"
    )

    assert (line["event"], line["level"]) == ("uncaught error", "critical")
    assert line["exception"].endswith("ZeroDivisionError: division by zero")


@pytest.mark.parametrize(
    "values", ["'%d', TOKEN", "'%s %s', TOKEN", "'%s', Hostile.__new__(Hostile)"]
)
def test_a_line_that_cannot_be_formatted_is_named_without_its_values(values: str) -> None:
    first = logged(f"Hostile.__del__ = lambda self: None\nown.warning({values})")[0]

    assert first["event"].startswith("a line of library:")
    assert first["event"].endswith("cannot be logged")


def test_a_line_of_text_gives_time_level_event_and_values() -> None:
    (line,) = written("log.warning('chat moved', old=1, new='한', why='a \"b\"\\nc')", "text")

    time, rest = line.split(" ", 1)
    assert time.endswith("Z")
    assert rest == r'''warning chat moved old=1 new=한 why="a \"b\"\nc"'''


def test_a_form_is_chosen_by_where_the_lines_go() -> None:
    program = HEAD.replace(", sys.argv[1]", "") + "log.info('event')"

    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, env=environment(), cwd=ROOT, timeout=30, check=True, text=True,
    )  # fmt: skip

    assert json.loads(run.stderr)["event"] == "event"
