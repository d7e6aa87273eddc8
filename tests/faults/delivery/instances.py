"""R21: somebody starts the bot a second time, on the same database or with one of its own."""

import asyncio
import shutil
import time
from typing import Final

from tests.faults.delivery.arms import QUOTH
from tests.faults.delivery.rig import Rig
from tests.faults.delivery.sizes import Size
from tests.faults.delivery.supervised import Supervised

__all__ = ["two_instances"]

# Seconds for which two run, and questions a second meanwhile.
BOTH: Final = 8.0
RATE: Final = 5.0
# Seconds in which a second one on the same database must have been refused.
REFUSED: Final = 25.0


async def two_instances(rig: Rig, size: Size) -> None:
    """A second one on the same database is refused; with its own, it takes over at the end."""
    await rig.bot.start()
    rig.crowd.ask()
    await rig.answered(rig.deadline)
    if rig.arm is QUOTH:
        await _on_the_same_database(rig)
    second, began = _second(rig), time.monotonic()
    await second.start()
    try:
        async with rig.crowd.asking(RATE):
            await _conflict(rig, second)
            await asyncio.sleep(BOTH)
        await rig.answered(rig.deadline)
        n_told = _n_told(rig, second)
        rig.remarks["told of a conflict"] = f"{n_told} times"
        rig.expect(n_told, "nobody is told that there are two")
        await rig.bot.stop()
        start = time.monotonic()
        rig.rivalry = (began, start)
        rig.crowd.ask()
        taken = await rig.answered(2 * rig.deadline)
        rig.remarks["the second takes over in"] = "never" if taken is None else f"{taken:.1f} s"
        rig.disturbed = start
        await rig.drain()
    finally:
        if second.is_running:
            await second.stop()
    await rig.finish()


async def _on_the_same_database(rig: Rig) -> None:
    """Start a second one beside the first: it says in one line that there is one."""
    second = Supervised(rig.bot.argv, rig.bot.environ, rig.folder / "same", rig.bot.database)
    await second.start()
    async with rig.crowd.asking(RATE):
        code = await second.ended(REFUSED)
    if second.is_running:
        await second.kill()
    lines = second.log.read_text().splitlines()
    is_clear = len(lines) == 1 and lines[0].startswith("quoth: ") and "quoth.db" in lines[0]
    rig.remarks["second on the same database"] = "goes on" if code is None else f"exit {code}"
    rig.expect(code == 1 and is_clear, f"a second one: exit {code}, it says {lines[-1:]}")


async def _conflict(rig: Rig, second: Supervised) -> None:
    """Wait until one of the two is told of the other."""
    end = time.monotonic() + REFUSED
    while not _n_told(rig, second) and time.monotonic() < end:  # noqa: ASYNC110 - others write it
        await asyncio.sleep(0.1)


def _n_told(rig: Rig, second: Supervised) -> int:
    return (rig.bot.log.read_text() + second.log.read_text()).count("Conflict: ")


def _second(rig: Rig) -> Supervised:
    home = rig.folder / "second home"
    shutil.copytree(rig.folder / "home", home, ignore=shutil.ignore_patterns("quoth.db*"))
    environ = {**rig.bot.environ, "QUOTH_HOME": str(home)}
    return Supervised(rig.bot.argv, environ, rig.folder / "second", home / "quoth.db")
