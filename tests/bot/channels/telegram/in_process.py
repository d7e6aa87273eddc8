"""The bot in this process: everything but the signals and the log lines of a real one."""

import asyncio
import datetime
import threading
from collections.abc import AsyncIterator, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from typing import Literal

from bot.access import Access
from bot.answering import Answerer
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.health import Patiences
from bot.channels.telegram.notifying import Notifier
from bot.channels.telegram.service import Service, build
from bot.channels.telegram.serving import serve
from bot.conversation import Conversation
from bot.database import Database
from bot.delivery.stopping import Stop
from bot.history import ChatKey, Histories, State, Turn
from bot.secret import Secret
from bot.settings import TelegramSettings
from bot.stored_histories import StoredHistories
from tests.bot_api import BotApi

__all__ = ["BREAKS", "Bot", "running", "settings_for"]

# A question about this word breaks the search.
BREAKS = "shipwreck"


class WatchedDatabase(Database):
    """A database that notes which threads use it."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.threads: set[str] = set()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        self.threads.add(threading.current_thread().name)
        with super().transaction() as connection:
            yield connection

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        self.threads.add(threading.current_thread().name)
        return super().rows(sql, *values)


@dataclass(frozen=True, slots=True)
class FragileHistories:
    """Histories that fail to keep one kind of question."""

    kept: Histories

    def turns(self, chat: ChatKey) -> list[Turn]:
        return self.kept.turns(chat)

    def add(self, chat: ChatKey, turn: Turn) -> None:
        if BREAKS in turn.question:
            raise RuntimeError("the disk is full")
        self.kept.add(chat, turn)

    def state(self, chat: ChatKey) -> State:
        return self.kept.state(chat)

    def keep(self, chat: ChatKey, state: State) -> None:
        self.kept.keep(chat, state)


@dataclass(slots=True)
class Bot:
    """A bot that runs, and what it knows."""

    access: Access
    database: WatchedDatabase
    service: Service


def settings_for(server: BotApi) -> TelegramSettings:
    """Return the settings of a bot that polls a server and may talk as fast as it can."""
    return TelegramSettings(Secret(server.token), server.url, webhook=None, has_limits=False)


@asynccontextmanager
async def running(
    server: BotApi,
    answerer: Answerer,
    file: Path,
    *,
    chats: Collection[int] | Literal["*"] = "*",
    admins: Collection[int] = (),
    settings: TelegramSettings | None = None,
    patiences: Patiences | None = None,
) -> AsyncIterator[Bot]:
    """Run a bot until the block ends; what is under way by then is still sent."""
    database = WatchedDatabase(file)
    access = Access(chats, admins, database)
    database.threads.clear()
    answers = Conversation(answerer, FragileHistories(StoredHistories(database)))
    stopping = asyncio.Event()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk") as executor:
        desk = Desk(access, answers, today=lambda: datetime.date(2024, 5, 1))
        service = build(
            settings or settings_for(server), desk, database, executor, Stop(stopping), patiences
        )
        life = asyncio.create_task(serve(service, stopping, Notifier({})))
        try:
            yield Bot(access, database, service)
        finally:
            stopping.set()
            await life
            database.close()
