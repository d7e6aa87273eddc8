"""What goes into the inbox, what goes into the outbox, and what may come of a call."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

__all__ = [
    "Arrival",
    "Call",
    "Courier",
    "Doubtful",
    "Entry",
    "Errand",
    "Gone",
    "Handler",
    "Letter",
    "Moved",
    "Outcome",
    "Poison",
    "Postponed",
    "Rejected",
    "Sent",
    "Slip",
]


class Poison(Exception):
    """What was received cannot be understood, now or later."""


class Errand(Exception):
    """Something has to be found out or done outside before there can be an answer.

    Attributes:
        name: under which its result is known afterwards.
        run: does it, in the event loop; what it raises is known in the place of a result. It is
            done again where the process ends before the answer is kept.
    """

    def __init__(self, name: str, run: Callable[[], Awaitable[object]]) -> None:
        super().__init__(name)
        self.name = name
        self.run = run


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something received, not yet confirmed.

    Attributes:
        update_id: the channel's number for it; the same number again is the same thing.
        chat: the chat's id, or None where it belongs to none.
        lane: what keeps its order: the chat and, in forums, the topic.
        raw: as it was received.
    """

    update_id: int
    chat: int | None
    lane: str
    raw: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An open row of the inbox.

    Attributes:
        update_id: its number.
        chat: the chat's id; 0 stands for none.
        lane: what keeps its order.
        part: what of its chat it counts with while it waits; "" for what is asked.
    """

    update_id: int
    chat: int
    lane: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A call to be made.

    Attributes:
        chat: the chat's id, with which the call is made beside the payload; 0 where the call is
            for no chat.
        method: name of the call.
        payload: its parameters, as JSON can hold them.
        is_notice: whether it can let answers go first.
    """

    chat: int
    method: str
    payload: dict[str, Any]
    is_notice: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """An open row of the outbox.

    Attributes:
        number: its key.
        chat: the chat's id.
        is_notice: whether it can let answers go first.
        pause: seconds to wait before the next attempt.
    """

    number: int
    chat: int
    is_notice: bool
    pause: float = 0.0


@dataclass(frozen=True, slots=True)
class Call:
    """A call that is marked as being made.

    Attributes:
        chat: the chat's id.
        method: name of the call.
        payload: its parameters without the chat.
    """

    chat: int
    method: str
    payload: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sent:
    """It was carried out; `message_id` is the new message's, or None where there is none."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class Postponed:
    """It was surely not carried out, and may be later.

    Attributes:
        reason: why.
        seconds: how long to wait, or None to wait longer each time.
        halts: who waits: this call, its chat, or everybody.
    """

    reason: str
    seconds: float | None = None
    halts: Literal["call", "chat", "all"] = "call"


@dataclass(frozen=True, slots=True)
class Moved:
    """It was not carried out: the chat has another id now."""

    chat: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """It was not carried out and never will be.

    Attributes:
        reason: why.
        may_tell: whether the chat can be told of it.
        may_be_plain: whether it may go through without its looks.
        ends_answer: whether what follows it in its answer is given up with it.
    """

    reason: str
    may_tell: bool
    may_be_plain: bool = False
    ends_answer: bool = True


@dataclass(frozen=True, slots=True)
class Gone:
    """It was not carried out: the message that it was to change is no more.

    Attributes:
        message: the id of that message.
        method: name of the call to be made in its place.
        payload: the parameters of that call without the chat.
    """

    message: int
    method: str
    payload: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Nobody knows whether it was carried out."""

    reason: str


Outcome = Sent | Postponed | Moved | Rejected | Gone | Doubtful


class Handler(Protocol):
    """Decides what a received thing gets for an answer, in the database's thread."""

    def handle(self, raw: str, known: Mapping[str, object]) -> Sequence[Letter]:
        """Return the answer; what it keeps in the database takes effect together with it.

        Parameters
        ----------
        raw
            as it was received.
        known
            what came of the errands for it so far, by name.

        Raises
        ------
        Poison
            It cannot be understood.
        Errand
            Something has to be known first; nothing that was kept takes effect.
        """
        ...

    def apology(self, raw: str, reference: str) -> Sequence[Letter]:
        """Return what tells the chat that an answer failed, and under which number."""
        ...

    def excuse(self, call: Call, reference: str) -> Sequence[Letter]:
        """Return what tells the chat that a call for it was refused, and under which number."""
        ...


class Courier(Protocol):
    """Makes calls and says what came of them; it never raises for what goes wrong on the way."""

    async def carry(self, call: Call) -> Outcome:
        """Make one call."""
        ...
