"""What a programme reports: steps as they come, breaches of promise, and a summary line."""

import sys
import time

__all__ = ["Report"]

# How often a run that nobody watches says how far it is.
STEPS = 10


class Report:
    """Collects the breaches of one run.

    Attributes:
        breaches: promises that were broken, in words.
    """

    def __init__(self) -> None:
        self.breaches: list[str] = []
        self._n_told = 0
        self._start = time.monotonic()

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say how far a run is: on a terminal always, elsewhere ten times a run."""
        if sys.stderr.isatty():
            print(f"\r\x1b[K{done} of {total}  {text}", end="", file=sys.stderr, flush=True)
        elif done * STEPS // total > self._n_told:
            self._n_told = done * STEPS // total
            print(f"{done} of {total}  {text}", file=sys.stderr, flush=True)

    def breach(self, text: str) -> None:
        """Note a broken promise, and print it at once."""
        self.breaches.append(text)
        print(f"BREACH: {text}", flush=True)

    def expect(self, is_kept: object, text: str) -> None:
        """Note a broken promise unless it was kept."""
        if not is_kept:
            self.breach(text)

    def summary(self, text: str) -> int:
        """Print the summary line; return the exit code."""
        seconds = time.monotonic() - self._start
        if sys.stderr.isatty():
            print(file=sys.stderr)
        print(f"{text}; {len(self.breaches)} breaches; {seconds:.0f} s")
        return 1 if self.breaches else 0
