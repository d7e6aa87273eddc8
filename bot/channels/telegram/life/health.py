"""How long things have gone wrong, and when that is too long."""

import time
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Health", "Patiences", "Unwell"]


@dataclass(frozen=True, slots=True)
class Patiences:
    """How long to bear what, in seconds.

    Attributes:
        quiet: without a good answer of the server before the connections are made anew.
        silent: without one before the process ends.
        refused: with the token refused before the process ends.
        conflict: with somebody else receiving before the process ends.
        stuck: with the database's thread at one piece of work before the process ends.
    """

    quiet: float = 90.0
    silent: float = 300.0
    refused: float = 180.0
    conflict: float = 600.0
    stuck: float = 60.0


class Unwell(Exception):
    """The process cannot go on; another start may help.

    Attributes:
        line: what is wrong and what to do, in one line.
        code: the exit code.
        is_stuck: whether a thread will not end, and the process has to end without it.
    """

    def __init__(self, line: str, code: int, *, is_stuck: bool = False) -> None:
        super().__init__(line)
        self.line = line
        self.code = code
        self.is_stuck = is_stuck


# Exit codes: failed, and what sysexits.h calls "try again later".
FAILED, TRY_LATER = 1, 75


class Health:
    """Takes note of what goes well and what does not.

    Parameters
    ----------
    patiences
        how long to bear what.
    clock
        seconds, never set back.
    """

    def __init__(
        self, patiences: Patiences | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.patiences = patiences or Patiences()
        self._clock = clock
        self._good_at = clock()
        self._renewed_at = clock()
        self._refused_at: float | None = None
        self._conflict_at: float | None = None

    def good(self) -> None:
        """Note that the server answered as it should."""
        self._good_at = self._clock()

    def received(self) -> None:
        """Note that it handed updates out, or would."""
        self.good()
        self._refused_at = self._conflict_at = None

    def refused(self) -> None:
        """Note that it refused the token."""
        if self._refused_at is None:
            self._refused_at = self._clock()

    def conflict(self) -> None:
        """Note that somebody else receives the updates."""
        if self._conflict_at is None:
            self._conflict_at = self._clock()

    @property
    def quiet_for(self) -> float:
        """Seconds since the server last answered as it should."""
        return self._clock() - self._good_at

    @property
    def is_refused(self) -> bool:
        """Whether the token has been refused for too long."""
        return self._since(self._refused_at) > self.patiences.refused

    def needs_renewal(self) -> bool:
        """Say whether to make the connections anew, once in a while."""
        now, quiet = self._clock(), self.patiences.quiet
        is_due = now - max(self._good_at, self._renewed_at) > quiet
        if is_due:
            self._renewed_at = now
        return is_due

    def check(self, busy_for: float) -> None:
        """See whether the process can go on.

        Parameters
        ----------
        busy_for
            seconds that the database's thread has been at one piece of work.

        Raises
        ------
        Unwell
            It cannot.
        """
        if self._since(self._conflict_at) > self.patiences.conflict:
            raise Unwell(
                "somebody else receives this bot's updates: either another instance runs with the"
                " same token, or a webhook is set: stop the one or delete the other",
                TRY_LATER,
            )
        if self.quiet_for > self.patiences.silent:
            seconds = int(self.patiences.silent)
            line = f"no good answer from the API server for {seconds} s: starting again may help"
            raise Unwell(line, FAILED)
        if busy_for > self.patiences.stuck:
            line = f"an answer takes more than {int(self.patiences.stuck)} s: starting again"
            raise Unwell(line, FAILED, is_stuck=True)

    def _since(self, moment: float | None) -> float:
        return 0.0 if moment is None else self._clock() - moment
