"""A thousand updates of every kind, by polling and by webhook, to a bot in its own process."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.home import Home
from tests.bot.channels.telegram.crowd import Crowd
from tests.bot.channels.telegram.process import SECRET, polling, started, webhook
from tests.bot_api import BotApi

Environment = Callable[[BotApi, Path, Path], dict[str, str]]

# Digits, a colon and 35 characters that stand nowhere else.
KEY = "Canary-of-the-thousand-updates_" + "K" * 4
N_UPDATES = 1000


@pytest.mark.parametrize("environment", [polling, webhook])
async def test_a_thousand_updates_are_answered_once_and_in_order(
    harbour: Home, tmp_path: Path, environment: Environment
) -> None:
    home = tmp_path / "home"
    shutil.copytree(harbour.path, home)
    async with BotApi(token=f"700000001:{KEY}") as server:
        crowd = Crowd(server)
        crowd.send(50)
        async with started(environment(server, home, tmp_path)) as process:
            await server.until(crowd.is_answered, timeout=30)
            crowd.send(N_UPDATES - crowd.n_updates)
            await server.until(crowd.is_answered, timeout=60)
            ended = await process.end()

    assert crowd.n_updates == N_UPDATES
    crowd.check()
    assert server.refused == []
    assert (ended.code, ended.out) == (0, "")
    assert [line["event"] for line in ended.logged] == [
        "started",
        "stopping",
        "stopped",
    ]
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    for secret in (KEY, SECRET):
        assert secret not in ended.out + ended.err
        assert secret.encode() not in kept
