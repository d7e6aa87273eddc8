"""The commands of administrators, whatever the channel; rights are checked when one is run."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot import phrases
from bot.access import Access
from bot.replies import Reply, say

__all__ = ["Administration", "Command"]

# Takes the number of the administrator and the rest of the line.
Command = Callable[[int, str], Reply]


class Administration:
    """Runs the commands of administrators.

    A channel brings only what somebody wrote themselves, under their own name and in private: no
    words passed on, and nobody who speaks in the name of a group or a channel.

    Parameters
    ----------
    access
        who administers.
    commands
        by their names, without the slash.

    Attributes
    ----------
    commands
        the same.
    """

    def __init__(self, access: Access, commands: Mapping[str, Command]) -> None:
        self._access = access
        self.commands = MappingProxyType(dict(commands))

    def knows(self, name: str) -> bool:
        """Say whether a command, without its slash, is one of administrators."""
        return name in self.commands

    def may(self, user: int | None) -> bool:
        """Say whether a user may run them now."""
        return self._access.may_administer(user)

    def reply(self, by: int | None, name: str, rest: str) -> Reply:
        """Run a command that is known, if whoever says so may still do it.

        Parameters
        ----------
        by
            the number of the user.
        name
            of the command, without the slash.
        rest
            what follows it.
        """
        if by is None or not self.may(by):
            return say(phrases.NOT_ADMIN)
        return self.commands[name](by, rest.strip())
