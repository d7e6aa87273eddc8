"""A process is started and ended in every way, and the ends are told apart."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.delivery.supervised import Supervised

# Says that it is ready and waits; deaf to SIGTERM where it is told to be.
WAITING = """
import signal, sys, time
if "deaf" in sys.argv:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
else:
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
print("ready", flush=True)
while True:
    time.sleep(0.05)
"""


def supervised(folder: Path, *argv: str) -> Supervised:
    command = (sys.executable, "-c", *(argv or (WAITING,)))
    return Supervised(command, {}, folder / "log", folder / "quoth.db")


async def ready(bot: Supervised, times: int = 1) -> None:
    async with asyncio.timeout(20):
        while bot.log.read_text().count("ready") < times:  # noqa: ASYNC110 - another process writes
            await asyncio.sleep(0.01)


async def test_a_kill_is_a_death_and_no_exit(tmp_path: Path) -> None:
    bot = supervised(tmp_path)
    await bot.start()
    await ready(bot)

    await bot.kill()

    assert (len(bot.deaths), bot.exits, bot.is_running) == (1, [], False)
    assert bot.deaths[0].unsettled is None


async def test_a_stop_that_is_obeyed_takes_its_time_and_is_no_death(tmp_path: Path) -> None:
    bot = supervised(tmp_path)
    await bot.start()
    await ready(bot)

    taken = await bot.stop()

    assert taken is not None
    assert (bot.deaths, bot.exits) == ([], [0])


async def test_a_stop_that_is_ignored_ends_in_a_kill(tmp_path: Path) -> None:
    bot = supervised(tmp_path, WAITING, "deaf")
    await bot.start()
    await ready(bot)

    taken = await bot.stop(0.05)

    assert (taken, len(bot.deaths), bot.exits) == (None, 1, [])


@pytest.mark.parametrize(("code", "n_deaths"), [(0, 0), (1, 1), (139, 1)])
async def test_an_end_of_its_own_is_a_death_where_it_is_a_failure(
    tmp_path: Path, code: int, n_deaths: int
) -> None:
    bot = supervised(tmp_path, f"raise SystemExit({code})")
    await bot.start()

    ended = await bot.ended()

    assert (ended, bot.exits, len(bot.deaths)) == (code, [code], n_deaths)


async def test_what_is_kept_is_started_again_and_runs_at_the_end(tmp_path: Path) -> None:
    bot = supervised(tmp_path, "print('ready', flush=True); raise SystemExit(3)")
    await bot.start()

    async with bot.kept():
        await ready(bot, times=2)
    await bot.kill()

    assert set(bot.exits) == {3}


async def test_a_death_tells_what_was_being_sent(tmp_path: Path) -> None:
    bot = supervised(tmp_path)
    with closing(sqlite3.connect(bot.database)) as database, database:
        database.execute("CREATE TABLE outbox (update_id INTEGER, state TEXT)")
        database.execute("INSERT INTO outbox VALUES (5, 'sending'), (6, 'sent'), (7, 'ready')")
    await bot.start()
    await ready(bot)

    await bot.kill()

    assert bot.deaths[0].unsettled == frozenset({5})


async def test_the_most_memory_it_has_used_is_told(tmp_path: Path) -> None:
    bot = supervised(
        tmp_path, "x = b'1' * 50_000_000; print('ready', flush=True); import time; time.sleep(60)"
    )
    await bot.start()
    await ready(bot)

    peak = bot.peak()
    await bot.kill()

    # Fifty megabytes, and an interpreter of about ten.
    assert 50 < peak < 90
