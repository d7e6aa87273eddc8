"""Uploads that try to do harm: what comes of one, how long it takes, and in how much memory."""

import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bot.documents.adding import Library, Refused
from bot.documents.children import ROOT
from bot.home import Home

__all__ = ["Upload", "reader_peak", "upload"]


@dataclass(frozen=True, slots=True)
class Upload:
    """What came of an upload.

    Attributes:
        reason: why it is refused; "" where it is taken in.
        seconds: how long that took.
        n_bytes: by how much it raised the most memory that this process ever held.
        files: what there is in the home afterwards.
    """

    reason: str
    seconds: float
    n_bytes: int
    files: tuple[str, ...]

    @property
    def is_refused_at_once(self) -> bool:
        """Whether it is refused in one line, within a second and 64 MB, and leaves nothing."""
        is_line = bool(self.reason) and "\n" not in self.reason
        return is_line and self.seconds < 1 and self.n_bytes < 64 << 20 and not self.files


def upload(folder: Path, content: bytes, name: str) -> Upload:
    """Add a file to a home below a folder."""
    home, before = Home(folder / "home"), _peak()
    start = time.perf_counter()
    found = Library(home).add(content, name)
    seconds = time.perf_counter() - start
    files = tuple(sorted(p.name for p in home.path.rglob("*") if p.is_file()))
    reason = found.reason if isinstance(found, Refused) else ""
    return Upload(reason, seconds, _peak() - before, files)


def reader_peak(content: bytes, suffix: str) -> int:
    """Return the most bytes of memory that the process holds which reads a file."""
    # What the kernel counts for this program alone: `ru_maxrss` begins with that of its parent.
    code = (
        "import re, sys; sys.path.insert(0, sys.argv[1]); "
        "from bot.documents.reading import main; main(); "
        "print(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1])"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-c", code, ROOT],
        input=suffix.encode() + b"\n" + content,
        capture_output=True,
        check=True,
    )
    return int(run.stdout.split()[-1]) * 1024


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
