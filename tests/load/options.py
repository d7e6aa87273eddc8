"""What a programme may be told, and a fresh home for each of its runs."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.load.documents import QUESTIONS, indexed_home
from tests.load.results import Result

__all__ = ["Options", "Programme", "Workshop"]


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of a programme.

    Attributes:
        seconds: length of each of its runs.
        n_chats: that ask.
        rates: questions a second, one run for each.
        seed: of every random choice.
        has_limits: whether the bot holds itself to Telegram's limits, and the server to them.
        has_stock: whether python-telegram-bot is measured beside Quoth.
        texts: what is asked.
    """

    seconds: float
    n_chats: int = 2_000
    rates: Sequence[float] = (20.0,)
    seed: int = 1
    has_limits: bool = True
    has_stock: bool = False
    texts: Sequence[str] = QUESTIONS


class Workshop:
    """A folder with one index, and copies of its home.

    Parameters
    ----------
    folder
        must be empty.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._home = indexed_home(folder)
        self._n_homes = 0

    def home(self) -> Path:
        """Return a home that nothing was asked of."""
        self._n_homes += 1
        return shutil.copytree(self._home, self._folder / f"home-{self._n_homes}")


class Programme(Protocol):
    """Makes runs and sums them up."""

    async def __call__(self, options: Options, workshop: Workshop) -> Result:
        """Carry the programme out."""
        ...
