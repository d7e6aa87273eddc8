"""The commands that let somebody in or keep them out."""

from collections.abc import Callable
from typing import Literal

from bot import phrases
from bot.access import Access
from bot.administering.administration import Command
from bot.administering.numbers import read_number
from bot.phrases import administering
from bot.replies import Reply, say
from bot.setting_forms import SHARED_SENDERS

__all__ = ["door"]


def door(access: Access, settled: Callable[[int], int] = int) -> dict[str, Command]:
    """Return the commands open, close, allow and deny.

    Parameters
    ----------
    access
        what they change.
    settled
        gives the number that a chat was first known under, which access goes by.
    """
    lists = _Lists(access, settled)
    return {
        "open": lists.open,
        "close": lists.close,
        "allow": lists.allow,
        "deny": lists.deny,
    }


class _Lists:
    def __init__(self, access: Access, settled: Callable[[int], int]) -> None:
        self._access = access
        self._settled = settled

    def open(self, by: int, rest: str) -> Reply:
        self._access.open(by)
        return say(phrases.OPENED)

    def close(self, by: int, rest: str) -> Reply:
        self._access.close(by)
        return say(phrases.CLOSED)

    def allow(self, by: int, rest: str) -> Reply:
        who = self._read(rest)
        if who is None:
            return self._list(rest, "allowed", administering.NOBODY_ALLOWED)
        if who in SHARED_SENDERS:
            return say(administering.shared(who, SHARED_SENDERS[who]))
        self._access.allow(who, by)
        return say(administering.allowed(who))

    def deny(self, by: int, rest: str) -> Reply:
        who = self._read(rest)
        if who is None:
            return self._list(rest, "denied", administering.NOBODY_DENIED)
        if who in SHARED_SENDERS:
            return say(administering.shared(who, SHARED_SENDERS[who]))
        if self._access.may_administer(who):
            return say(administering.administers(who))
        self._access.forbid(who, by)
        return say(administering.denied(who))

    def _read(self, rest: str) -> int | None:
        found = read_number(rest)
        return None if found is None else self._settled(found)

    def _list(self, rest: str, role: Literal["allowed", "denied"], nobody: str) -> Reply:
        """Show a list where no number is given, and say what a number is where it is none."""
        if rest:
            return say(administering.NO_NUMBER)
        return say(administering.numbers(role, self._access.listed(role)) or nobody)
