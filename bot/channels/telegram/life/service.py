"""The parts of a bot that runs, put together."""

from concurrent.futures import Executor
from dataclasses import dataclass

from telegram import User

from bot.channels.telegram.api.calling import Api
from bot.channels.telegram.api.receiving import Reader
from bot.channels.telegram.api.sending import TelegramCourier
from bot.channels.telegram.api.signs import Typing
from bot.channels.telegram.deciding.asking_inline import InlineDesk
from bot.channels.telegram.deciding.choosing import Chooser
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.editing import Edits
from bot.channels.telegram.deciding.handling import Deciders, Handler
from bot.channels.telegram.deciding.librarian import Librarian
from bot.channels.telegram.deciding.messages import Messages
from bot.channels.telegram.deciding.preferences import Preferences
from bot.channels.telegram.deciding.presenting import Presenter
from bot.channels.telegram.deciding.pressing import Presses
from bot.channels.telegram.deciding.reacting import Reactions
from bot.channels.telegram.deciding.rights import Rights
from bot.channels.telegram.deciding.shown import Shown
from bot.channels.telegram.deciding.ushering import Usher
from bot.channels.telegram.life.health import Health, Patiences
from bot.channels.telegram.looks.buttons import Signer
from bot.database import Database
from bot.delivery.committing import GroupCommit
from bot.delivery.counting import Counts
from bot.delivery.crowding import Crowding
from bot.delivery.deciding import Decider
from bot.delivery.delivering import Deliverer
from bot.delivery.inbox import Inbox
from bot.delivery.outbox import Outbox
from bot.delivery.pacing import Limits, Pace
from bot.delivery.sending import Sender
from bot.delivery.stopping import Stop
from bot.documents.administering import Documents
from bot.settings import TelegramSettings
from bot.stored_links import StoredLinks

__all__ = ["Service", "build"]

# With more open than this, nobody is shown that the bot is at work: it is, and answers cost less.
BUSY = 20
# Seconds to wait for Telegram to say who somebody is.
LONGEST_LOOK = 10.0


@dataclass(frozen=True, slots=True)
class Service:
    """The parts that live as long as the bot does.

    Attributes:
        settings: how it reaches Telegram.
        api: makes calls.
        reader: reads what is received.
        inbox: what is received.
        deliverer: has it answered.
        commits: runs what touches the database.
        pace: says when messages may go.
        health: how it goes.
        counts: how much went.
        stop: the wish to stop.
        database: what survives it.
    """

    settings: TelegramSettings
    api: Api
    reader: Reader
    inbox: Inbox
    deliverer: Deliverer
    commits: GroupCommit
    pace: Pace
    health: Health
    counts: Counts
    stop: Stop
    database: Database


def build(
    settings: TelegramSettings,
    desk: Desk,
    documents: Documents,
    database: Database,
    executor: Executor,
    stop: Stop,
    patiences: Patiences | None = None,
) -> Service:
    """Put a bot together without starting it; the event loop it is for must be running.

    Parameters
    ----------
    settings
        how it reaches Telegram.
    desk
        decides what to reply.
    documents
        adds and removes documents.
    database
        what survives it.
    executor
        one thread, where answers and the database do not hold up the event loop.
    stop
        the wish to stop.
    patiences
        how long to bear what goes wrong.
    """
    api, health, counts = Api(settings), Health(patiences), Counts()
    commits = GroupCommit(database, executor, stop)
    inbox, outbox = Inbox(database), Outbox(database)
    pace = Pace(Limits() if settings.has_limits else None, stop)
    # The sign is left out by how much is open, which only the deliverer knows.
    typing = Typing(api, lambda: deliverer.n_open > BUSY)
    handler = _handler(desk, database, documents, api, typing)
    usher = Usher(desk, api, lambda: api.bot)
    crowding = Crowding(inbox, outbox, usher, most=settings.most_of_chat)
    decider = Decider(database, inbox, outbox, handler)
    courier = TelegramCourier(api, health, typing)
    sender = Sender(commits, outbox, decider, courier, pace, stop, counts)
    deliverer = Deliverer(
        commits,
        inbox,
        outbox,
        decider,
        sender,
        stop,
        counts,
        most_open=settings.most_open,
        crowding=crowding,
    )
    return Service(
        settings,
        api,
        Reader(),
        inbox,
        deliverer,
        commits,
        pace,
        health,
        counts,
        stop,
        database,
    )


def _handler(
    desk: Desk, database: Database, documents: Documents, api: Api, typing: Typing
) -> Handler:
    """Put together what decides on updates."""

    def me() -> User:
        return api.bot

    async def look_up(chat: int, user: int) -> object:
        parameters = {"chat_id": chat, "user_id": user}
        return await api.call("getChatMember", parameters, LONGEST_LOOK)

    async def download(file: str) -> bytes:
        return bytes(await (await api.get_file(file)).download_as_bytearray())

    shown, preferences, texts = Shown(database), Preferences(database), StoredLinks(database)
    presenter = Presenter(desk, shown, Signer(_key(database)), preferences)
    rights = Rights(desk, look_up)
    chooser = Chooser(desk, preferences, presenter, rights)
    librarian = Librarian(desk, documents, download)
    deciders = Deciders(
        desk,
        Messages(desk, presenter, chooser, librarian, rights, texts, preferences, me, typing.show),
        Edits(desk, presenter, shown, me),
        Presses(desk, presenter, shown, chooser),
        Reactions(desk, shown),
        InlineDesk(desk, texts, lambda: api.bot.username or ""),
    )
    return Handler(deciders, api)


def _key(database: Database) -> bytes:
    """Return the key that buttons are signed with; it is made with the database."""
    ((key,),) = database.rows("SELECT value FROM keys WHERE name = 'buttons'")
    if not isinstance(key, bytes):
        raise TypeError("the key is no bytes")
    return key
