"""What a process holds and uses, as the kernel tells it."""

import os
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Vitals", "read_vitals"]

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
# Places in /proc/PID/stat after the name in brackets, from 0.
USER_TIME, SYSTEM_TIME, THREADS, RESIDENT = 11, 12, 17, 21


@dataclass(frozen=True, slots=True)
class Vitals:
    """One look at a process.

    Attributes:
        resident_bytes: memory that is in RAM.
        cpu_seconds: of all threads, in user and system mode, since the start.
        starved_seconds: for which a thread that lives could run and had no processor.
        n_threads: that live.
        n_files: open file descriptors.
    """

    resident_bytes: int
    cpu_seconds: float
    starved_seconds: float
    n_threads: int
    n_files: int


def read_vitals(process: int) -> Vitals:
    """Look at a process by its id.

    Raises
    ------
    OSError
        It has ended.
    """
    folder = Path("/proc") / str(process)
    fields = (folder / "stat").read_text().rpartition(")")[2].split()
    return Vitals(
        resident_bytes=int(fields[RESIDENT]) * PAGE,
        cpu_seconds=(int(fields[USER_TIME]) + int(fields[SYSTEM_TIME])) / TICKS,
        starved_seconds=sum(map(_starved, (folder / "task").iterdir())),
        n_threads=int(fields[THREADS]),
        n_files=len(list((folder / "fd").iterdir())),
    )


def _starved(thread: Path) -> float:
    """Return seconds; 0 for a thread that has just ended, or where the kernel does not count."""
    try:
        return int((thread / "schedstat").read_text().split()[1]) / 1e9
    except OSError:
        return 0.0
