"""What is to be sent: marked before the call, and again with what came of it."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.database import Database
from bot.delivery.values import (
    Call,
    Doubtful,
    Gone,
    Letter,
    Moved,
    Outcome,
    Postponed,
    Rejected,
    Sent,
    Slip,
)

__all__ = ["MOST_DOUBTS", "Left", "Outbox"]

# How often one message may be sent without anybody knowing whether it arrived. Each time may be a
# double of it; after the last it is left as it is. A call for no chat answers somebody who waits
# for seconds only.
MOST_DOUBTS, MOST_DOUBTS_WITHOUT_CHAT = 6, 2
SENT = "state = 'sent', next_at = NULL, payload = '{}'"
# Seconds: the first pause before another attempt, and what doubling it may lead to.
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
# Seconds; a deadline kept over a restart is not believed beyond that, clocks can be wrong.
LONGEST_MEMORY = 900.0


@dataclass(frozen=True, slots=True)
class Left:
    """What an earlier process left behind: the open slips of one lane, in order."""

    lane: str
    slips: tuple[Slip, ...]


class Outbox:
    """Rows by their own number; `next_at` is empty where nothing is to be done any more.

    Every method runs within a transaction.

    Parameters
    ----------
    database
        where they are.
    clock
        seconds since 1970.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def add(self, update_id: int, letters: Sequence[Letter]) -> list[Slip]:
        """Keep what is to be sent for something received, in order, behind what already is."""
        slips = []
        for letter in letters:
            ((number,),) = self._database.rows(
                "INSERT INTO outbox"
                " (update_id, seq, chat, method, payload, is_notice, state, next_at)"
                " VALUES (?1, (SELECT count(*) FROM outbox WHERE update_id = ?1),"
                " ?2, ?3, ?4, ?5, 'ready', ?6) RETURNING id",
                update_id,
                letter.chat,
                letter.method,
                json.dumps(letter.payload),
                letter.is_notice,
                self._clock(),
            )
            slips.append(Slip(int(str(number)), letter.chat, letter.is_notice))
        return slips

    def recover(self) -> tuple[list[Left], int]:
        """Return what is still to be sent, lane by lane, and how much of it may have been sent."""
        doubted = self._database.rows(
            "UPDATE outbox SET state = 'uncertain' WHERE state = 'sending' RETURNING id"
        )
        rows = self._database.rows(
            "SELECT lane, id, outbox.chat, is_notice, next_at FROM outbox"
            " JOIN inbox USING (update_id) WHERE next_at IS NOT NULL ORDER BY id"
        )
        lanes: dict[str, list[Slip]] = {}
        for lane, number, chat, is_notice, next_at in rows:
            pause = min(max(0.0, float(str(next_at)) - self._clock()), LONGEST_MEMORY)
            slip = Slip(int(str(number)), int(str(chat)), bool(is_notice), pause)
            lanes.setdefault(str(lane), []).append(slip)
        return [Left(lane, tuple(slips)) for lane, slips in lanes.items()], len(doubted)

    def sending(self, number: int) -> Call:
        """Mark that a call is being made, and return it."""
        ((chat, method, payload),) = self._set(
            number, "state = 'sending'", returning="chat, method, payload"
        )
        return Call(int(str(chat)), str(method), json.loads(str(payload)))

    def record(self, slip: Slip, outcome: Outcome) -> Slip | None:
        """Mark what came of a call; return what to do next, or None where that is nothing.

        What was sent is needed no more, and its text is not kept.
        """
        match outcome:
            case Sent(message_id):
                self._set(slip.number, f"{SENT}, message_id = ?", message_id)
                return None
            case Postponed(seconds=seconds):
                return self._again(slip, "ready", seconds)
            case Moved(chat):
                return self._move(slip, chat)
            case Rejected(may_be_plain=may_be_plain):
                return self._reject(slip, may_be_plain=may_be_plain)
            case Gone():
                return self._replace(slip, outcome)
            case Doubtful():
                return self._doubt(slip)

    def give_up(self, numbers: Sequence[int]) -> None:
        """Mark slips as dead that nobody has sent."""
        for number in numbers:
            self._settle(number, "dead")

    def update_of(self, slip: Slip) -> int:
        """Return the number of what a slip answers."""
        ((update_id,),) = self._database.rows(
            "SELECT update_id FROM outbox WHERE id = ?", slip.number
        )
        return int(str(update_id))

    def _again(self, slip: Slip, state: str, seconds: float | None) -> Slip:
        """Put a slip back, to be sent after some seconds, or after longer each time."""
        change = f"state = '{state}', attempts = attempts + 1"
        ((attempts,),) = self._set(slip.number, change, returning="attempts")
        longer = FIRST_PAUSE * 2 ** min(int(str(attempts)) - 1, 10)
        pause = min(longer, LONGEST_PAUSE) if seconds is None else seconds
        self._set(slip.number, "next_at = ?", self._clock() + pause)
        return replace(slip, pause=pause)

    def _doubt(self, slip: Slip) -> Slip | None:
        ((doubts,),) = self._set(slip.number, "doubts = doubts + 1", returning="doubts")
        if int(str(doubts)) >= (MOST_DOUBTS if slip.chat else MOST_DOUBTS_WITHOUT_CHAT):
            self._settle(slip.number, "uncertain")
            return None
        return self._again(slip, "uncertain", None)

    def _move(self, slip: Slip, chat: int) -> Slip:
        """Send everything for a chat to its new id, where the question has another number."""
        self._database.rows(
            "UPDATE outbox SET chat = ?, payload = json_remove(payload, '$.reply_parameters')"
            " WHERE chat = ? AND next_at IS NOT NULL",
            chat,
            slip.chat,
        )
        return replace(self._again(slip, "ready", 0.0), chat=chat)

    def _replace(self, slip: Slip, gone: Gone) -> Slip:
        """Make another call in the place of a change, and forget the message that is no more."""
        self._database.rows(
            "UPDATE outbox SET message_id = NULL WHERE message_id = ? AND chat = ?",
            gone.message,
            slip.chat,
        )
        change = "method = ?, payload = ?"
        self._set(slip.number, change, gone.method, json.dumps(gone.payload))
        return self._again(slip, "ready", 0.0)

    def _reject(self, slip: Slip, *, may_be_plain: bool) -> Slip | None:
        made_plain = self._database.rows(
            "UPDATE outbox SET payload = json_remove(payload, '$.entities')"
            " WHERE id = ? AND ? AND json_type(payload, '$.entities') IS NOT NULL RETURNING id",
            slip.number,
            may_be_plain,
        )
        if made_plain:
            return self._again(slip, "ready", 0.0)
        self._settle(slip.number, "dead")
        return None

    def _settle(self, number: int, state: str) -> None:
        """Leave a slip as it is; what is for no chat no chat can have forgotten: it is not kept."""
        kept = "payload = CASE chat WHEN 0 THEN '{}' ELSE payload END"
        self._set(number, f"state = '{state}', next_at = NULL, {kept}")

    def _set(
        self, number: int, change: str, *values: object, returning: str = "id"
    ) -> list[tuple[object, ...]]:
        # The changes are fixed texts; whatever comes from outside is a value.
        sql = f"UPDATE outbox SET {change} WHERE id = ? RETURNING {returning}"  # noqa: S608
        return self._database.rows(sql, *values, number)
