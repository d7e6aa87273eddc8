"""A received thing and its answer in one transaction; failures are repeated, then given up."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import structlog

from bot.database import Database
from bot.delivery.at_work import AtWork
from bot.delivery.committing import is_trouble
from bot.delivery.inbox import Inbox
from bot.delivery.outbox import Outbox
from bot.delivery.values import Call, Errand, Handler, Poison, Rejected, Slip
from bot.logs import described

__all__ = ["Decider", "Decision", "reference_of"]

# How often to try to answer something, and the seconds between the first attempts.
MOST_TRIES = 3
# How often it may end the whole process; a kill at that moment looks the same.
MOST_ENDS = 5
PAUSES = (0.1, 0.4)

log = structlog.stdlib.get_logger()


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided.

    Attributes:
        slips: what is to be sent, in order.
        again_in: seconds after which to try again, or None where it is decided.
        is_dead: whether it was given up.
        errand: what has to be known first, or None.
    """

    slips: tuple[Slip, ...] = ()
    again_in: float | None = None
    is_dead: bool = False
    errand: Errand | None = None


class Decider:
    """Has answers worked out, and keeps what comes of it; for the database's thread.

    Parameters
    ----------
    database, inbox, outbox
        where it is kept.
    handler
        works out the answers.
    """

    def __init__(self, database: Database, inbox: Inbox, outbox: Outbox, handler: Handler) -> None:
        self._at_work = AtWork(database.file)
        self._database = database
        self._inbox = inbox
        self._outbox = outbox
        self._handler = handler

    def decide(self, update_id: int, known: Mapping[str, object]) -> Decision:
        """Answer one thing, or note that it cannot be answered.

        Parameters
        ----------
        update_id
            its number.
        known
            what came of the errands for it so far, by name.
        """
        raw = self._inbox.raw(update_id)
        try:
            with self._database.transaction():
                with self._at_work.on(update_id):
                    calls = self._handler.handle(raw, known)
                slips = self._outbox.add(update_id, calls)
                self._inbox.done(update_id)
                return Decision(tuple(slips))
        except Errand as errand:
            return Decision(errand=errand)
        except Poison as poison:
            self._inbox.dead(update_id)
            log.warning("update not understood", update_id=update_id, reason=str(poison))
            return Decision(is_dead=True)
        except Exception as error:
            if is_trouble(error):
                raise
            return self._failed(update_id, raw, error)

    def recover(self) -> None:
        """Count a try for what the last process ended in the middle of; at last give it up."""
        update_id = self._at_work.left()
        if update_id is None or not self._inbox.is_open(update_id):
            return
        tries = self._inbox.count_try(update_id)
        log.warning("process ended in the middle of it", update_id=update_id, tries=tries)
        if tries >= MOST_ENDS:
            self._give_up(update_id, self._inbox.raw(update_id))

    def refused(self, slip: Slip, call: Call, outcome: Rejected) -> list[Slip]:
        """Give up an answer a part of which is refused; return what to send in its place.

        A notice that is refused has no successor, so that nothing goes on for ever.
        """
        update_id = self._outbox.update_of(slip)
        reference = reference_of(update_id)
        if not outcome.may_tell:
            log.info("reply not wanted", reason=outcome.reason)
            return []
        if slip.is_notice:
            log.warning("failure not reported", reference=reference, reason=outcome.reason)
            return []
        log.error("update failed", reference=reference, reason=outcome.reason)
        return self._outbox.add(update_id, self._handler.excuse(call, reference))

    def _failed(self, update_id: int, raw: str, error: Exception) -> Decision:
        tries = self._inbox.count_try(update_id)
        if tries < MOST_TRIES:
            reason = described(error)
            log.warning("update tried again", update_id=update_id, tries=tries, reason=reason)
            return Decision(again_in=PAUSES[tries - 1])
        log.error("update failed", reference=reference_of(update_id), exc_info=error)
        return Decision(tuple(self._give_up(update_id, raw)), is_dead=True)

    def _give_up(self, update_id: int, raw: str) -> list[Slip]:
        """Note that it is never answered, whether or not that can be told."""
        self._inbox.dead(update_id)
        reference = reference_of(update_id)
        try:
            with self._database.transaction():
                return self._outbox.add(update_id, self._handler.apology(raw, reference))
        except Exception as error:
            if is_trouble(error):
                raise
            log.warning("failure not reported", reference=reference, reason=described(error))
            return []


def reference_of(update_id: int) -> str:
    """Return the number under which people and the log speak of something received.

    >>> reference_of(500001)
    '885c4f65'
    """
    return hashlib.sha256(str(update_id).encode()).hexdigest()[:8]
