"""What the terminal says, Telegram says."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from bot import wiring
from bot.home import Home
from tests.bot.channels.telegram.in_process import running
from tests.bot_api import BotApi, Person
from tests.transcripts import NAMES, make_home, read_transcript, run_transcript

Homes = Callable[[str], Home]


@pytest.fixture(scope="session")
def home_of(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    @cache
    def made(corpus: str) -> Home:
        return make_home(corpus, tmp_path_factory.mktemp(corpus))

    return made


@pytest.mark.parametrize("name", NAMES)
async def test_telegram_says_what_the_transcript_says(
    server: BotApi, ada: Person, tmp_path: Path, home_of: Homes, name: str
) -> None:
    transcript = read_transcript(name)

    async def say(message: str) -> str:
        n_before = len(ada.chat.messages)
        ada.says(message)
        # Updates are worked off in order: with the second reply there, the first is complete.
        server.world.person("Somebody else").says("/privacy")
        posts = await ada.chat.until(n_before + 1)
        return "\n".join(post.text for post in posts[n_before:])

    async with running(server, wiring.answerer(home_of(transcript.corpus)), tmp_path / "quoth.db"):
        await run_transcript(transcript, say)

    assert server.refused == []
