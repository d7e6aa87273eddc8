"""How much each user, each chat and everybody together may do: so much in any window of time."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from bot.windows import Windows, renew

__all__ = ["DAY", "MINUTE", "Admission", "Admitted", "Kind", "Limit", "Quotas", "Refused", "rules"]

Kind = Literal["question", "command", "press", "inline", "unasked"]
Scope = Literal["user", "chat", "all"]

MINUTE: Final = 60.0
DAY: Final = 86_400.0
# A person reads what a button shows and types a question letter by letter: no one does either
# faster. The commands that ask nothing cost little, and a group has more than one person.
PRESSES, INLINES, COMMANDS_A_QUESTION, PERSONS_A_CHAT = 60, 30, 2, 2
# A group gets twenty messages a minute: half of them are for what is asked there.
PRESSES_A_GROUP = 10
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
        "press": [
            Limit("user", PRESSES if per_minute else 0),
            Limit("chat", PRESSES_A_GROUP if per_minute else 0),
        ],
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

    Examples
    --------
    >>> quotas = Quotas({"question": [Limit("user", 1)]})
    >>> quotas.admit(7, 7, 100.0)
    Admitted()
    >>> quotas.admit(7, 7, 130.0)
    Refused(limit=Limit(scope='user', most=1, seconds=60.0), wait=30.0, is_first=True)
    """

    def __init__(self, limits: Rules | None = None) -> None:
        self._windows = {
            kind: [
                (limit, Windows(limit.most, limit.seconds, is_shared=limit.scope == "all"))
                for limit in several
            ]
            for kind, several in (limits or {}).items()
        }
        self._told: dict[Hashable, float] = {}

    def admit(
        self,
        user: Hashable,
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
            who does it, or None for nobody in particular.
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
        who: dict[Scope, Hashable] = {"all": 0}
        if not is_free:
            who |= {"user": user, "chat": chat if chat != user else None}
        held = [
            (limit, windows, key)
            for limit, windows in self._windows.get(kind, ())
            if (key := who.get(limit.scope)) is not None
        ]
        asker = (user, chat)
        waits = [(windows.wait(key, asker, at), limit) for limit, windows, key in held]
        wait, longest = max(waits, key=lambda pair: pair[0], default=(0.0, None))
        if longest is None or wait <= 0:
            for _, windows, key in held:
                windows.add(key, asker, at)
            return Admitted()
        is_first = kind not in SILENT and self._is_first(user, chat, longest, at)
        return Refused(longest, wait, is_first)

    def may_tell(self, chat: int, at: float) -> bool:
        """Say whether a chat was told nothing in the last minute; from now on it was."""
        return self._is_new((chat, None, MINUTE), at, MINUTE)

    def _is_first(self, user: Hashable, chat: int | None, limit: Limit, at: float) -> bool:
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
        renew(self._told, key, at)
        return True
