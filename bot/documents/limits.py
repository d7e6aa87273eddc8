"""What a process may use that reads a document from outside; it confines itself before it reads."""

import os
import resource
from contextlib import suppress

__all__ = [
    "CPU_SECONDS",
    "LARGEST",
    "LARGEST_STORE",
    "MEMORY",
    "MOST_SENTENCES",
    "WALL_SECONDS",
    "confine",
]

# Bytes of an upload: what Telegram lets a bot fetch.
LARGEST = 20 << 20
# Bytes of all uploads together.
LARGEST_STORE = 2 << 30
# Sentences of one document.
MOST_SENTENCES = 200_000
# Bytes of address space: 20 MB of text take about 200 MB to read.
MEMORY = 512 << 20
CPU_SECONDS = 20
WALL_SECONDS = 30.0
# Open files: the standard ones, and a module being imported.
MOST_FILES = 16
# Linux's number for a network of its own, empty of everything.
NEW_NETWORK = 0x40000000
NEW_USER = 0x10000000


def confine() -> None:
    """Give up memory, time, files, processes and, where the system lets it, the network.

    No file can be written, not even an empty one grown; a crash leaves no image of memory.
    """
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, MOST_FILES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (most, most))
    unshare = getattr(os, "unshare", None)  # since Python 3.12
    if unshare is not None:
        with suppress(OSError):
            unshare(NEW_USER | NEW_NETWORK)
