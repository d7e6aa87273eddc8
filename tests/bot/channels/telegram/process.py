"""The bot as a process of its own, as it runs on a server."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from typing import Any

from tests.bot.calling import ROOT, environment
from tests.bot_api import BotApi

__all__ = ["SECRET", "Ended", "Process", "polling", "started", "webhook"]

SECRET = "webhook-secret-" + "W" * 20
# Seconds after which a process hangs.
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Ended:
    """What a process came to.

    Attributes:
        code: the exit code.
        out: what it printed.
        err: what it printed to the error output.
        seconds: how long it took to end after the signal.
    """

    code: int
    out: str
    err: str
    seconds: float

    @property
    def logged(self) -> list[dict[str, Any]]:
        """The log lines but for those of the audit log; the output may hold nothing else."""
        return [json.loads(line) for line in self.told.splitlines()]

    @property
    def told(self) -> str:
        """What it printed to the error output, but for the lines of the audit log."""
        lines = self.err.splitlines(keepends=True)
        return "".join(line for line in lines if '"event": "audit log"' not in line)


@dataclass(slots=True)
class Process:
    """A process that runs."""

    process: asyncio.subprocess.Process

    async def end(self, number: int | None = signal.SIGTERM) -> Ended:
        """Send a signal, if any, and wait for the end."""
        start = asyncio.get_running_loop().time()
        if number is not None:
            self.process.send_signal(number)
        out, err = await asyncio.wait_for(self.process.communicate(), PATIENCE)
        seconds = asyncio.get_running_loop().time() - start
        code = self.process.returncode
        assert code is not None
        return Ended(code, out.decode(), err.decode(), seconds)


@asynccontextmanager
async def started(environ: Mapping[str, str], *command: str) -> AsyncIterator[Process]:
    """Run the bot, or another command of Python, and kill it when the block ends before it does."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *(command or ("-m", "bot", "telegram")),
        env={**environment(), **environ},
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield Process(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


def polling(server: BotApi, home: Path, folder: Path) -> dict[str, str]:
    """Return the environment of a bot that polls and answers everybody.

    Args:
        server: where it polls.
        home: an indexed home.
        folder: where to write the file with the token.
    """
    return {
        "QUOTH_HOME": str(home),
        "QUOTH_TELEGRAM_TOKEN_FILE": _written(folder / "token", server.token),
        "QUOTH_TELEGRAM_API": server.url,
        "QUOTH_CHATS": "*",
        "QUOTH_TELEGRAM_LIMITS": "off",
        # People in tests ask faster than people may.
        "QUOTH_TELEGRAM_CHAT_BACKLOG": "0",
        "QUOTH_QUESTIONS_PER_MINUTE": "0",
        "QUOTH_QUESTIONS_PER_DAY": "0",
        "QUOTH_QUESTIONS_OVERALL": "0",
    }


def webhook(server: BotApi, home: Path, folder: Path) -> dict[str, str]:
    """Return the environment of a bot that receives by webhook; parameters as in `polling`."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    return polling(server, home, folder) | {
        "QUOTH_TELEGRAM_MODE": "webhook",
        "QUOTH_WEBHOOK_LISTEN": address,
        "QUOTH_WEBHOOK_URL": f"http://{address}/hook",
        "QUOTH_WEBHOOK_SECRET_FILE": _written(folder / "secret", SECRET),
    }


def _written(path: Path, text: str) -> str:
    path.touch(mode=0o600)
    path.write_text(text)
    return str(path)
