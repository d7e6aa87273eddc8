"""One bot on one server with people who ask: what every programme works with."""

import asyncio
import random
import shutil
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bot_api import BotApi, Fault
from tests.faults.delivery.arms import QUOTH, Arm, environ_of
from tests.faults.delivery.asking import Crowd
from tests.faults.delivery.checking import Verdict, check
from tests.faults.delivery.history import History
from tests.faults.delivery.ledger import Open, open_rows
from tests.faults.delivery.supervised import Supervised
from tests.faults.delivery.witness import Witness

__all__ = ["Rig", "rigged"]

# Seconds without any message after which a bot that has confirmed everything says nothing more.
QUIET = 3.0
# Seconds in which a message that should not come shows up.
AFTERMATH = 0.7
# Seconds for what is received and asks nothing, once every question is answered.
SETTLING = 5.0
# Seconds that a process may take to call the server.
START_UP = 15.0


@dataclass(slots=True)
class Rig:
    """A run in the making.

    Attributes:
        mode: "polling" or "webhook".
        chance: decides when what is done to the bot; the same for every arm.
        rivalry: as in `History`.
        disturbed: when the last disturbance was over, in seconds on the monotonic clock.
        deadline: seconds that may pass without an answer before what is left counts as lost.
        remarks: figures of this run, by what they are of.
        breaches: promises broken, in words.
    """

    arm: Arm
    mode: str
    folder: Path
    server: BotApi
    witness: Witness
    crowd: Crowd
    bot: Supervised
    chance: random.Random
    deadline: float
    disturbed: float = 0.0
    rivalry: tuple[float, float] | None = None
    remarks: dict[str, str] = field(default_factory=dict)
    breaches: list[str] = field(default_factory=list)
    _open: set[tuple[int, int | None]] = field(default_factory=set)
    _n_asked: int = 0

    def hinder(self, *faults: Fault) -> None:
        """Put faults between the bot and the server, instead of those before."""
        self.server.rules[:] = [self.witness.outer, *faults, self.witness.inner]

    def expect(self, is_kept: object, text: str) -> None:
        """Note a broken promise unless it was kept."""
        if not is_kept:
            self.breaches.append(text)

    def calm(self) -> None:
        """Note that nothing disturbs the bot from now on."""
        self.disturbed = time.monotonic()

    def n_open(self) -> int:
        """Return how many questions have no answer yet."""
        asked = self.crowd.questions
        while self._n_asked < len(asked):
            self._open.add((asked[self._n_asked].chat, asked[self._n_asked].message_id))
            self._n_asked += 1
        self._open = {each for each in self._open if each not in self.witness.answered}
        return len(self._open)

    async def answered(self, seconds: float) -> float | None:
        """Wait until everything is answered; return how long it took, None if it was not."""
        start = time.monotonic()
        is_done = await self._until(lambda: self.n_open() == 0, seconds)
        return time.monotonic() - start if is_done else None

    async def called(self) -> None:
        """Wait until a process that was just started has called the server."""
        n_calls = len(self.server.calls)
        await self._until(lambda: len(self.server.calls) > n_calls, START_UP)

    async def drain(self) -> None:
        """Wait until everything is answered, or nothing can be hoped for, and for an aftermath."""
        n_open, end = self.n_open(), time.monotonic() + self.deadline
        while n_open and time.monotonic() < end and not await self._is_hopeless():
            await self._until(lambda: self.n_open() == 0, 1.0)
            if self.n_open() < n_open:
                n_open, end = self.n_open(), time.monotonic() + self.deadline
        await asyncio.sleep(AFTERMATH)

    async def _is_hopeless(self) -> bool:
        """Say whether the control has confirmed everything and fallen silent."""
        if self.arm is QUOTH or self.server.world.updates.pending:
            return False
        n_seen = len(self.witness.sendings)
        return not await self._until(lambda: len(self.witness.sendings) != n_seen, QUIET)

    async def _until(self, is_true: Callable[[], bool], seconds: float) -> bool:
        """Look at most a hundred times a second: counting what is open takes a while."""
        end = time.monotonic() + seconds
        while not (is_done := is_true()) and time.monotonic() < end:  # noqa: ASYNC110 - as it says
            await asyncio.sleep(0.01)
        return is_done

    async def finish(self) -> None:
        """Drain, stop the bot, and look at what is left in its database."""
        await self.drain()
        if self.bot.is_running:
            await self._settle()
            taken = await self.bot.stop()
            self.remarks["last stop"] = "killed" if taken is None else f"{taken:.1f} s"
        left = self.left()
        if left is not None:
            self.expect(left.n_new + left.n_unsent == 0, f"stuck in the database: {left}")
            self.remarks["dead"] = str(left.n_dead)

    async def _settle(self) -> None:
        """Give what asks nothing, such as an edit, its time; what is stuck stays so."""
        end = time.monotonic() + SETTLING
        while (left := self.left()) is not None and left.n_new + left.n_unsent:
            if time.monotonic() > end:
                return
            await asyncio.sleep(0.1)

    def left(self) -> Open | None:
        """Return what is open in the database; None where it keeps no such record."""
        return open_rows(self.bot.database)

    def verdict(self) -> Verdict:
        """Judge what happened so far."""
        asked, deaths = tuple(self.crowd.questions), tuple(self.bot.deaths)
        return check(History(asked, self.witness.sendings, deaths, self.rivalry))

    def recovery(self) -> float:
        """Return the seconds from the last disturbance to the last answer of what came before."""
        asked = {(e.chat, e.message_id) for e in self.crowd.questions if e.at <= self.disturbed}
        firsts: dict[object, float] = {}
        for sent in self.witness.sendings:
            if sent.applied is not None and (sent.chat, sent.answers) in asked:
                firsts.setdefault((sent.chat, sent.answers), sent.applied)
        return max(0.0, max(firsts.values(), default=0.0) - self.disturbed)


@asynccontextmanager
async def rigged(
    arm: Arm,
    mode: str,
    home: Path,
    folder: Path,
    seed: int,
    *,
    deadline: float = 30.0,
    environ: Mapping[str, str] | None = None,
) -> AsyncIterator[Rig]:
    """Set up a server, people and a bot that does not run yet; leave no process behind.

    Parameters
    ----------
    arm, mode
        which bot, and how it receives.
    home
        an indexed home, which is copied.
    folder
        where to put everything; empty.
    seed
        of every decision.
    deadline
        as in `Rig`.
    environ
        further variables for the bot.
    """
    shutil.copytree(home, folder / "home")  # makes the folder too
    async with BotApi() as server:
        variables = {**environ_of(mode, server, folder / "home", folder), **(environ or {})}
        bot = Supervised(arm.argv, variables, folder / "log", folder / "home" / "quoth.db")
        crowd, chance = (random.Random(seed + n) for n in range(2))  # noqa: S311 - a seed is the point
        people = Crowd(server, crowd)
        rig = Rig(arm, mode, folder, server, Witness(), people, bot, chance, deadline)
        rig.hinder()
        try:
            yield rig
        finally:
            if rig.bot.is_running:
                await rig.bot.kill()
