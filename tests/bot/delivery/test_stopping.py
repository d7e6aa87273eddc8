import asyncio

import pytest

from bot.delivery.stopping import Stop, Stopped


class Work:
    """Work that ends when it is let, or is ended."""

    def __init__(self) -> None:
        self.begun, self.gate, self.ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def run(self) -> str:
        """Return a word once the gate is open."""
        self.begun.set()
        try:
            await self.gate.wait()
        finally:
            self.ended.set()
        return "done"


async def test_work_that_is_done_in_time_gives_what_comes_of_it() -> None:
    stop, work = Stop(asyncio.Event()), Work()
    work.gate.set()

    assert await stop.outrun(work.run()) == "done"


async def test_what_work_raises_is_raised() -> None:
    stop = Stop(asyncio.Event())

    async def fails() -> None:
        raise RuntimeError("it is fragile")

    with pytest.raises(RuntimeError, match="it is fragile"):
        await stop.outrun(fails())


async def test_a_stop_ends_work_that_goes_on() -> None:
    event, work = asyncio.Event(), Work()
    running = asyncio.ensure_future(Stop(event).outrun(work.run()))
    await work.begun.wait()

    event.set()

    with pytest.raises(Stopped):
        await running
    await asyncio.wait_for(work.ended.wait(), 5)
