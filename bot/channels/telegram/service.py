"""The parts of a bot that runs, put together."""

from concurrent.futures import Executor
from dataclasses import dataclass

from bot.channels.telegram.calling import Api
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.handling import Handler
from bot.channels.telegram.health import Health, Patiences
from bot.channels.telegram.receiving import Reader
from bot.channels.telegram.sending import TelegramCourier
from bot.channels.telegram.signs import Typing
from bot.database import Database
from bot.delivery.committing import GroupCommit
from bot.delivery.counting import Counts
from bot.delivery.deciding import Decider
from bot.delivery.delivering import Deliverer
from bot.delivery.inbox import Inbox
from bot.delivery.outbox import Outbox
from bot.delivery.pacing import Limits, Pace
from bot.delivery.sending import Sender
from bot.delivery.stopping import Stop
from bot.settings import TelegramSettings

__all__ = ["Service", "build"]

# With more open than this, nobody is shown that the bot is at work: it is, and answers cost less.
BUSY = 20


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


def build(
    settings: TelegramSettings,
    desk: Desk,
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
    decider = Decider(database, inbox, outbox, Handler(desk, api, typing.show))
    courier = TelegramCourier(api, health, typing)
    sender = Sender(commits, outbox, decider, courier, pace, stop, counts)
    deliverer = Deliverer(
        commits, inbox, outbox, decider, sender, stop, counts, most_open=settings.most_open
    )
    return Service(settings, api, Reader(), inbox, deliverer, commits, pace, health, counts, stop)
