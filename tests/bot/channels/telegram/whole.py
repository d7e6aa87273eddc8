"""The whole bot in this process, wired as the command line wires it, by polling or by webhook."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

from bot.access import Access
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.life.notifying import Notifier
from bot.channels.telegram.life.service import Service, build
from bot.channels.telegram.life.serving import serve
from bot.database import Database
from bot.delivery.stopping import Stop
from bot.documents.administering import Documents
from bot.home import Home
from bot.settings import read_settings
from bot.wiring import serving_answerer
from bot.wiring_telegram import desk
from tests.bot_api import BotApi

__all__ = ["Whole", "whole"]

# Seconds between two looks, and after how many of them it hangs: half a minute.
LOOK, MOST_LOOKS = 0.005, 6_000
OPEN = "SELECT count(*) FROM outbox WHERE next_at IS NOT NULL"


@dataclass(slots=True)
class Whole:
    """A bot that runs, on a server.

    Attributes:
        server: what it talks to.
        desk: decides on messages.
        service: the parts of it.
        file: its database.
    """

    server: BotApi
    desk: Desk
    service: Service
    file: Path

    async def until_idle(self) -> None:
        """Wait until everything that happened is received, answered and sent."""
        for _ in range(MOST_LOOKS):
            if self._is_idle():
                return
            await asyncio.sleep(LOOK)
        raise TimeoutError("the bot is still at work")

    def _is_idle(self) -> bool:
        if self.server.world.updates.pending or self.service.deliverer.n_open:
            return False
        with closing(sqlite3.connect(self.file)) as other:
            return bool(other.execute(OPEN).fetchall() == [(0,)])


@asynccontextmanager
async def whole(server: BotApi, environ: Mapping[str, str]) -> AsyncIterator[Whole]:
    """Run a bot by its settings until the block ends; what is under way by then is still sent."""
    settings = read_settings(environ)
    database = Database(settings.database_file)
    access = Access(settings.chats, settings.admins, database)
    ready = serving_answerer(Home(settings.home))
    documents = Documents(Home(settings.home), lambda: ready.index)
    office = desk(settings, database, access, ready, documents)
    stopping = asyncio.Event()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk") as executor:
        service = build(settings.telegram(), office, documents, database, executor, Stop(stopping))
        life = asyncio.create_task(serve(service, stopping, Notifier({})))
        try:
            yield Whole(server, office, service, settings.database_file)
        finally:
            stopping.set()
            await life
            database.close()
