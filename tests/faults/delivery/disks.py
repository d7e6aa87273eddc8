"""R9, R12, R13: the database has no room, is held by others, cannot be written, or is damaged."""

import asyncio
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.faults.delivery.ledger import received
from tests.faults.delivery.rig import Rig
from tests.faults.delivery.sizes import Size
from tests.retrieval.disks import make_read_only, small_disk

__all__ = ["damaged", "full_disk", "locked"]

# The log of the database alone takes up to 4 MB before it is written back.
ROOM: Final = "8m"
# Seconds for which the disk is full or the database held, and questions a second meanwhile.
FULL: Final = 4.0
HELD: Final = (2.0, 8.0)
HELD_LONG: Final = 30.0
RATE: Final = 10.0
# Seconds in which a start must have been refused.
REFUSED: Final = 20.0
# Questions that are answered before a log is lost.
N_BEFORE: Final = 5
BLOCK: Final = b"\xa5" * 4096
SUFFIXES: Final = ("", "-wal", "-shm")
MOUNT: Final = shutil.which("mount") or ""


async def full_disk(rig: Rig, size: Size) -> None:
    """The disk fills up while people ask, and is freed again."""
    with small_disk(rig.folder / "disk", ROOM) as disk:
        _move_database(rig, disk)
        await rig.bot.start()
        rig.crowd.ask()
        await rig.answered(rig.deadline)
        async with rig.bot.kept():
            filler = _fill(disk)
            async with rig.crowd.asking(RATE):
                await asyncio.sleep(FULL)
            n_left = len(rig.server.world.updates.pending)
            rig.remarks["unconfirmed while full"] = f"{n_left} of {len(rig.crowd.questions) - 1}"
            filler.unlink()
            rig.calm()
            await rig.drain()
        rig.remarks["restarts"] = str(len(rig.bot.exits))
        await rig.finish()


def _move_database(rig: Rig, folder: Path) -> None:
    rig.bot.database = folder / "quoth.db"
    rig.bot.environ["QUOTH_DATABASE"] = str(rig.bot.database)


def _fill(disk: Path) -> Path:
    """Write a file that leaves not a block of room."""
    filler = disk / "filler"
    try:
        with filler.open("wb", buffering=0) as file:
            while file.write(BLOCK):
                pass
    except OSError:
        return filler
    raise RuntimeError("a disk without end")


async def locked(rig: Rig, size: Size) -> None:
    """Another process holds the database for a while, again and again."""
    await rig.bot.start()
    rig.crowd.ask()
    await rig.answered(rig.deadline)
    async with rig.bot.kept():
        for seconds in (*HELD, *((HELD_LONG,) if size.is_long else ())):
            with closing(sqlite3.connect(rig.bot.database, isolation_level=None)) as other:
                other.execute("BEGIN EXCLUSIVE")
                async with rig.crowd.asking(RATE / 2):
                    await asyncio.sleep(seconds)
                other.execute("ROLLBACK")
            taken = await rig.answered(rig.deadline)
            rig.remarks[f"after {seconds:.0f} s"] = "never" if taken is None else f"{taken:.1f} s"
        rig.calm()
        await rig.drain()
    rig.remarks["restarts"] = str(len(rig.bot.exits))
    await rig.finish()


async def damaged(rig: Rig, size: Size) -> None:
    """The database cannot be written to, or is damaged: the start is refused, and says why."""
    with small_disk(rig.folder / "disk", ROOM) as disk:
        _move_database(rig, disk)
        await rig.bot.start()
        for _ in range(5):
            rig.crowd.ask()
        await rig.answered(rig.deadline)
        await rig.bot.stop()
        kept = rig.folder / "backup"
        shutil.copytree(disk, kept)
        rig.bot.database.write_bytes(_spoilt(rig.bot.database.read_bytes()))
        await _refused(rig, "a damaged database")
        _restore(kept, disk)
        make_read_only(disk)
        await _refused(rig, "a read-only database")
        _make_writable(disk)
        await _lose_log(rig)
        rig.calm()
        await rig.finish()


async def _lose_log(rig: Rig) -> None:
    """The write-ahead log is gone: after a clean end that is nothing, after a kill what it held."""
    for end in ("stop", "kill"):
        await rig.bot.start()
        for _ in range(N_BEFORE):
            rig.crowd.ask()
        await rig.answered(rig.deadline)
        await (rig.bot.stop() if end == "stop" else rig.bot.kill())
        before = received(rig.bot.database)
        for suffix in SUFFIXES[1:]:
            rig.bot.database.with_name(f"quoth.db{suffix}").unlink(missing_ok=True)
        n_gone = len(before - received(rig.bot.database))
        rig.remarks[f"forgotten without a log after a {end}"] = f"{n_gone} of {len(before)}"
        rig.expect(end == "kill" or not n_gone, f"a clean end left {n_gone} rows to the log")
    await rig.bot.start()
    rig.crowd.ask()
    taken = await rig.answered(rig.deadline)
    rig.expect(taken is not None, "no answer after the log was lost")


def _spoilt(content: bytes) -> bytes:
    """Return a database whose first page is noise but for its name."""
    name = content[:16]
    return name + BLOCK[: len(BLOCK) - len(name)] + content[len(BLOCK) :]


async def _refused(rig: Rig, why: str) -> None:
    """Start on a database that cannot be used; expect one clear line, and questions kept back."""
    n_logged = rig.bot.log.stat().st_size
    await rig.bot.start()
    rig.crowd.ask()
    code = await rig.bot.ended(REFUSED)
    lines = rig.bot.log.read_bytes()[n_logged:].decode().splitlines()
    is_clear = len(lines) == 1 and lines[0].startswith("quoth: ") and "quoth.db" in lines[0]
    rig.remarks[why] = "goes on" if code is None else f"exit {code}"
    rig.expect(code == 1 and is_clear, f"{why}: exit {code}, it says {lines[-1:]}")
    if rig.bot.is_running:
        await rig.bot.kill()


def _restore(kept: Path, disk: Path) -> None:
    """Put a copy of the database in the place of what is there."""
    for suffix in SUFFIXES:
        (disk / f"quoth.db{suffix}").unlink(missing_ok=True)
    for path in kept.iterdir():
        shutil.copy(path, disk / path.name)


def _make_writable(disk: Path) -> None:
    subprocess.run([MOUNT, "-o", "remount,rw", str(disk)], check=True)
