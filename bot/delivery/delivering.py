"""Received, decided, sent: each lane in order, all lanes at once, nothing only in memory."""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any

import structlog

from bot.delivery.committing import GroupCommit
from bot.delivery.counting import Counts
from bot.delivery.deciding import Decider, Decision
from bot.delivery.inbox import Inbox
from bot.delivery.lanes import Lanes
from bot.delivery.outbox import Left, Outbox
from bot.delivery.sending import Sender
from bot.delivery.stopping import Stop, Stopped
from bot.delivery.values import Arrival, Entry

__all__ = ["Deliverer"]

# How many things to have worked out at once; they share the one thread.
MOST_DECISIONS = 32
# Seconds for what is under way at the end; it is left as uncertain beyond that.
LONGEST_STOP = 8.0

log = structlog.stdlib.get_logger()


class Deliverer:
    """Takes in what is received, and has it answered.

    Parameters
    ----------
    commits
        runs what changes the database.
    inbox, outbox
        what is received, and what is to be sent.
    decider
        works out answers.
    sender
        sends them.
    stop
        ends everything.
    counts
        counts what comes of it.
    most_open
        how many rows of the inbox may be open before nothing more should be received.
    """

    def __init__(
        self,
        commits: GroupCommit,
        inbox: Inbox,
        outbox: Outbox,
        decider: Decider,
        sender: Sender,
        stop: Stop,
        counts: Counts,
        *,
        most_open: int,
    ) -> None:
        self._commits = commits
        self._inbox = inbox
        self._outbox = outbox
        self._decider = decider
        self._sender = sender
        self._stop = stop
        self._counts = counts
        self._most_open = most_open
        self._lanes = Lanes()
        self._n_open = 0
        self._hands = asyncio.Semaphore(MOST_DECISIONS)
        self._changed = asyncio.Event()
        self._decided = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def is_full(self) -> bool:
        """Whether nothing more should be received for now."""
        return self._n_open > self._most_open

    @property
    def n_open(self) -> int:
        """How many received things are not answered yet."""
        return self._n_open

    async def until_open(self, most: int) -> None:
        """Wait until no more than so many received things are open."""
        while self._n_open > most:
            self._decided.clear()
            await self._decided.wait()

    async def room(self) -> None:
        """Wait until there is room for more."""
        await self.until_open(self._most_open)

    async def accept(self, arrivals: Iterable[Arrival]) -> None:
        """Keep what is received; it may be confirmed once this returns.

        Raises
        ------
        NotStored
            It is not kept, and must not be confirmed.
        """
        batch = list(arrivals)
        new = await self._commits.do(lambda: self._inbox.add(batch))
        self._counts.received += len(new)
        self._counts.repeated += len(batch) - len(new)
        self._take_in(new)

    async def recover(self) -> None:
        """Take up what an earlier process left behind."""

        def work() -> tuple[list[Left], int, list[Entry]]:
            self._decider.recover()
            left, doubted = self._outbox.recover()
            return left, doubted, self._inbox.open()

        left, doubted, entries = await self._commits.insist(work)
        self._counts.uncertain += doubted
        if left or entries:
            n_slips = sum(len(each.slips) for each in left)
            log.info("taken up", questions=len(entries), messages=n_slips, uncertain=doubted)
        for each in left:
            self._lanes.hold(each.lane)
            self._begin(self._finish(each), each.lane)
        self._take_in(entries)

    async def run(self) -> None:
        """Answer until told to stop; what is under way then is finished, the rest stays."""
        ended = asyncio.create_task(self._stop.wait())
        work = asyncio.create_task(self._dispatch())
        await asyncio.wait([ended, work], return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if work.done():
            work.result()
        work.cancel()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=LONGEST_STOP)
            for task in late:
                task.cancel()

    async def forget(self) -> None:
        """Forget what is too old to come again."""
        while await self._commits.insist(self._inbox.forget, slow=True):
            await self._stop.pause(0.1)

    def _take_in(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._lanes.add(entry)
            self._n_open += 1
        self._changed.set()

    async def _dispatch(self) -> None:
        while True:
            await self._hands.acquire()
            entry = self._lanes.take()
            while entry is None:
                self._changed.clear()
                await self._changed.wait()
                entry = self._lanes.take()
            self._begin(self._serve(entry), entry.lane)

    def _begin(self, work: Coroutine[Any, Any, None], lane: str) -> None:
        task = asyncio.get_running_loop().create_task(self._within(work, lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _within(self, work: Coroutine[Any, Any, None], lane: str) -> None:
        """Do something for a lane and let it go on, unless the process is to stop."""
        try:
            await work
        except Stopped:
            return
        except Exception:
            log.exception("delivery failed")
        self._lanes.release(lane)
        self._changed.set()

    async def _serve(self, entry: Entry) -> None:
        """Answer one thing, and let its lane go on."""
        decision = await self._decide(entry)
        is_whole = await self._sender.send(decision.slips)
        self._counts.answered += is_whole and bool(decision.slips) and not decision.is_dead

    async def _decide(self, entry: Entry) -> Decision:
        has_hand = True
        try:
            while True:
                decision = await self._commits.insist(
                    lambda: self._decider.decide(entry.update_id), slow=True
                )
                if decision.again_in is None:
                    break
                self._hands.release()
                has_hand = False
                self._counts.retried += 1
                await self._stop.pause(decision.again_in)
                await self._hands.acquire()
                has_hand = True
        finally:
            if has_hand:
                self._hands.release()
        self._counts.dead += decision.is_dead
        self._n_open -= 1
        self._decided.set()
        return decision

    async def _finish(self, left: Left) -> None:
        """Send what an earlier process did not."""
        await self._sender.send(left.slips)
