"""The updates a bot has not confirmed yet, and the long poll that hands them out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Final

from .pulse import Pulse
from .refusals import Json, Refusal, bad_request

__all__ = ["DEFAULT_KINDS", "UPDATE_KINDS", "Queued", "UpdateQueue"]

UPDATE_KINDS: Final = frozenset(
    [
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "guest_message",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "managed_bot",
    ]
)
DEFAULT_KINDS: Final = UPDATE_KINDS - {
    "chat_member",
    "message_reaction",
    "message_reaction_count",
}


@dataclass(frozen=True, slots=True)
class Queued:
    """An update, and where it belongs.

    Attributes
    ----------
    lane
        The chat, or outside chats the person, whose order it keeps.
    serial
        Counts what was ever queued, repeats included, from 1.

    """

    update: Json
    lane: int
    serial: int

    @property
    def update_id(self) -> int:
        """The number that confirms it."""
        return int(self.update["update_id"])


@dataclass(slots=True, eq=False)
class UpdateQueue:
    """Unconfirmed updates by id, in the order they came about.

    Attributes
    ----------
    next_id
        The id the next update gets; ids only grow.
    allowed
        The kinds of update that are kept; applied when an update comes about.
    n_polls
        How many getUpdates calls wait for an update.

    """

    pulse: Pulse
    next_id: int = 500_001
    allowed: frozenset[str] = DEFAULT_KINDS
    pending: dict[int, Queued] = field(default_factory=dict)
    n_polls: int = 0
    _serial: int = 0
    _turn: int = 0
    _ended_by: str = ""

    def add(self, kind: str, payload: Json, lane: int) -> Json | None:
        """Queue an update and return it, or None if the bot does not want its kind."""
        if kind not in self.allowed:
            return None
        update = {"update_id": self.next_id, kind: payload}
        self.next_id += 1
        self.add_again(update, lane)
        return update

    def add_again(self, update: Json, lane: int) -> None:
        """Queue a ready-made update at the end, such as one the bot has had before."""
        self._serial += 1
        self.pending.pop(update["update_id"], None)
        self.pending[update["update_id"]] = Queued(update, lane, self._serial)
        self.pulse.beat()

    def forget(self, update_ids: Iterable[int]) -> None:
        """Drop updates: they are confirmed."""
        for update_id in update_ids:
            self.pending.pop(update_id, None)
        self.pulse.beat()

    def allow(self, kinds: list[str] | None) -> None:
        """Remember the wanted kinds; none given keeps them, an empty list asks for the default."""
        if kinds is None:
            return
        for kind in kinds:
            if kind not in UPDATE_KINDS:
                raise bad_request(f"unknown kind of update {kind!r}")
        self.allowed = frozenset(kinds) or DEFAULT_KINDS

    def queued_after(self, serial: int) -> list[Queued]:
        """Return what was queued after a serial number, oldest first."""
        fresh = takewhile(lambda queued: queued.serial > serial, reversed(self.pending.values()))
        return list(fresh)[::-1]

    def confirm(self, offset: int) -> None:
        """Forget the updates below a positive offset, or all but the last -offset of them."""
        ids = list(self.pending)
        if offset > 0:
            self.forget([each for each in ids if each < offset])
        elif offset < 0:
            self.forget(ids[:offset])

    def end_polls(self, by: str) -> None:
        """Make the poll that is waiting end with a conflict."""
        self._turn += 1
        self._ended_by = by
        self.pulse.beat()

    async def poll(self, offset: int, *, limit: int, seconds: float) -> list[Json]:
        """Confirm, then return up to `limit` updates as soon as there is one."""
        self.end_polls("other getUpdates request; make sure that only one bot instance is running")
        mine = self._turn
        self.confirm(offset)
        self.n_polls += 1
        self.pulse.beat()
        try:
            await self.pulse.until(
                lambda: bool(self.pending) or self._turn != mine, timeout=seconds
            )
        finally:
            self.n_polls -= 1
            self.pulse.beat()
        if self._turn != mine:
            why = f"Conflict: terminated by {self._ended_by}"
            raise Refusal(409, why, is_fault=False)
        return [queued.update for queued in islice(self.pending.values(), limit)]
