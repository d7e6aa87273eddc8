"""What waits to be answered: in order within a lane, in turns between chats."""

from collections import Counter, deque

from bot.delivery.values import Entry

__all__ = ["Lanes"]


class Lanes:
    """Hands out entries so that each lane keeps its order and no chat holds up another.

    A lane is held from the moment one of its entries is taken until it is released.

    >>> lanes = Lanes()
    >>> for number, chat in enumerate([7, 7, 8]):
    ...     lanes.add(Entry(number, chat, str(chat)))
    >>> [entry.update_id for entry in iter(lanes.take, None)]  # the second of chat 7 has to wait
    [0, 2]
    """

    def __init__(self) -> None:
        self._queues: dict[str, deque[Entry]] = {}
        self._held: set[str] = set()
        # Lanes that can be served, by chat; the chat that was served last is the last one.
        self._ready: dict[int, deque[str]] = {}
        self._n_of: Counter[tuple[int, str]] = Counter()
        self.n_waiting = 0

    def n_of(self, chat: int, part: str = "") -> int:
        """Return how many entries of a part of a chat are waiting."""
        return self._n_of.get((chat, part), 0)

    def add(self, entry: Entry) -> None:
        """Append an entry to its lane."""
        queue = self._queues.setdefault(entry.lane, deque())
        queue.append(entry)
        self._count(entry, 1)
        if len(queue) == 1 and entry.lane not in self._held:
            self._offer(entry)

    def hold(self, lane: str) -> None:
        """Let a lane wait; nothing of it may be waiting yet."""
        self._held.add(lane)

    def release(self, lane: str) -> None:
        """Let a lane go on."""
        self._held.discard(lane)
        if lane in self._queues:
            self._offer(self._queues[lane][0])

    def take(self) -> Entry | None:
        """Take the entry whose turn it is, and hold its lane; None where none can be served."""
        if not self._ready:
            return None
        chat = next(iter(self._ready))
        lanes = self._ready.pop(chat)
        lane = lanes.popleft()
        if lanes:
            self._ready[chat] = lanes
        self._held.add(lane)
        entry = self._queues[lane].popleft()
        self._count(entry, -1)
        if not self._queues[lane]:
            del self._queues[lane]
        return entry

    def _count(self, entry: Entry, added: int) -> None:
        key = (entry.chat, entry.part)
        self.n_waiting += added
        self._n_of[key] += added
        if not self._n_of[key]:
            del self._n_of[key]

    def _offer(self, entry: Entry) -> None:
        self._ready.setdefault(entry.chat, deque()).append(entry.lane)
