"""A bot that is told to stop does not wait for indexing, and goes on with it after the start."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.home import Home
from tests.bot.channels.telegram.process import polling, started
from tests.bot_api import BotApi, Person

# Seconds in which a supervisor wants a process to be gone.
SOON = 8.0
# Seconds between two looks for a file, and how many looks at most.
LOOK, MOST_LOOKS = 0.02, 1_500
# Sentences that take longer to index than the bot takes to stop.
N_SENTENCES = 60_000


@pytest.fixture
def home(harbour: Home, tmp_path: Path) -> Home:
    """A home of its own, with the documents about the harbour."""
    shutil.copytree(harbour.path, tmp_path / "home")
    return Home(tmp_path / "home")


def stored(home: Home) -> list[str]:
    """Return the names of the stored files, but for unfinished ones."""
    return [path.name for path in home.uploads.glob("*.txt") if not path.name.startswith(".")]


async def until_stored(home: Home) -> None:
    """Wait until a file is stored: indexing begins then."""
    for _ in range(MOST_LOOKS):
        if stored(home):
            return
        await asyncio.sleep(LOOK)
    pytest.fail("nothing is stored")


async def test_a_signal_ends_indexing_and_the_next_start_does_it_again(
    server: BotApi, ada: Person, home: Home, tmp_path: Path
) -> None:
    environ = {**polling(server, home.path, tmp_path), "QUOTH_ADMINS": str(ada.user_id)}
    lines = [f"Ship {n:x} left with {n + 7:x} crates of {n * 31:x}." for n in range(N_SENTENCES)]
    async with started(environ) as process:
        ada.sends_document("ships.txt", "\n".join(lines).encode(), caption="/add")
        await until_stored(home)
        ended = await process.end()
    left = stored(home), len(ada.chat.messages)
    async with started(environ) as process:
        (added,) = await ada.chat.until(1, timeout=60)
        again = await process.end()

    assert (ended.code, again.code) == (0, 0)
    assert ended.seconds < SOON
    # It was broken off: had the process waited for it, the file would be there.
    assert left == ([], 0)
    assert "ships.txt" in added.text
