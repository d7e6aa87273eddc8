"""The process that asks outlives what it meets, and its death is told."""

import os
import signal
import subprocess
from pathlib import Path

from tests.faults.resident import Resident
from tests.faults.sessions import kill_session, survivors


def test_commands_run_one_after_another_in_one_process(tmp_path: Path) -> None:
    with Resident() as resident:
        before = resident.pid
        codes = [resident.run("verify", tmp_path / "none").code, resident.run("--version").code]

        assert (codes, resident.pid, resident.deaths) == ([1, 0], before, [])


def test_a_death_is_told_by_its_signal_and_another_process_goes_on() -> None:
    with Resident() as resident:
        os.kill(resident.pid, signal.SIGSEGV)
        codes = [resident.run("--version").code, resident.run("--version").code]

        assert (codes, resident.deaths) == ([-signal.SIGSEGV, 0], [-signal.SIGSEGV])


def test_what_outlives_the_leader_of_its_session_is_found() -> None:
    leader = subprocess.Popen(["/bin/sh", "-c", "sleep 60 & exit 0"], start_new_session=True)
    leader.wait()

    alone = survivors(leader.pid, patience=0)
    kill_session(leader)

    assert len(alone) == 1
    assert survivors(leader.pid) == []
