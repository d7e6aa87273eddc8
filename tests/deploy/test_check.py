import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.deploy.folder import DEPLOY, check, copy_with

PARTS = ["dockerfile", "compose", "unit", "exposure"]


@pytest.mark.parametrize("part", PARTS)
def test_the_folder_passes(part: str) -> None:
    done = check(part)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("part", "file", "old", "new", "complaint"),
    [
        ("dockerfile", "Dockerfile", 'CMD ["telegram"]', "CMD telegram", "DL3025"),
        ("dockerfile", "Dockerfile", "USER 10001:10001", "USER root", "DL3002"),
        ("compose", "compose.yaml", "read_only: true", "readonly: true", "readonly"),
        ("compose", "compose.yaml", "secrets: [token]", "secrets: [tokn]", "tokn"),
        ("unit", "quoth.service", "ProtectClock=", "ProtectClok=", "Unknown key 'ProtectClok'"),
        ("unit", "quoth.service", "ProtectSystem=strict", "ProtectSystem=strong", "strong"),
        ("exposure", "quoth.service", "\nCapabilityBoundingSet=\n", "\n", "exposure level"),
    ],
)
def test_a_planted_fault_is_found(
    tmp_path: Path, part: str, file: str, old: str, new: str, complaint: str
) -> None:
    done = check(part, copy_with(tmp_path, file, old, new))

    assert done.returncode == 1 or part == "compose"
    assert done.returncode != 0
    assert complaint in done.stdout + done.stderr


def test_a_missing_tool_is_named_and_skipped(tmp_path: Path) -> None:
    for tool in ("bash", "dirname"):
        (tmp_path / tool).symlink_to(str(shutil.which(tool)))
    environ = {**os.environ, "PATH": str(tmp_path)}

    runs = [
        subprocess.run([DEPLOY / "check", part], capture_output=True, text=True, env=environ)
        for part in PARTS
    ]

    tools = ["hadolint", "docker-compose", "systemd-analyze", "systemd-analyze"]
    assert [run.stdout for run in runs] == [f"skipped: {tool} is not installed\n" for tool in tools]
    assert {run.returncode for run in runs} == {77}


def test_all_together_is_bad_when_one_part_is_bad(tmp_path: Path) -> None:
    copy = copy_with(tmp_path, "quoth.service", "ProtectClock=", "ProtectClok=")
    check("unit", copy)

    done = subprocess.run([copy / "check"], capture_output=True, text=True)

    assert done.returncode == 1
    assert "unit: bad" in done.stdout.splitlines()
