"""The bot in this process: everything but the signals and the log lines of a real one."""

import asyncio
import datetime
import threading
from collections.abc import AsyncIterator, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection
from typing import Literal

from bot.access import Access
from bot.answering import Answerer
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.running import build
from bot.channels.telegram.serving import serve
from bot.conversation import Conversation
from bot.database import Database
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
    """A bot that runs, what it knows, and the day it believes to live in."""

    access: Access
    database: WatchedDatabase
    today: datetime.date = field(default=datetime.date(2024, 5, 1))


def settings_for(server: BotApi) -> TelegramSettings:
    """Return the settings of a bot that polls a server."""
    return TelegramSettings(Secret(server.token), server.url, webhook=None)


@asynccontextmanager
async def running(
    server: BotApi,
    answerer: Answerer,
    file: Path,
    *,
    chats: Collection[int] | Literal["*"] = "*",
    admins: Collection[int] = (),
) -> AsyncIterator[Bot]:
    """Run a bot by polling until the block ends; what is queued by then is still answered."""
    database = WatchedDatabase(file)
    bot = Bot(Access(chats, admins, database), database)
    database.threads.clear()
    answers = Conversation(answerer, FragileHistories(StoredHistories(database)))
    stopping = asyncio.Event()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk") as executor:
        desk = Desk(bot.access, answers, today=lambda: bot.today)
        application = build(settings_for(server), desk, executor)
        life = asyncio.create_task(serve(application, settings_for(server), stopping))
        try:
            yield bot
        finally:
            stopping.set()
            await life
            database.close()
