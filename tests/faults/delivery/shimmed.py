"""R10, R11: calls that change the disk fail now and then, or take long; nothing is lost."""

import asyncio
import errno
import math
import time
from typing import Final

import httpx
import pytest

from tests.faults.delivery.rig import Rig
from tests.faults.delivery.sizes import Size
from tests.faults.shim import Shim, compiler

__all__ = ["failing_disk", "slow_disk"]

# Every how many calls one fails: primes, so that each kind of call is met.
EVERY: Final = (47, 29)
EVERY_LONG: Final = (97, 61, 47, 37, 29, 23, 19)
# Seconds for which people ask, and questions a second.
ASKING: Final = 6.0
RATE: Final = 10.0
# Milliseconds that each wait for the disk takes longer; seconds for which people ask meanwhile.
SLOWER: Final = 200
SLOW_ASKING: Final = 6.0
# Seconds between two looks at the event loop, and the longest it may be blocked.
LOOK: Final = 0.02
MOST_LAG: Final = 0.1


async def failing_disk(rig: Rig, size: Size) -> None:
    """One call in so many fails, for want of room or as by a bad disk; the bot is kept up."""
    shim, n_failed = _shim(rig), 0
    await rig.bot.start()
    rig.crowd.ask()
    await rig.answered(rig.deadline)
    await rig.bot.stop()
    home, calm = rig.bot.database.parent, dict(rig.bot.environ)
    for n, every in enumerate(EVERY_LONG if size.is_long else EVERY):
        error = (errno.EIO, errno.ENOSPC)[n % 2]
        rig.bot.environ = calm | shim.environ(home, at=every, how="every", error=error)
        await rig.bot.start()
        async with rig.bot.kept(), rig.crowd.asking(RATE):
            await asyncio.sleep(ASKING)
        await rig.bot.kill()
        n_failed += shim.record().n_failed
    rig.remarks["failed calls"] = str(n_failed)
    rig.remarks["restarts"] = str(len(rig.bot.exits))
    rig.expect(n_failed, "no call failed")
    rig.bot.environ = calm
    await rig.bot.start()
    rig.calm()
    await rig.finish()


async def slow_disk(rig: Rig, size: Size) -> None:
    """Every wait for the disk takes longer; the event loop answers who has no secret meanwhile."""
    shim = _shim(rig)
    home = rig.bot.database.parent
    rig.bot.environ |= shim.environ(home, at=0, how="slow", error=SLOWER)
    await rig.bot.start()
    rig.crowd.ask()
    await rig.answered(rig.deadline)
    n_before, start = len(rig.crowd.questions), time.monotonic()
    looking = asyncio.create_task(_lags(rig.bot.environ["QUOTH_WEBHOOK_URL"]))
    own = asyncio.create_task(_own_lags())
    async with rig.crowd.asking(RATE):
        await asyncio.sleep(SLOW_ASKING)
    await rig.answered(rig.deadline)
    n_asked, seconds = len(rig.crowd.questions) - n_before, time.monotonic() - start
    for task in (looking, own):
        task.cancel()
    lags, own_lags = map(sorted, await asyncio.gather(looking, own))
    last, own_last = (each[math.ceil(0.99 * len(each)) - 1] for each in (lags, own_lags))
    rig.remarks["slow waits"] = str(shim.record().n_failed)
    rig.remarks["answers a second"] = f"{n_asked / seconds:.1f}"
    rig.remarks["lag p50/p99"] = f"{1000 * lags[len(lags) // 2]:.0f}/{1000 * last:.0f} ms"
    rig.expect(shim.record().n_failed, "no wait for the disk was slow")
    rig.remarks["lag of this programme's own loop, p99"] = f"{1000 * own_last:.0f} ms"
    # What it takes to notice an answer here is not the bot's.
    is_free = last < MOST_LAG + own_last
    rig.expect(is_free, f"the event loop was blocked for {last:.2f} s")
    rig.calm()
    await rig.finish()


def _shim(rig: Rig) -> Shim:
    found = compiler()
    if found is None:
        pytest.skip("no C compiler")
    return Shim(rig.folder, found)


async def _lags(url: str) -> list[float]:
    """Return how long refusals took, in seconds, until cancelled; they cost the loop nothing."""
    lags = list[float]()
    try:
        async with httpx.AsyncClient(trust_env=False) as http:
            while True:
                start = time.monotonic()
                await http.post(url)
                lags.append(time.monotonic() - start)
                await asyncio.sleep(LOOK)
    except asyncio.CancelledError:
        return lags


async def _own_lags() -> list[float]:
    """Return how late this event loop was, in seconds, until cancelled."""
    lags = list[float]()
    try:
        while True:
            start = time.monotonic()
            await asyncio.sleep(LOOK)
            lags.append(time.monotonic() - start - LOOK)
    except asyncio.CancelledError:
        return lags
