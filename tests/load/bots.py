"""The bots that a load run is made against, each a process of its own."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.settings import VARIABLES
from tests.bot.calling import ROOT, environment
from tests.load.lean import TOKEN

__all__ = ["Bot", "Running", "quoth", "slowed", "started", "stock"]

ONE_THREAD = dict.fromkeys(("MKL_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
# Unknown settings are refused, and versions without limits and backlog have none of these.
LIMITS, BACKLOG = "QUOTH_TELEGRAM_LIMITS", "QUOTH_TELEGRAM_BACKLOG"
PER_MINUTE = "QUOTH_QUESTIONS_PER_MINUTE"
# A crowd that asks more than people may; how much may wait of each chat stays as it is set.
HURRIED = (PER_MINUTE, "QUOTH_QUESTIONS_PER_DAY", "QUOTH_QUESTIONS_OVERALL")
# Seconds that a bot may take to leave.
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Bot:
    """How to start a bot.

    Attributes:
        name: in tables.
        command: arguments of Python.
        environ: settings beside those that every bot gets.
    """

    name: str
    command: tuple[str, ...]
    environ: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Running:
    """A bot that runs.

    Attributes
    ----------
    log
        what it prints.

    """

    process: asyncio.subprocess.Process
    log: Path

    @property
    def is_alive(self) -> bool:
        """Whether the process has not ended."""
        return self.process.returncode is None

    async def stop(self) -> float:
        """Ask it to leave, kill it when it does not, and return the seconds it took."""
        clock = asyncio.get_running_loop().time
        start = clock()
        if self.is_alive:
            self.process.send_signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(self.process.wait(), PATIENCE)
            except TimeoutError:
                self.process.kill()
                await self.process.wait()
        return clock() - start


def quoth(*, limits: bool, most_open: int | None = None, per_minute: int = 0) -> Bot:
    """Return Quoth.

    Parameters
    ----------
    limits
        whether it keeps to Telegram's limits.
    most_open
        questions it may hold before it leaves the rest with Telegram; None for what it is set to.
    per_minute
        questions that one user may ask a minute; 0 for any number.
    """
    environ = _settings_of(limits=limits, most_open=most_open, per_minute=per_minute)
    return Bot("quoth", ("-m", "bot", "telegram"), environ)


def slowed(seconds: float, *, most_open: int) -> Bot:
    """Return Quoth, unlimited, with each reply taking longer until SIGUSR1.

    Parameters
    ----------
    seconds
        that each takes longer.
    most_open
        questions it may hold before it leaves the rest with Telegram.
    """
    command = ("-m", "tests.load.slowed", str(seconds))
    return Bot("quoth", command, _settings_of(limits=False, most_open=most_open))


def stock() -> Bot:
    """Return the bot that python-telegram-bot's examples would make."""
    return Bot("python-telegram-bot", ("-m", "tests.load.stock"))


@asynccontextmanager
async def started(bot: Bot, api: str, home: Path) -> AsyncIterator[Running]:
    """Start a bot on an indexed home, and stop it when the block ends.

    Parameters
    ----------
    bot
        what to start.
    api
        address of the Bot API server.
    home
        where its documents and its database are; the log is written beside it.
    """
    log = home.with_suffix(".log")
    with log.open("wb") as out:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *bot.command,
            env={**environment(), **ONE_THREAD, **_settings(api, home), **bot.environ},
            cwd=ROOT,
            stdout=out,
            stderr=out,
        )
    running = Running(process, log)
    try:
        yield running
    finally:
        await running.stop()


def _settings(api: str, home: Path) -> dict[str, str]:
    return {
        "QUOTH_HOME": str(home),
        "QUOTH_TELEGRAM_TOKEN": TOKEN,
        "QUOTH_TELEGRAM_API": api,
        "QUOTH_CHATS": "*",
    }


def _settings_of(*, limits: bool, most_open: int | None, per_minute: int = 0) -> dict[str, str]:
    wanted = {LIMITS: "on" if limits else "off", **dict.fromkeys(HURRIED, "0")}
    wanted[PER_MINUTE] = str(per_minute)
    if most_open is not None:
        wanted[BACKLOG] = str(most_open)
    return {name: value for name, value in wanted.items() if name in VARIABLES}
