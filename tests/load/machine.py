"""The machine and the versions that figures belong to."""

import os
import platform
import sqlite3
from importlib.metadata import version

__all__ = ["described"]


def described() -> str:
    """Return one line: processors, how busy they are by others, and versions."""
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    return (
        f"{os.cpu_count()} processors ({platform.machine()}), load average {busy};"
        f" Python {platform.python_version()}, python-telegram-bot"
        f" {version('python-telegram-bot')}, SQLite {sqlite3.sqlite_version}"
    )
