"""The bots that are tried: Quoth, and the stock library with the same answers as a control."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bot.channels.telegram.process import polling, webhook
from tests.bot_api import BotApi

__all__ = ["ARMS", "QUOTH", "STOCK", "Arm", "Mode", "environ_of"]

Mode = Callable[[BotApi, Path, Path], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Arm:
    """A bot.

    Attributes:
        name: in tables.
        command: what runs it, without the interpreter.
    """

    name: str
    command: tuple[str, ...]

    @property
    def argv(self) -> tuple[str, ...]:
        """The whole command."""
        return (sys.executable, *self.command)


QUOTH: Final = Arm("quoth", ("-m", "bot", "telegram"))
STOCK: Final = Arm("stock", ("-m", "tests.faults.delivery.stock"))
ARMS: Final = (QUOTH, STOCK)


def environ_of(mode: str, server: BotApi, home: Path, folder: Path) -> Mapping[str, str]:
    """Return the environment in which both arms poll, or listen.

    Parameters
    ----------
    mode
        "polling" or "webhook".
    server
        the API.
    home
        an indexed home.
    folder
        where secrets are written.
    """
    modes: Mapping[str, Mode] = {"polling": polling, "webhook": webhook}
    return modes[mode](server, home, folder)
