"""The slips of one answer, one after the other, until each is settled."""

import asyncio
from collections.abc import Sequence

import structlog

from bot.delivery.committing import GroupCommit
from bot.delivery.counting import Counts
from bot.delivery.deciding import Decider
from bot.delivery.outbox import Outbox
from bot.delivery.pacing import Pace
from bot.delivery.stopping import Stop
from bot.delivery.values import (
    Call,
    Courier,
    Doubtful,
    Moved,
    Outcome,
    Postponed,
    Rejected,
    Sent,
    Slip,
)

__all__ = ["Sender"]

# How many calls to have under way at once.
MOST_CALLS = 48

log = structlog.stdlib.get_logger()


class Sender:
    """Sends slips in order; whatever happens to it, the database knows how far it came.

    Parameters
    ----------
    commits
        runs what changes the database.
    outbox
        where the slips are.
    decider
        says what to send in the place of what is refused.
    courier
        makes the calls.
    pace
        says when.
    stop
        ends the waits.
    counts
        counts what came of it.
    """

    def __init__(
        self,
        commits: GroupCommit,
        outbox: Outbox,
        decider: Decider,
        courier: Courier,
        pace: Pace,
        stop: Stop,
        counts: Counts,
    ) -> None:
        self._commits = commits
        self._outbox = outbox
        self._decider = decider
        self._courier = courier
        self._pace = pace
        self._stop = stop
        self._counts = counts
        self._calls = asyncio.Semaphore(MOST_CALLS)

    async def send(self, slips: Sequence[Slip]) -> bool:
        """Send an answer; say whether all of it arrived.

        Raises
        ------
        Stopped
            The process is to stop; what is not sent is still in the outbox.
        """
        waiting = list(slips)
        is_whole = True
        while waiting:
            slip = waiting.pop(0)
            call, outcome, following = await self._attempt(slip)
            if isinstance(outcome, Moved):
                waiting = [_moved(each, slip.chat, outcome.chat) for each in waiting]
            if following is not None:
                waiting.insert(0, following)
            elif isinstance(outcome, Rejected):
                waiting = await self._refused(slip, waiting, call, outcome)
            is_whole = is_whole and (following is not None or isinstance(outcome, Sent))
        return is_whole

    async def _attempt(self, slip: Slip) -> tuple[Call, Outcome, Slip | None]:
        """Make one call when it may be made, and keep what came of it."""
        await self._stop.pause(slip.pause)
        if slip.chat:
            await self._pace.turn(slip.chat, is_notice=slip.is_notice)
        async with self._calls:
            call = await self._commits.insist(lambda: self._outbox.sending(slip.number))
            outcome = await self._courier.carry(call)
            following = await self._commits.insist(lambda: self._outbox.record(slip, outcome))
        self._note(slip, outcome, following)
        return call, outcome, following

    async def _refused(
        self, slip: Slip, waiting: Sequence[Slip], call: Call, outcome: Rejected
    ) -> list[Slip]:
        """Give up what is left of an answer, where it ends with this; return what to send."""
        rest = [] if outcome.ends_answer else list(waiting)

        def work() -> list[Slip]:
            if outcome.ends_answer:
                self._outbox.give_up([each.number for each in waiting])
            return [*self._decider.refused(slip, call, outcome), *rest]

        return await self._commits.insist(work)

    def _note(self, slip: Slip, outcome: Outcome, following: Slip | None) -> None:
        """Count what came of a call, and let those wait who have to."""
        self._counts.retried += following is not None
        match outcome:
            case Sent():
                self._counts.sent += 1
            case Postponed(reason=reason, seconds=seconds, halts=halts):
                log.warning("not sent yet", chat=slip.chat, reason=reason, halts=halts)
                if halts == "chat":
                    self._pace.halt(slip.chat, seconds or 1.0)
                elif halts == "all":
                    self._pace.halt_all(seconds or 1.0)
            case Doubtful(reason=reason):
                self._counts.uncertain += 1
                last = following is None
                log.warning("perhaps not sent", chat=slip.chat, reason=reason, given_up=last)
            case Rejected() if following is None:
                self._counts.dead += 1
            case _:
                pass


def _moved(slip: Slip, old: int, new: int) -> Slip:
    """Send what was for the chat's old id to the new one."""
    chat = new if slip.chat == old else slip.chat
    return Slip(slip.number, chat, slip.is_notice, slip.pause)
