"""`/forget` in a bot that runs: soon no file beside the database holds a word of the chat."""

import asyncio
import itertools
import time
from pathlib import Path

from bot.answering import Answerer
from bot.channels.telegram.life.watching import LOOK
from bot.database import Database
from bot.history import Turn
from bot.phrases import keeping
from bot.stored_histories import StoredHistories
from tests.bot.channels.telegram.in_process import running
from tests.bot_api import BotApi, Person

WORDS = ("zanzibar", "Kestrel", "lighthouse")
# Looks within which the bot has rid the file of what is forgotten.
MOST_LOOKS = 10


def held(folder: Path) -> set[str]:
    """Return which of the words stand in a file of a folder, or in its name."""
    content = b"".join(path.read_bytes() for path in folder.iterdir())
    return {word for word in WORDS if word.encode() in content}


async def test_no_file_holds_a_word_of_a_chat_that_is_forgotten(
    server: BotApi, ada: Person, tmp_path: Path, answerer: Answerer
) -> None:
    folder = tmp_path / "database"
    asked = [
        "When did the ferry Kestrel resume its crossings?",
        "and who repaired it? zanzibar",
        "/timeline zanzibar lighthouse",
        "/asof 2021-09-20 Who tended the lighthouse?",
        "/feedback wrong zanzibar",
        "/export",
    ]

    async with running(server, answerer, folder / "quoth.db"):
        for text in asked:
            ada.says(text)
            await ada.chat.until(len(ada.chat.messages) + 1)
        before = held(folder)
        ada.says("/forget yes")
        while keeping.FORGOTTEN not in [post.text for post in ada.chat.messages]:
            await ada.chat.until(len(ada.chat.messages) + 1)
        for _ in range(MOST_LOOKS):
            if not held(folder):
                break
            await asyncio.sleep(LOOK)
        after = held(folder)

    assert before == set(WORDS)
    assert after == set()
    assert held(folder) == set()
    assert server.refused == []


async def test_a_bot_that_starts_rids_its_files_of_what_is_too_old(
    server: BotApi, ada: Person, tmp_path: Path, answerer: Answerer
) -> None:
    folder = tmp_path / "database"
    before = Database(folder / "quoth.db")
    # 30 days are kept, and of 31 days ago nothing is.
    for days, word in ((31, "zanzibar"), (29, "lighthouse")):
        asked_at = time.time() - days * 86_400
        histories = StoredHistories(before, itertools.repeat(asked_at).__next__)
        histories.add(f"telegram:{ada.user_id}", Turn(word, word, "g-000001", ()))
    before.close()

    async with running(server, answerer, folder / "quoth.db"):
        for _ in range(MOST_LOOKS):
            if "zanzibar" not in held(folder):
                break
            await asyncio.sleep(LOOK)
        after = held(folder)

    assert after == {"lighthouse"}
