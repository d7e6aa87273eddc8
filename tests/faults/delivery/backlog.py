"""R25: a day's questions wait at the start; they are answered oldest first, in little memory."""

import asyncio
import time
from typing import Final

from tests.faults.delivery.rig import Rig
from tests.faults.delivery.sizes import Size

__all__ = ["backlog"]

# Megabytes that the bot may use at the most, whatever waits.
MOST_MEMORY: Final = 250.0
# How many may overtake a question: what the inbox takes in at the most, and one poll more.
MOST_AHEAD: Final = 10_100


async def backlog(rig: Rig, size: Size) -> None:
    """Let everything wait before the start, and measure how it is worked off."""
    n_waiting = size.n_waiting
    for _ in range(n_waiting):
        rig.crowd.ask()
    await rig.bot.start()
    await rig.called()
    rig.calm()
    start, n_open, progress = time.monotonic(), n_waiting, time.monotonic()
    peak = 0.0
    while n_open and time.monotonic() - progress < rig.deadline:
        await asyncio.sleep(0.5)
        if rig.n_open() < n_open:
            n_open, progress = rig.n_open(), time.monotonic()
        peak = max(peak, rig.bot.peak())
    rate = (n_waiting - n_open) / (time.monotonic() - start)
    rig.remarks["peak memory"] = f"{peak:.0f} MB"
    rig.remarks["answers a second"] = f"{rate:.0f}"
    rig.remarks["furthest ahead"] = str(_furthest_ahead(rig))
    rig.expect(peak < MOST_MEMORY, f"{peak:.0f} MB for {n_waiting} questions")
    rig.expect(_furthest_ahead(rig) <= MOST_AHEAD, "the oldest do not go first")
    rig.expect(not _n_out_of_order(rig), "questions of one chat are answered out of order")
    await rig.finish()


def _furthest_ahead(rig: Rig) -> int:
    """Return by how many places an answer came before its question's turn, at the most."""
    places = {(each.chat, each.message_id): n for n, each in enumerate(rig.crowd.questions)}
    answers = (places.get((each.chat, each.answers), 0) for each in rig.witness.sendings)
    return max((place - n for n, place in enumerate(answers)), default=0)


def _n_out_of_order(rig: Rig) -> int:
    """Count the first answers that come before that of an older question in the same chat."""
    latest: dict[int, int] = {}
    n_early = 0
    for each in rig.witness.sendings:
        asked = each.answers or 0
        n_early += asked < latest.get(each.chat, 0)
        latest[each.chat] = max(asked, latest.get(each.chat, 0))
    return n_early
