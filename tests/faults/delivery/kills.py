"""R1 to R4: the bot is killed again and again while people ask, and all of them hear from it."""

import asyncio
import math
import random
import statistics
from collections.abc import Awaitable, Callable
from typing import Final

from tests.faults.delivery.rig import Rig
from tests.faults.delivery.sizes import Body, Size

__all__ = ["compound", "kill_running", "terminate"]

# Seconds that a process lives, from its first call of the server.
LIFE: Final = (0.1, 1.9)
# Seconds that a cycle takes on a machine that is not busy; on one that is, people ask no more.
CYCLE: Final = 2.5
# Seconds between SIGTERM and SIGKILL, even on a scale of powers.
GRACE: Final = (0.02, 10.0)
# Seconds from the first call of a process, and from its start, to a kill amid recovery.
SOON: Final = (0.05, 0.3)
WHILE_STARTING: Final = (0.05, 1.5)

# Questions a second beyond which there are fewer cycles, in proportion, and the fewest there are.
MUCH: Final = 25.0
FEWEST: Final = 1

Cycle = Callable[[Rig], Awaitable[None]]


def kill_running(rate: float) -> Body:
    """R1, R2: SIGKILL a little after the start, at so many questions a second."""

    async def programme(rig: Rig, size: Size) -> None:
        async def cycle(rig: Rig) -> None:
            await rig.called()
            await asyncio.sleep(rig.chance.uniform(*LIFE))
            await rig.bot.kill()

        n_cycles = size.n_cycles if rate <= MUCH else round(size.n_cycles * MUCH / rate)
        await _repeat(rig, max(FEWEST, n_cycles), rate, cycle)

    return programme


def terminate(rate: float) -> Body:
    """R3: SIGTERM while there is much to do, SIGKILL after a while."""

    async def programme(rig: Rig, size: Size) -> None:
        stops: list[float] = []

        async def cycle(rig: Rig) -> None:
            await rig.called()
            await asyncio.sleep(rig.chance.uniform(*LIFE))
            if (taken := await rig.bot.stop(_grace(rig.chance))) is not None:
                stops.append(taken)

        await _repeat(rig, size.n_cycles, rate, cycle)
        if stops:
            last = sorted(stops)[math.ceil(0.99 * len(stops)) - 1]
            middle = statistics.median(stops)
            rig.remarks["stop p50/p99"] = f"{middle:.2f}/{last:.2f} s of {len(stops)}"

    return programme


def compound(rate: float) -> Body:
    """R4: SIGKILL amid the recovery from the kill before, at times before there is any."""

    async def programme(rig: Rig, size: Size) -> None:
        async def cycle(rig: Rig) -> None:
            if rig.chance.random() < 1 / 3:
                await asyncio.sleep(rig.chance.uniform(*WHILE_STARTING))
            else:
                await rig.called()
                await asyncio.sleep(rig.chance.uniform(*SOON))
            await rig.bot.kill()

        await _repeat(rig, size.n_cycles, rate, cycle)

    return programme


async def _repeat(rig: Rig, n_cycles: int, rate: float, cycle: Cycle) -> None:
    """Start and end the bot so many times while people ask, then let it answer the rest."""
    async with rig.crowd.asking(rate, most=rate * n_cycles * CYCLE):
        for _ in range(n_cycles):
            await rig.bot.start()
            await cycle(rig)
    rig.remarks["kills"] = str(len(rig.bot.deaths))
    await rig.bot.start()
    rig.calm()
    await rig.finish()
    if rig.server.webhook.deliveries:
        most = max(each.attempt for each in rig.server.webhook.deliveries)
        rig.remarks["most attempts"] = str(most)


def _grace(chance: random.Random) -> float:
    low, high = map(math.log, GRACE)
    return math.exp(chance.uniform(low, high))
