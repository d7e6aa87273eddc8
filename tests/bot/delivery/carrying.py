"""A courier that does as it is told, a handler that answers everything, and a bot of the two."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.database import Database
from bot.delivery.committing import GroupCommit
from bot.delivery.counting import Counts
from bot.delivery.deciding import Decider
from bot.delivery.delivering import Deliverer
from bot.delivery.inbox import Inbox
from bot.delivery.outbox import Outbox
from bot.delivery.pacing import Pace
from bot.delivery.sending import Sender
from bot.delivery.stopping import Stop
from bot.delivery.values import Arrival, Call, Letter, Outcome, Poison, Sent

__all__ = ["Carrier", "Echo", "Post", "arrival", "working"]


def arrival(number: int, chat: int = 7, text: str = "") -> Arrival:
    """Return something received that says a text, or its number."""
    return Arrival(number, chat, str(chat), json.dumps({"chat": chat, "text": text or str(number)}))


@dataclass(slots=True)
class Carrier:
    """A courier.

    Attributes:
        outcomes: of the next calls; everything is sent after the last.
        carried: the chat and the text of each call.
        gate: what each call waits for.
        called: set when a call is made.
    """

    outcomes: list[Outcome] = field(default_factory=list)
    carried: list[tuple[int, str]] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    called: asyncio.Event = field(default_factory=asyncio.Event)

    async def carry(self, call: Call) -> Outcome:
        """Make a call."""
        self.carried.append((call.chat, call.payload["text"]))
        self.called.set()
        await self.gate.wait()
        return self.outcomes.pop(0) if self.outcomes else Sent(len(self.carried))


class Echo:
    """A handler that sends everything back, in as many letters as it has lines."""

    def __init__(self, n_failures: int = 0) -> None:
        self.n_failures = n_failures

    def handle(self, raw: str, known: Mapping[str, object]) -> Sequence[Letter]:
        """Return the text."""
        said = json.loads(raw)
        if said["text"] == "poison":
            raise Poison("it is poison")
        if said["text"] == "fragile" and self.n_failures:
            self.n_failures -= 1
            raise RuntimeError("it is fragile")
        lines = said["text"].splitlines()
        return [
            Letter(said["chat"], "sendMessage", {"text": line, "entities": [1]}) for line in lines
        ]

    def apology(self, raw: str, reference: str) -> Sequence[Letter]:
        """Return the reference."""
        return [
            Letter(json.loads(raw)["chat"], "sendMessage", {"text": f"sorry {reference}"}, True)
        ]

    def excuse(self, call: Call, reference: str) -> Sequence[Letter]:
        """Return the reference."""
        text = f"not sent {reference}"
        return [Letter(call.chat, "sendMessage", {"text": text}, is_notice=True)]


@dataclass(slots=True)
class Post:
    """A post office that works."""

    database: Database
    deliverer: Deliverer
    carrier: Carrier
    counts: Counts
    stopping: asyncio.Event

    async def until(self, n_carried: int) -> None:
        """Wait for so many calls."""
        while len(self.carrier.carried) < n_carried:
            self.carrier.called.clear()
            await self.carrier.called.wait()

    def rows(self) -> list[tuple[object, ...]]:
        """Return the text, the state and whether something is left to do, row by row."""
        return self.database.rows(
            "SELECT json_extract(payload, '$.text'), state, next_at IS NOT NULL FROM outbox"
            " ORDER BY id"
        )


@asynccontextmanager
async def working(
    file: Path, carrier: Carrier, handler: Echo | None = None, *, most_open: int = 1000
) -> AsyncIterator[Post]:
    """Run a post office until the block ends; what it can send by then is sent."""
    database, counts, stopping = Database(file), Counts(), asyncio.Event()
    with ThreadPoolExecutor(max_workers=1) as executor:
        stop = Stop(stopping)
        commits = GroupCommit(database, executor, stop)
        inbox, outbox = Inbox(database), Outbox(database)
        decider = Decider(database, inbox, outbox, handler or Echo())
        sender = Sender(commits, outbox, decider, carrier, Pace(None, stop), stop, counts)
        deliverer = Deliverer(
            commits, inbox, outbox, decider, sender, stop, counts, most_open=most_open
        )
        await deliverer.recover()
        life = asyncio.ensure_future(deliverer.run())
        try:
            yield Post(database, deliverer, carrier, counts, stopping)
        finally:
            stopping.set()
            await life
    database.close()
