"""The processes of one session: a command and whatever it has started."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

__all__ = ["kill_session", "survivors"]

PROCESSES = Path("/proc")
# Seconds that the system may take to end what was killed.
PATIENCE = 5.0


def kill_session(leader: subprocess.Popen[bytes]) -> int:
    """Kill a child that leads a session, and its group, without a warning; return its code."""
    with suppress(ProcessLookupError):
        os.killpg(leader.pid, signal.SIGKILL)
    return leader.wait()


def survivors(session: int, *, patience: float = PATIENCE) -> list[int]:
    """Return the processes of a session that still live after some patience, in seconds."""
    end = time.monotonic() + patience
    while (found := _living(session)) and time.monotonic() < end:
        time.sleep(0.005)
    return found


def _living(session: int) -> list[int]:
    found = []
    for path in PROCESSES.glob("[0-9]*/stat"):
        with suppress(OSError):
            # After the name, which may hold anything: state, parent, group, session.
            state, _, _, of_session = path.read_text().rpartition(")")[2].split()[:4]
            if int(of_session) == session and state not in "ZX":
                found.append(int(path.parent.name))
    return found
