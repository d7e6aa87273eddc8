import os
import threading
from pathlib import Path

import pytest

from tests.load.vitals import read_vitals


def test_an_open_file_and_a_thread_more_are_seen(tmp_path: Path) -> None:
    end = threading.Event()
    before = read_vitals(os.getpid())

    with (tmp_path / "file").open("w"):
        thread = threading.Thread(target=end.wait)
        thread.start()
        during = read_vitals(os.getpid())
        end.set()
        thread.join()

    assert (during.n_files - before.n_files, during.n_threads - before.n_threads) == (1, 1)


def test_memory_in_use_is_seen() -> None:
    before = read_vitals(os.getpid())

    block = bytearray(os.urandom(1)) * 50_000_000
    during = read_vitals(os.getpid())

    assert during.resident_bytes - before.resident_bytes > 45_000_000
    assert len(block) == 50_000_000


def test_a_process_that_has_ended_has_no_vitals() -> None:
    with pytest.raises(OSError, match="No such file"):
        read_vitals(2**22 + 1)
