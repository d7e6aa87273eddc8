"""Programs that misbehave, run as a child the way a reader is."""

import json
import sys
import time
from pathlib import Path

__all__ = ["main"]


def main(wish: str) -> None:
    """Do what the input says."""
    if wish == "hang":
        time.sleep(600)
    if wish.startswith("spawn and hang "):
        import subprocess

        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", wish])
        time.sleep(600)
    if wish == "talk":
        while True:
            print("x" * 1000)
    if wish == "crash":
        sys.exit(7)
    if wish == "list":
        print("[]")
    if wish == "tell":
        import os

        environ = {name: value for name, value in os.environ.items() if name != "LC_CTYPE"}
        around = [path.name for path in Path.cwd().iterdir()]
        print(json.dumps({"environ": environ, "around": around, "session": os.getsid(0)}))
    if wish.startswith("confined "):
        print(json.dumps({"did": confined(wish.removeprefix("confined "))}))


def confined(deed: str) -> str:
    """Try something that a confined reader must not be able to do; return how it ended."""
    import os
    import socket

    from bot.documents.limits import confine

    confine()
    try:
        if deed == "memory":
            bytearray(600 << 20)
        if deed == "file":
            Path("out").write_bytes(b"x")
        if deed == "files":
            [os.open(os.devnull, os.O_RDONLY) for _ in range(20)]
        if deed == "raise":
            import resource

            resource.setrlimit(resource.RLIMIT_CORE, (1, 1))
            if not os.geteuid():
                return "as root"
        if deed == "sockets":
            [socket.socket() for _ in range(20)]
    except (OSError, MemoryError, ValueError) as error:
        return type(error).__name__
    return "done"


if __name__ == "__main__":
    main(sys.stdin.read())
