"""Received, decided, sent: each lane in order, all lanes at once, nothing only in memory."""

import asyncio
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from typing import Any

import structlog

from bot.delivery.committing import GroupCommit
from bot.delivery.counting import Counts
from bot.delivery.crowding import Crowding
from bot.delivery.deciding import Decider, Decision
from bot.delivery.inbox import Inbox
from bot.delivery.lanes import Lanes
from bot.delivery.outbox import Left, Outbox
from bot.delivery.sending import Sender
from bot.delivery.stopping import Stop, Stopped
from bot.delivery.values import Arrival, Entry, Slip
from bot.logs import described

__all__ = ["Deliverer"]

# How many things to have worked out at once; they share the one thread.
MOST_DECISIONS = 32
# Seconds for what is under way at the end; it is left as uncertain beyond that.
LONGEST_STOP = 8.0
# Seconds after the start in which what may have ended the last process is left alone: it may end
# this one too, and what is under way by then would be sent again.
SUSPICION = 2.0
# Stands for a lane where notices go out beside all lanes; nothing is ever received in it.
NOTICES = "notices"

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
    crowding
        says how much of it one chat may have.
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
        crowding: Crowding | None = None,
    ) -> None:
        self._commits = commits
        self._inbox = inbox
        self._outbox = outbox
        self._decider = decider
        self._sender = sender
        self._stop = stop
        self._counts = counts
        self._most_open = most_open
        self._crowding = crowding or Crowding(inbox, outbox)
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

        What exceeds the part of its chat is settled at once.

        Raises
        ------
        NotStored
            It is not kept, and must not be confirmed.
        """
        batch = list(arrivals)
        excess = self._crowding.excess(batch, self._lanes.n_of)
        kept = await self._commits.do(lambda: self._crowding.keep(batch, excess))
        n_kept = len(kept.new) + kept.n_left_out
        self._counts.received += n_kept
        self._counts.crowded += kept.n_left_out
        self._counts.repeated += len(batch) - n_kept
        self._take_in(kept.new)
        if kept.slips:
            self._begin(self._finish(kept.slips, 0.0), NOTICES)

    async def recover(self) -> None:
        """Take up what an earlier process left behind."""

        def work() -> tuple[list[Left], int, list[Entry], set[str]]:
            self._decider.recover()
            left, doubted = self._outbox.recover()
            return left, doubted, self._inbox.open(), self._inbox.suspects()

        left, doubted, entries, suspects = await self._commits.insist(work)
        self._counts.uncertain += doubted
        if left or entries:
            n_slips = sum(len(each.slips) for each in left)
            log.info("taken up", questions=len(entries), messages=n_slips, uncertain=doubted)
        slips = {each.lane: each.slips for each in left}
        for lane in (*slips, *(suspects - slips.keys())):
            self._lanes.hold(lane)
            pause = SUSPICION if lane in suspects else 0.0
            self._begin(self._finish(slips.get(lane, ()), pause), lane)
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
        try:
            decision = await self._decide(entry)
        finally:
            self._n_open -= 1
            self._decided.set()
        is_whole = await self._sender.send(decision.slips)
        self._counts.answered += is_whole and bool(decision.slips) and not decision.is_dead

    async def _decide(self, entry: Entry) -> Decision:
        """Have something decided, however many tries and errands it takes."""
        known: dict[str, object] = {}
        decision = await self._try(entry, known)
        while decision.errand is not None or decision.again_in is not None:
            await self._wait_for(decision, known)
            await self._hands.acquire()
            decision = await self._try(entry, known)
        self._counts.dead += decision.is_dead
        return decision

    async def _try(self, entry: Entry, known: Mapping[str, object]) -> Decision:
        """Have something decided once, with the hand that is held for it."""
        try:
            return await self._commits.insist(
                lambda: self._decider.decide(entry.update_id, known), slow=True
            )
        finally:
            self._hands.release()

    async def _wait_for(self, decision: Decision, known: dict[str, object]) -> None:
        """Run an errand, or let some time pass, before the next try."""
        if decision.errand is None:
            self._counts.retried += 1
            await self._stop.pause(decision.again_in or 0.0)
            return
        try:
            known[decision.errand.name] = await self._stop.outrun(decision.errand.run())
        except Stopped:
            raise
        except Exception as error:
            log.warning("errand failed", errand=decision.errand.name, reason=described(error))
            known[decision.errand.name] = error

    async def _finish(self, slips: Sequence[Slip], pause: float) -> None:
        """Send what an earlier process did not, and wait some seconds."""
        await self._sender.send(slips)
        await self._stop.pause(pause)
