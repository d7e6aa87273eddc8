"""How much of one chat may wait, so that no chat fills the room that all share."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.delivery.inbox import Inbox
from bot.delivery.outbox import Outbox
from bot.delivery.values import Arrival, Entry, Letter, Slip

__all__ = ["Crowding", "Kept", "Usher"]


class Usher(Protocol):
    """Knows what is in the things received; it raises nothing, whatever they hold."""

    def is_vital(self, arrival: Arrival) -> bool:
        """Say whether it is kept, however much of its chat is waiting; for the event loop."""
        ...

    def part(self, arrival: Arrival) -> str:
        """Name what of its chat it counts with, so that nothing else takes the place of questions.

        What is asked counts with "".
        """
        ...

    def is_fleeting(self, arrival: Arrival) -> bool:
        """Say whether only the newest of its lane is waited for; for the event loop."""
        ...

    def notice(self, arrival: Arrival) -> Sequence[Letter]:
        """Return what tells the chat of a thing that is left out; for the database's thread."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of things received.

    Attributes:
        new: what is to be answered.
        n_left_out: how many things are not.
        slips: what tells their chats.
    """

    new: Sequence[Entry]
    n_left_out: int = 0
    slips: Sequence[Slip] = ()


class Crowding:
    """Settles at once what exceeds a chat's part of the room.

    Parameters
    ----------
    inbox, outbox
        where it is kept.
    usher
        knows what is in it; without one, everything is kept to be answered.
    most
        how much of each part of one chat may wait; 0 for any number.
    """

    def __init__(
        self, inbox: Inbox, outbox: Outbox, usher: Usher | None = None, *, most: int = 0
    ) -> None:
        self._inbox = inbox
        self._outbox = outbox
        self._usher = usher
        self._most = most

    def excess(
        self, arrivals: Sequence[Arrival], n_waiting: Callable[[int, str], int]
    ) -> frozenset[int]:
        """Return the numbers of what is to be left out.

        Parameters
        ----------
        arrivals
            what is received, in order.
        n_waiting
            how much of a part of a chat waits already.
        """
        if self._usher is None or not self._most:
            return frozenset()
        fleeting = [each for each in arrivals if self._usher.is_fleeting(each)]
        newest = {each.lane: each.update_id for each in fleeting}
        left_out = {each.update_id for each in fleeting} - set(newest.values())
        more: Counter[tuple[int, str]] = Counter()
        for each in arrivals:
            if each.chat is None or each.update_id in left_out or self._usher.is_vital(each):
                continue
            key = (each.chat, self._usher.part(each))
            if n_waiting(*key) + more[key] < self._most:
                more[key] += 1
            else:
                left_out.add(each.update_id)
        return frozenset(left_out)

    def keep(self, arrivals: Sequence[Arrival], left_out: Collection[int]) -> Kept:
        """Keep what is received, within a transaction.

        Parameters
        ----------
        arrivals
            what is received, in order.
        left_out
            the numbers of what is not to be answered.
        """
        parts = {each.update_id: self._part(each) for each in arrivals}
        added = self._inbox.add(each for each in arrivals if each.update_id not in left_out)
        new = [replace(entry, part=parts[entry.update_id]) for entry in added]
        rest = self._inbox.leave_out(each for each in arrivals if each.update_id in left_out)
        slips = [
            slip for each in rest for slip in self._outbox.add(each.update_id, self._notice(each))
        ]
        return Kept(new, len(rest), slips)

    def _part(self, arrival: Arrival) -> str:
        return self._usher.part(arrival) if self._usher is not None else ""

    def _notice(self, arrival: Arrival) -> Sequence[Letter]:
        return self._usher.notice(arrival) if self._usher is not None else ()
