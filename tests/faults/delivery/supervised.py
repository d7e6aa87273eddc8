"""A bot's process, started again and again, and ended in every way there is."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from tests.bot.calling import ROOT, environment
from tests.faults.delivery.history import Death
from tests.faults.delivery.ledger import unsettled

__all__ = ["PATIENCE", "Supervised"]

# Seconds after which a process that was told to stop hangs.
PATIENCE = 40.0
# Seconds between the end of a process and the next one, where it is kept alive.
PAUSE = 0.3


class Supervised:
    """At most one process at a time.

    Attributes:
        deaths: the kills so far, and the ends of processes that broke down.
        exits: codes of the processes that were not killed.
        started: when the last process began, in seconds on the monotonic clock.
        log: the file with everything the processes print.

    Parameters
    ----------
    argv, environ
        the command and what is added to its environment.
    log
        a file to make.
    database
        the bot's database file.
    """

    def __init__(
        self, argv: tuple[str, ...], environ: Mapping[str, str], log: Path, database: Path
    ) -> None:
        self.deaths: list[Death] = []
        self.exits: list[int] = []
        self.started = 0.0
        self.log = log
        self.argv = argv
        self.environ = dict(environ)
        self.database = database
        self._process: asyncio.subprocess.Process | None = None

    @property
    def is_running(self) -> bool:
        """Whether there is a process that lives."""
        return self._process is not None and self._process.returncode is None

    def peak(self) -> float:
        """Return the most memory that the process has used, in megabytes."""
        status = Path(f"/proc/{self._living().pid}/status").read_text(encoding="ascii")
        (line,) = [line for line in status.splitlines() if line.startswith("VmHWM:")]
        return int(line.split()[1]) / 1000

    async def start(self) -> None:
        """Start a process."""
        if self.is_running:
            raise RuntimeError("there is one already")
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self.argv,
                env={**environment(), **self.environ},
                cwd=ROOT,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.started = time.monotonic()

    async def kill(self) -> None:
        """Kill it where it stands; one that has ended by itself is noted as that."""
        process = self._living()
        if process.returncode is None:
            process.kill()
            await process.wait()
        self._note(time.monotonic(), process)

    async def stop(self, seconds: float = PATIENCE) -> float | None:
        """Ask it to stop, and kill it after so many seconds.

        Returns
        -------
        float | None
            How many seconds it took to end by itself; None for one that was killed.
        """
        process, start = self._living(), time.monotonic()
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(process.wait(), seconds)
        except TimeoutError:
            await self.kill()
            return None
        taken = time.monotonic() - start
        self._note(start, process)
        return taken

    async def ended(self, seconds: float = PATIENCE) -> int | None:
        """Wait for it to end by itself, and return its code; None if it does not."""
        process = self._living()
        try:
            await asyncio.wait_for(process.wait(), seconds)
        except TimeoutError:
            return None
        self._note(time.monotonic(), process)
        return process.returncode

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """Start it again whenever it ends by itself while the block runs, as a service does."""
        task = asyncio.create_task(self._keep())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])
            if not self.is_running:
                await self.start()

    async def _keep(self) -> None:
        while True:
            process = self._living()
            await process.wait()
            self._note(time.monotonic(), process)
            await asyncio.sleep(PAUSE)
            await self.start()

    def _living(self) -> asyncio.subprocess.Process:
        if self._process is None:
            raise RuntimeError("there is no process")
        return self._process

    def _note(self, at: float, process: asyncio.subprocess.Process) -> None:
        self._process = None
        code = process.returncode or 0
        if code:
            self.deaths.append(Death(at, unsettled(self.database)))
        if code != -signal.SIGKILL:
            self.exits.append(code)
