"""How much each user, each chat and everybody together may do: so much in any window of time."""

from array import array
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

__all__ = ["DAY", "MINUTE", "Admission", "Admitted", "Kind", "Limit", "Quotas", "Refused", "rules"]

Value = TypeVar("Value")
Kind = Literal["question", "command", "press", "inline", "unasked"]
Scope = Literal["user", "chat", "all"]

MINUTE: Final = 60.0
DAY: Final = 86_400.0
# A person reads what a button shows and types a question letter by letter: no one does either
# faster. The commands that ask nothing cost little, and a group has more than one person.
PRESSES, INLINES, COMMANDS_A_QUESTION, PERSONS_A_CHAT = 60, 30, 2, 2
# One in so many of what everybody may ask together is for those who asked nothing in the window.
RESERVE: Final = 10
# Whoever has been quiet for longest is forgotten past that number; what all ask together still
# counts.
MOST_KEYS: Final = 10_000
# What nobody asked the bot is left unanswered without a word.
SILENT: Final[frozenset[Kind]] = frozenset({"unasked"})


@dataclass(frozen=True, slots=True)
class Limit:
    """So much in any window, and no more.

    Attributes:
        scope: whose doings count: a user's, a chat's, or everybody's together.
        most: how many, 1 or more.
        seconds: length of the window.
    """

    scope: Scope
    most: int
    seconds: float = MINUTE


@dataclass(frozen=True, slots=True)
class Admitted:
    """It is let in, and counts."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It is not let in, and does not count.

    Attributes:
        limit: what it would exceed; of several, the one that lasts longest.
        wait: seconds until that lets something in again.
        is_first: whether to say so: nobody there was told in this window.
    """

    limit: Limit
    wait: float
    is_first: bool


Admission = Admitted | Refused
Rules = Mapping[Kind, Sequence[Limit]]


def rules(per_minute: int, per_day: int, overall: int) -> Rules:
    """Return the limits of each kind; a number of 0 lifts those that follow from it.

    Parameters
    ----------
    per_minute
        questions of one user a minute; what else a user or a chat may do in a minute follows.
    per_day
        questions of one user in 24 hours.
    overall
        of everybody together, of each kind, a minute.

    Examples
    --------
    >>> rules(10, 0, 0)["question"]
    [Limit(scope='user', most=10, seconds=60.0), Limit(scope='chat', most=20, seconds=60.0)]
    >>> any(rules(0, 0, 0).values())
    False
    """
    commands, chat = COMMANDS_A_QUESTION * per_minute, PERSONS_A_CHAT * per_minute
    wanted: dict[Kind, list[Limit]] = {
        "question": [
            Limit("user", per_minute),
            Limit("user", per_day, DAY),
            Limit("chat", chat),
        ],
        "command": [Limit("user", commands), Limit("chat", PERSONS_A_CHAT * commands)],
        "press": [Limit("user", PRESSES if per_minute else 0)],
        "inline": [Limit("user", INLINES if per_minute else 0)],
        "unasked": [Limit("chat", chat)],
    }
    everybody = Limit("all", overall)
    return {
        kind: [limit for limit in (*limits, everybody) if limit.most]
        for kind, limits in wanted.items()
    }


