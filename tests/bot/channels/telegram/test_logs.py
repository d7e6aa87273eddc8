"""Log lines, in processes of their own: logging is set up once for each."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.bot.calling import ROOT, environment

NUMBER = "700000001"
KEY = "Canary-key_" + "K" * 24
TOKEN = f"{NUMBER}:{KEY}"
OTHER = "700000002:" + "O" * 35
WEBHOOK = "webhook-secret-" + "W" * 20

HEAD = f"""
import logging, sys, warnings
import structlog
from bot import logs
from bot.secret import Secret
TOKEN, KEY, OTHER, WEBHOOK = {TOKEN!r}, {KEY!r}, {OTHER!r}, {WEBHOOK!r}
logs.configure([Secret(TOKEN), Secret(WEBHOOK)])
log = structlog.stdlib.get_logger()
"""


def lines_of(program: str) -> list[dict[str, Any]]:
    """Run a program and return the lines it logs; nothing may be printed besides."""
    run = subprocess.run(
        [sys.executable, "-c", HEAD + program],
        capture_output=True,
        env=environment(),
        cwd=ROOT,
        timeout=30,
        check=False,
        text=True,
    )
    assert run.stdout == ""
    for secret in (KEY, OTHER, WEBHOOK):
        assert secret not in run.stderr
    return [json.loads(line) for line in run.stderr.splitlines()]


@pytest.mark.parametrize(
    "program",
    [
        "log.info(f'a {TOKEN} b')",
        "log.info('event', value=TOKEN, nested={'url': f'/bot{TOKEN}/getMe'})",
        "log.info(KEY)",
        "log.info(OTHER)",
        "log.info(OTHER.replace(':', '%3A'))",
        "log.info(TOKEN.encode())",
        "log.info(WEBHOOK)",
        "logging.getLogger('other').warning('%s and %s', TOKEN, [TOKEN])",
        "try: raise ValueError(TOKEN)\nexcept ValueError: log.exception('failed')",
        "try: raise ValueError(TOKEN)\nexcept ValueError: logging.getLogger('x').exception('no')",
        "warnings.warn(TOKEN)",
    ],
)
def test_a_secret_is_blotted_out_wherever_it_stands(program: str) -> None:
    (line,) = lines_of(program)

    assert "***" in json.dumps(line)


def test_an_error_that_ends_the_process_is_a_line_like_all_others() -> None:
    (line,) = lines_of("raise RuntimeError(f'cannot reach /bot{TOKEN}/getMe')")

    assert (line["event"], line["level"]) == ("uncaught error", "critical")
    assert line["exception"].endswith("RuntimeError: cannot reach /bot***/getMe")


def test_a_line_says_what_happened_when_and_how_grave_it_is() -> None:
    (line,) = lines_of("log.warning('chat moved', old=1, new='한')")

    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "chat moved", "level": "warning", "old": 1, "new": "한"}


def test_libraries_that_log_addresses_are_heard_only_in_trouble() -> None:
    assert lines_of("logging.getLogger('httpx').info('HTTP Request: POST')") == []


def test_no_address_gets_through_when_somebody_turns_everything_on() -> None:
    lines = lines_of(
        """
import httpx
for name in (None, 'httpx', 'httpcore', 'telegram'):
    logging.getLogger(name).setLevel(logging.DEBUG)
with httpx.Client(trust_env=False) as client:
    try: client.post(f'http://127.0.0.1:9/bot{TOKEN}/getMe')
    except httpx.ConnectError as error: logging.getLogger('x').error('%r', error.request)
"""
    )

    assert len(lines) > 1
    assert any(
        line["event"] == "<Request('POST', 'http://127.0.0.1:9/bot***/getMe')>" for line in lines
    )
