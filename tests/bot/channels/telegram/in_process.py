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
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.moves import Moves
from bot.channels.telegram.life.health import Patiences
from bot.channels.telegram.life.notifying import Notifier
from bot.channels.telegram.life.service import Service, build
from bot.channels.telegram.life.serving import serve
from bot.conversation import Conversation
from bot.database import Database
from bot.delivery.stopping import Stop
from bot.documents.administering import Documents
from bot.feedback import Feedback
from bot.history import ChatKey, Histories, State, Turn
from bot.home import Home
from bot.keeping import Keeping
from bot.quotas import Quotas
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
        self.threads: set[str] = set()
        super().__init__(file)

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

    def conversation(self, chat: ChatKey) -> list[Turn]:
        return self.kept.conversation(chat)

    def turn(self, chat: ChatKey, number: int) -> Turn | None:
        return self.kept.turn(chat, number)

    def begin(self, chat: ChatKey) -> None:
        self.kept.begin(chat)

    def add(self, chat: ChatKey, turn: Turn) -> int:
        if BREAKS in turn.question:
            raise RuntimeError("the disk is full")
        return self.kept.add(chat, turn)

    def state(self, chat: ChatKey) -> State:
        return self.kept.state(chat)

    def keep(self, chat: ChatKey, state: State) -> None:
        self.kept.keep(chat, state)

    def forget(self, chat: ChatKey) -> None:
        self.kept.forget(chat)


@dataclass(slots=True)
class Bot:
    """A bot that runs, and what it knows."""

    access: Access
    database: WatchedDatabase
    service: Service


def settings_for(server: BotApi) -> TelegramSettings:
    """Return the settings of a bot that polls a server and may talk as fast as it can."""
    return TelegramSettings(
        Secret(server.token), server.url, webhook=None, has_limits=False, most_of_chat=0
    )


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
    quotas: Quotas | None = None,
) -> AsyncIterator[Bot]:
    """Run a bot until the block ends; what is under way by then is still sent."""
    database = WatchedDatabase(file)
    access = Access(chats, admins, database)
    histories = FragileHistories(StoredHistories(database))
    answers = Conversation(answerer, histories, Keeping(Feedback(database)))
    stopping = asyncio.Event()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk") as executor:
        today = datetime.date(2024, 5, 1)
        desk = Desk(access, answers, Moves(database), quotas=quotas, today=lambda: today)
        service = build(
            settings or settings_for(server),
            desk,
            Documents(Home(file.parent / "home"), lambda: answerer.index),
            database,
            executor,
            Stop(stopping),
            patiences,
        )
        database.threads.clear()
        life = asyncio.create_task(serve(service, stopping, Notifier({})))
        try:
            yield Bot(access, database, service)
        finally:
            stopping.set()
            await life
            database.close()
