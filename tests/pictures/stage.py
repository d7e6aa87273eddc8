"""A bot on a server, people to talk to it, and what they do there: what a scene is played on."""

import asyncio
import datetime
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot import wiring
from bot.access import Access
from bot.administering.administration import Administration
from bot.administering.door import door
from bot.administering.gaps import gaps
from bot.administering.stats import stats
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.moves import Moves
from bot.channels.telegram.life.notifying import Notifier
from bot.channels.telegram.life.service import build
from bot.channels.telegram.life.serving import serve
from bot.conversation import Conversation
from bot.database import Database
from bot.delivery.stopping import Stop
from bot.documents.administering import Documents
from bot.feedback import Feedback
from bot.home import Home
from bot.keeping import Keeping
from bot.quotas import Quotas, rules
from bot.serving_index import ServingAnswerer
from bot.settings import read_settings
from bot.stored_histories import StoredHistories
from tests.bot.channels.telegram.in_process import settings_for
from tests.bot_api import BotApi, Chat, Person, Post

from .said import Said, caption, notice

__all__ = ["Stage", "on_stage"]

# The time in every scene: 1 May 2024, 12:00 UTC.
NOON = 1_714_564_800.0
# Days; what is said in a scene was said long ago by the clock that old words are deleted by.
LONG = 1_000_000
# Seconds to wait for the bot.
PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Stage:
    """A chat server with a bot that runs.

    Attributes:
        server: what both sides talk to.
        owner: administers the bot.
        ada: asks.
    """

    server: BotApi
    owner: Person
    ada: Person

    def room(self) -> Chat:
        """Open a group that Ada administers and the bot can hear."""
        world = self.server.world
        members = {self.ada.user_id: "administrator", world.bot_id: "administrator"}
        return world.supergroup("Reading room", members=members)

    def does(self, who: Person, what: str) -> Said:
        """Return what somebody does that is no message."""
        return caption(f"{who.first_name} {what}")

    async def ask(
        self, who: Person, text: str, *, chat: Chat | None = None, n_answers: int = 1
    ) -> list[Post]:
        """Say something and wait for the bot: return what was said and each answer."""
        where = chat or who.chat
        n_before = len(where.messages)
        asked = who.says(text, chat=chat)
        answers = await where.until(n_before + n_answers, timeout=PATIENCE)
        return [asked, *answers[n_before:]]

    async def press(self, who: Person, post: Post, label: str) -> list[Said]:
        """Press a button that changes its message; return that, and what its presser is told."""
        n_before = len(post.versions)
        press = who.presses(post.button(label))
        await self.server.until(
            lambda: press.answer is not None and len(post.versions) > n_before, timeout=PATIENCE
        )
        told = str((press.answer or {}).get("text", ""))
        pressed = self.does(who, f"presses “{label}”")
        return [pressed, notice(told)] if told else [pressed]


@asynccontextmanager
async def on_stage(home: Home, folder: Path, *, is_open: bool = True) -> AsyncIterator[Stage]:
    """Run a bot with the limits that it has by default, at a time that stands still.

    Parameters
    ----------
    home
        whose documents it knows.
    folder
        where its database goes.
    is_open
        whether everybody may ask.
    """
    async with BotApi(clock=clock) as server:
        owner, ada = server.world.person("Mira"), server.world.person("Ada")
        database, stopping = Database(folder / "quoth.db"), asyncio.Event()
        ready = wiring.serving_answerer(home)
        documents = Documents(home, lambda: ready.index)
        access = Access("*" if is_open else (), [owner.user_id], database)
        desk = _desk(access, database, ready, documents)
        with ThreadPoolExecutor(max_workers=1) as executor:
            stop = Stop(stopping)
            settings = replace(settings_for(server), retention_days=LONG)
            service = build(settings, desk, documents, database, executor, stop)
            life = asyncio.create_task(serve(service, stopping, Notifier({})))
            try:
                yield Stage(server, owner, ada)
            finally:
                stopping.set()
                await life
                database.close()


def clock() -> float:
    """Return the time in every scene, in seconds since 1970."""
    return NOON


def _desk(access: Access, database: Database, ready: ServingAnswerer, documents: Documents) -> Desk:
    """Put together what decides on messages, as `bot.wiring_telegram` does, by another clock."""
    moves, feedback = Moves(database), Feedback(database)
    histories = StoredHistories(database, clock)
    commands = {
        **door(access, moves.settled),
        **gaps(database, is_on=True),
        **stats(database, lambda: ready.index, feedback.counts, clock=clock),
        "documents": lambda by, rest: documents.documents(rest),
    }
    given = read_settings({})
    limits = rules(given.questions_per_minute, given.questions_per_day, given.questions_overall)
    return Desk(
        access,
        Conversation(ready, histories, Keeping(feedback)),
        moves,
        quotas=Quotas(limits),
        administration=Administration(access, commands),
        clock=clock,
        today=lambda: datetime.date(2024, 5, 1),
    )
