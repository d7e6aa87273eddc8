"""The shim `failing.c`: compiled when wanted, preloaded into a command, read afterwards."""

import shutil
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Record", "Shim", "compiler"]

SOURCE = Path(__file__).with_name("failing.c")
# calls, failed, what: see struct record.
RECORD = struct.Struct("qq240s")


@dataclass(frozen=True, slots=True)
class Record:
    """What a shim counted.

    Attributes:
        n_calls: calls that change the disk below the folder.
        n_failed: of them, those that were made to fail.
        what: the first that failed: its name, and the path below the folder.
    """

    n_calls: int
    n_failed: int
    what: str


class Shim:
    """The compiled shim.

    Parameters
    ----------
    folder
        where it and its record are put.
    compiler
        the C compiler, as `compiler` finds it.
    """

    def __init__(self, folder: Path, compiler: str) -> None:
        self._library = folder / "failing.so"
        self._record = folder / "failing.record"
        command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(self._library), str(SOURCE)]
        subprocess.run([*command, "-ldl"], check=True)

    def environ(self, below: Path, *, at: int, how: str, error: int) -> dict[str, str]:
        """Return the environment of one run, and begin a new record.

        Parameters
        ----------
        below
            absolute path of the folder whose calls are counted.
        at
            which call fails, from 1; 0 for none.
        how
            "once", "ever", "every", "kill" or "slow".
        error
            number of the error; where it is slow, milliseconds.
        """
        self._record.write_bytes(bytes(RECORD.size))
        return {
            "LD_PRELOAD": str(self._library),
            "FAULT_BELOW": str(below),
            "FAULT_RECORD": str(self._record),
            "FAULT_AT": str(at),
            "FAULT_HOW": how,
            "FAULT_ERRNO": str(error),
        }

    def record(self) -> Record:
        """Return what was counted since `environ` was asked for."""
        n_calls, n_failed, what = RECORD.unpack(self._record.read_bytes())
        return Record(n_calls, n_failed, what.rstrip(b"\0").decode(errors="replace"))


def compiler() -> str | None:
    """Return the system's C compiler, if there is one."""
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
