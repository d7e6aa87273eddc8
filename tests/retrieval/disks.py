"""Disks of a test's own: small ones that fill up, and ones that cannot be written to."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

__all__ = ["make_read_only", "small_disk"]

MOUNT = shutil.which("mount") or ""
UMOUNT = shutil.which("umount") or ""


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Put a file system in memory in the place of a folder, of a size such as "64k".

    The test is skipped where this process may not do so.
    """
    folder.mkdir()
    command = [MOUNT, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    may = MOUNT and os.geteuid() == 0
    if not may or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a file system can be mounted by root only")
    try:
        yield folder
    finally:
        # Lazily: an index that is still mapped goes when its test does.
        subprocess.run([UMOUNT, "--lazy", str(folder)], check=True)


def make_read_only(folder: Path) -> None:
    """Let nothing be written any more to a disk that `small_disk` made."""
    subprocess.run([MOUNT, "-o", "remount,ro", str(folder)], check=True)