class Quotas:
    """Lets in what keeps to every limit, and says whom to tell of what does not.

    The counts are in memory: a new process begins with none.

    Parameters
    ----------
    limits
        of each kind; a kind without any is always let in.

    Attributes
    ----------
    refused
        how many of each kind were refused, by the kind and the scope of the limit.

    Examples
    --------
    >>> quotas = Quotas({"question": [Limit("user", 1)]})
    >>> quotas.admit(7, 7, 100.0)
    Admitted()
    >>> quotas.admit(7, 7, 130.0)
    Refused(limit=Limit(scope='user', most=1, seconds=60.0), wait=30.0, is_first=True)
    """

    def __init__(self, limits: Rules | None = None) -> None:
        self.refused: Counter[tuple[Kind, Scope]] = Counter()
        self._windows = {
            kind: [_Windows(limit) for limit in several] for kind, several in (limits or {}).items()
        }
        self._told: dict[Hashable, float] = {}

    def admit(
        self,
        user: int | None,
        chat: int | None,
        at: float,
        kind: Kind = "question",
        *,
        is_free: bool = False,
    ) -> Admission:
        """Let something in, or refuse it.

        Parameters
        ----------
        user
            who does it, or None for one who writes in the name of a chat.
        chat
            where, or None for nowhere; a chat of the user's own number is private, and only what
            holds for the user holds there.
        at
            when, in seconds; what comes after something later counts as being at the same time.
        kind
            what is done.
        is_free
            whether only what holds for everybody together holds.
        """
        who: dict[Scope, int | None] = {"all": 0}
        if not is_free:
            who |= {"user": user, "chat": chat if chat != user else None}
        held = [
            (windows, key)
            for windows in self._windows.get(kind, ())
            if (key := who.get(windows.limit.scope)) is not None
        ]
        asker = (user, chat)
        waits = [(windows.wait(key, asker, at), windows.limit) for windows, key in held]
        wait, limit = max(waits, key=lambda pair: pair[0], default=(0.0, None))
        if limit is None or wait <= 0:
            for windows, key in held:
                windows.add(key, asker, at)
            return Admitted()
        self.refused[kind, limit.scope] += 1
        is_first = kind not in SILENT and self._is_first(user, chat, limit, at)
        return Refused(limit, wait, is_first)

    def may_tell(self, chat: int, at: float) -> bool:
        """Say whether a chat was told nothing in the last minute; from now on it was."""
        return self._is_new((chat, None, MINUTE), at, MINUTE)

    def _is_first(self, user: int | None, chat: int | None, limit: Limit, at: float) -> bool:
        """Say whether to tell: a chat once a minute, and each user in it once for longer windows.

        What ends within the minute is told to the chat, not to each of its users.
        """
        place = user if chat is None else chat
        told = None if limit.seconds <= MINUTE else user
        return self._is_new((place, told, limit.seconds), at, limit.seconds)

    def _is_new(self, key: Hashable, at: float, seconds: float) -> bool:
        last = self._told.get(key)
        if last is not None and at - last < seconds:
            return False
        _renew(self._told, key, at)
        return True


class _Windows:
    """When each key was let in within the last window.

    Parameters
    ----------
    limit
        what is let in.
    """

    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        # In seconds, the oldest first; at most as many as the limit lets in.
        self._moments: dict[Hashable, array[float]] = {}
        self._last: dict[Hashable, float] = {}

    def wait(self, key: Hashable, asker: Hashable, at: float) -> float:
        """Return the seconds until the limit lets a key's asker in; 0 where it does now."""
        moments = self._moments.get(key)
        if not moments:
            return 0.0
        at, seconds = max(at, moments[-1]), self.limit.seconds
        while moments and moments[0] + seconds <= at:
            del moments[0]
        n_over = len(moments) - self._most(asker, at)
        return moments[n_over] + seconds - at if n_over >= 0 else 0.0

    def add(self, key: Hashable, asker: Hashable, at: float) -> None:
        """Note that a key's asker was let in."""
        moments = self._moments.get(key, array("d"))
        moments.append(max(at, moments[-1]) if moments else at)
        _renew(self._moments, key, moments)
        if self.limit.scope == "all":
            _renew(self._last, asker, at)

    def _most(self, asker: Hashable, at: float) -> int:
        """Return how many to let in where this asker is one of them."""
        most = self.limit.most
        if self.limit.scope != "all":
            return most
        is_quiet = at - self._last.get(asker, -self.limit.seconds + at) >= self.limit.seconds
        return most if is_quiet else max(1, most - most // RESERVE)


def _renew(values: dict[Hashable, Value], key: Hashable, value: Value) -> None:
    """Set a value as the newest, and forget the oldest where there are too many."""
    values.pop(key, None)
    values[key] = value
    if len(values) > MOST_KEYS:
        del values[next(iter(values))]
