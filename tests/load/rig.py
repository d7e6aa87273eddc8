"""One run: questions arrive when they are due, whatever the bot does, and everything is noted."""

import asyncio
import contextlib
import math
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

from tests.load.arrivals import Arrival
from tests.load.bots import Bot, Running, started
from tests.load.ceilings import Ceilings
from tests.load.connection import Connection
from tests.load.lean import LeanTelegram
from tests.load.ledger import Ledger
from tests.load.vitals import Vitals, read_vitals

__all__ = ["Load", "Observed", "Sample", "run"]

# Seconds that a bot may take to answer the first question, which is not counted.
START = 60.0
# Seconds between two looks at the bot, and at whether it is through.
LOOK, GLANCE = 1.0, 0.05


@dataclass(frozen=True, slots=True)
class Load:
    """What to do to a bot.

    Attributes:
        bot: what is started.
        arrivals: the questions, in order.
        seconds: how long they arrive.
        patience: seconds after that in which answers still count.
        has_ceilings: whether the server answers 429.
        at_end: signal to the bot when the last question has arrived, or None.
    """

    bot: Bot
    arrivals: Sequence[Arrival]
    seconds: float
    patience: float = 30.0
    has_ceilings: bool = True
    at_end: signal.Signals | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One look at the bot and the queue.

    Attributes:
        at: seconds from the beginning of the arrivals.
        vitals: of the bot's process.
        n_held: questions the bot has confirmed and not answered.
        n_left: questions still with the server.
        wal_bytes: size of the database's write-ahead log.
    """

    at: float
    vitals: Vitals
    n_held: int
    n_left: int
    wal_bytes: int


@dataclass(slots=True)
class Observed:
    """What came of a run; times are seconds from the beginning of the arrivals.

    Attributes:
        load: what was done.
        ledger: every question.
        samples: looks at the bot, one a second; at least one.
        calls: how many calls of each method there were.
        n_refused: calls that got 429.
        latest: how late the rig itself was with a question, at most.
        rig_cores: processor seconds the rig used a second.
        drained: when everything was answered; infinite where that did not happen.
        stop_seconds: from SIGTERM to the end.
        exit_code: of the bot.
        n_errors: lines of its log at level error or above, or of tracebacks.
    """

    load: Load
    ledger: Ledger
    samples: list[Sample] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    n_refused: int = 0
    latest: float = 0.0
    rig_cores: float = 0.0
    drained: float = math.inf
    stop_seconds: float = 0.0
    exit_code: int | None = None
    n_errors: int = 0

    @property
    def answer_seconds(self) -> float:
        """Processor seconds the bot used for each answer, its polling included."""
        first, last = self.samples[0].vitals, self.samples[-1].vitals
        return (last.cpu_seconds - first.cpu_seconds) / max(1, self.ledger.n_answered)

    @property
    def bot_cores(self) -> float:
        """Processors the bot used on average."""
        return self._a_second(lambda vitals: vitals.cpu_seconds)

    @property
    def starved_cores(self) -> float:
        """Processors the bot wanted and did not get, on average: others had them."""
        return self._a_second(lambda vitals: vitals.starved_seconds)

    def _a_second(self, seconds: Callable[[Vitals], float]) -> float:
        first, last = self.samples[0], self.samples[-1]
        passed = last.at - first.at
        return (seconds(last.vitals) - seconds(first.vitals)) / passed if passed else math.nan


async def run(load: Load, home: Path) -> Observed:
    """Do to a bot what the load says.

    Parameters
    ----------
    load
        what to do.
    home
        an indexed home of the bot's own.

    Raises
    ------
    TimeoutError
        The bot does not answer the first question.
    """
    rig = _Rig(load, home / "quoth.db-wal")
    server = await asyncio.get_running_loop().create_server(
        lambda: Connection(rig.telegram), "127.0.0.1", 0
    )
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        async with started(load.bot, url, home) as running:
            return await rig.observe(running)
    finally:
        server.close()


class _Rig:
    """The server, the crowd and the clock of one run."""

    def __init__(self, load: Load, wal: Path) -> None:
        self._wal = wal
        self._clock = asyncio.get_running_loop().time
        self._start = 0.0
        self._load = load
        self._ceilings = Ceilings() if load.has_ceilings else None
        self._seen = Observed(load, Ledger())
        self.telegram = LeanTelegram(Ledger(), self._now)

    def _now(self) -> float:
        return self._clock() - self._start

    async def observe(self, running: Running) -> Observed:
        """Let the crowd ask, and return what came of it."""
        await self._warm_up(running)
        busy = process_time()
        looking = asyncio.create_task(self._keep_looking(running))
        await self._ask_all()
        if self._load.at_end is not None and running.is_alive:
            running.process.send_signal(self._load.at_end)
        if await self._until(self._is_through, running, self._load.patience):
            self._seen.drained = self._now()
        looking.cancel()
        self._look(running)
        self._seen.rig_cores = (process_time() - busy) / self._now()
        return await self._conclude(running)

    async def _warm_up(self, running: Running) -> None:
        """Wait until the bot has answered once, then begin with an empty ledger."""
        self._start = self._clock()
        self.telegram.ask(0, self._load.arrivals[0].text, 0.0)
        if not await self._until(self._is_through, running, START):
            log = running.log.read_text(errors="replace")[-2000:]
            raise TimeoutError(f"{self._load.bot.name} does not answer: {log}")
        await asyncio.sleep(LOOK)
        self._start = self._clock()
        self.telegram.begin(self._seen.ledger, self._ceilings)

    async def _ask_all(self) -> None:
        for arrival in self._load.arrivals:
            # A rig that is late still lets the server have its turn.
            await asyncio.sleep(max(0.0, arrival.at - self._now()))
            self.telegram.ask(arrival.chat, arrival.text, arrival.at)
            self._seen.latest = max(self._seen.latest, self._now() - arrival.at)
        await asyncio.sleep(max(0.0, self._load.seconds - self._now()))

    def _is_through(self) -> bool:
        ledger = self.telegram.ledger
        return ledger.n_answered == len(ledger)

    async def _until(self, is_true: Callable[[], bool], running: Running, seconds: float) -> bool:
        end = self._clock() + seconds
        # Glancing costs nothing beside the load; an event for every answer would.
        while not is_true() and running.is_alive and self._clock() < end:  # noqa: ASYNC110
            await asyncio.sleep(GLANCE)
        return is_true()

    async def _keep_looking(self, running: Running) -> None:
        while running.is_alive:
            self._look(running)
            await asyncio.sleep(LOOK)

    def _look(self, running: Running) -> None:
        """Look at the bot once, if it still lives."""
        with contextlib.suppress(OSError):
            vitals = read_vitals(running.process.pid)
            telegram, ledger = self.telegram, self.telegram.ledger
            n_held = max(0, telegram.n_confirmed - telegram.n_before - ledger.n_answered)
            n_bytes = self._wal.stat().st_size if self._wal.exists() else 0
            sample = Sample(self._now(), vitals, n_held, len(telegram.pending), n_bytes)
            self._seen.samples.append(sample)

    async def _conclude(self, running: Running) -> Observed:
        seen = self._seen
        seen.calls = self.telegram.calls
        seen.n_refused = self._ceilings.n_refused if self._ceilings is not None else 0
        # What is answered on the way out comes too late to count.
        self.telegram.begin(Ledger(), None)
        seen.stop_seconds = await running.stop()
        seen.exit_code = running.process.returncode
        lines = running.log.read_text(errors="replace").splitlines()
        marks = ('"level": "error"', '"level": "critical"', "Traceback")
        seen.n_errors = sum(any(mark in line for mark in marks) for line in lines)
        return seen
