"""S18: words reach the database and the log as values, never as statements or as lines."""

import ast
import json
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import wiring
from bot.conversation import Conversation
from bot.database import Database
from bot.home import Home
from bot.logs import Redacting
from bot.stored_histories import StoredHistories
from tests.bot.calling import ROOT, environment
from tests.security.sources import PACKAGES, code

NASTY = [
    "'; DROP TABLE turns; --",
    '" OR 1=1 --',
    "Robert'); DELETE FROM access;",
    "%s %d %(x)s {0} {x.__class__} ${HOME}",
    "a\nb\r\nc\x1b[2J\x9b2J\u2028d\u0085e",
    '{"event": "forged"}',
    "?1 :x @y $z \\",
]


@pytest.mark.parametrize("text", NASTY)
def test_words_are_kept_as_they_are_and_change_nothing_else(
    hostile: Home, tmp_path: Path, text: str
) -> None:
    database = Database(tmp_path / "quoth.db")
    before = database.rows("SELECT name, sql FROM sqlite_schema ORDER BY name")
    answers = Conversation(wiring.answerer(hostile), StoredHistories(database))
    question = f"the keeper of the lighthouse {text}"

    for chat in ("telegram:1", f"telegram:{text}"):
        answers.reply(chat, question)
        for command in ("/why", "/asof", "/timeline", "/verify", "/sources"):
            answers.reply(chat, f"{command} {text}")

    assert database.rows("SELECT name, sql FROM sqlite_schema ORDER BY name") == before
    assert database.rows("SELECT chat, question FROM turns ORDER BY number") == [
        ("telegram:1", question),
        (f"telegram:{text}", question),
    ]
    database.close()


def assembled(path: Path) -> list[str]:
    """Return the lines of a file where a statement is put together, with their remarks."""
    lines = path.read_text().splitlines()
    return [
        lines[node.args[0].lineno - 1]
        for node in ast.walk(ast.parse("\n".join(lines)))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"execute", "executemany", "rows"}
        and node.args
        and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    ]


def test_a_statement_is_put_together_from_fixed_texts_alone() -> None:
    found = [line for path in code(PACKAGES) for line in assembled(path)]

    # Each says so beside it; the linter (S608) refuses those that do not.
    assert [line for line in found if not re.search(r"# noqa: S608 - .*fixed texts", line)] == []


def test_the_scan_finds_what_is_planted(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("c.execute(f'SELECT {x}')\nc.rows('SELECT ' + x)\nc.rows('SELECT ?', x)\n")

    assert len(assembled(planted)) == 2


@settings(max_examples=200, deadline=None)
@given(st.lists(st.characters(), max_size=30).map("".join), st.sampled_from(["json", "text"]))
def test_an_event_is_one_line_whatever_is_in_it(text: str, form: str) -> None:
    renderer = structlog.processors.JSONRenderer(ensure_ascii=False)
    inner: logging.Formatter = structlog.stdlib.ProcessorFormatter(
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer]
    )
    if form == "text":
        inner = logging.Formatter("%(message)s")
    record = logging.makeLogRecord({"msg": "said %s", "args": (text,)})

    line = Redacting(inner, []).format(record)

    assert len(line.splitlines()) == 1
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in line)
    if form == "json":
        assert json.loads(line)["event"] == f"said {text}"


PROGRAM = """
import logging, sys
import structlog
from bot import logs
logs.configure([], sys.argv[1])
log = structlog.stdlib.get_logger()
for text in {nasty!r}:
    log.info("asked", text=text)
    log.info(text)
    logging.getLogger("library").warning("%s", text)
"""


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_process_logs_a_line_an_event(form: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(nasty=NASTY), form],
        capture_output=True, text=True, env=environment(), cwd=ROOT, check=True,
    )  # fmt: skip

    assert len(done.stderr.splitlines()) == 3 * len(NASTY)
    assert "\x1b" not in done.stderr
    if form == "json":
        lines = [json.loads(line) for line in done.stderr.splitlines()]
        assert [line["text"] for line in lines[::3]] == NASTY
        assert [line["event"] for line in lines[1::3]] == NASTY


def test_names_of_files_are_values_too(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    source = tmp_path / "o'brien; DROP TABLE turns--.txt"
    source.write_text("The lighthouse keeper was paid 1,200 crowns a year.")
    wiring.indexer(home).update([source])

    reply = wiring.conversation(home).reply("chat", "what was the lighthouse keeper paid")

    assert "1,200 crowns" in reply.plain()
    assert "DROP TABLE turns" in reply.plain()
