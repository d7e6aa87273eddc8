"""The list of parts that `deploy/sbom.py` makes of a lock file."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.deploy.folder import DEPLOY, ROOT

LOCK = ROOT / "requirements.lock"
PLANTED = """\
# a remark
Some_Thing[extra]==1.2.3 ; python_full_version < '3.12' \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
other==4 \\
    --hash=sha256:{a}
""".format(a="a" * 64, b="b" * 64)


def listed(lock: Path) -> subprocess.CompletedProcess[str]:
    """Run the script as the Makefile does."""
    return subprocess.run(
        [sys.executable, DEPLOY / "sbom.py", lock], capture_output=True, text=True
    )


def bill(lock: Path) -> dict[str, Any]:
    done = listed(lock)
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_line_of_the_lock_is_a_part_with_its_version_and_its_digests() -> None:
    pinned = re.findall(r"^([\w.-]+)(?:\[.*?\])?==([^\s;]+)", LOCK.read_text(), re.MULTILINE)
    n_digests = LOCK.read_text().count("--hash=sha256:")

    parts = bill(LOCK)["components"]

    assert {(part["name"], part["version"]) for part in parts} == {
        (name.lower().replace("_", "-"), version) for name, version in pinned
    }
    assert len(parts) == len(pinned)
    assert sum(len(part["hashes"]) for part in parts) == n_digests


def test_a_part_carries_its_address_its_digests_and_what_it_is_needed_for(tmp_path: Path) -> None:
    lock = tmp_path / "planted.lock"
    lock.write_text(PLANTED)

    other, some = bill(lock)["components"]

    assert some == {
        "type": "library",
        "bom-ref": "pkg:pypi/some-thing@1.2.3",
        "name": "some-thing",
        "version": "1.2.3",
        "purl": "pkg:pypi/some-thing@1.2.3",
        "hashes": [{"alg": "SHA-256", "content": letter * 64} for letter in "ab"],
        "scope": "optional",
        "properties": [{"name": "python:marker", "value": "python_full_version < '3.12'"}],
    }
    assert other["bom-ref"] == "pkg:pypi/other@4"
    assert "scope" not in other


def test_the_same_lock_gives_the_same_bytes_and_another_one_another_number(tmp_path: Path) -> None:
    shorter = tmp_path / "planted.lock"
    shorter.write_text(PLANTED)

    first, again = listed(LOCK).stdout, listed(LOCK).stdout

    assert first == again
    head = json.loads(first)
    assert (head["bomFormat"], head["specVersion"], head["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", head["serialNumber"])
    assert head["serialNumber"] != bill(shorter)["serialNumber"]


def test_a_library_without_hashes_has_no_place_in_it(tmp_path: Path) -> None:
    lock = tmp_path / "planted.lock"
    lock.write_text("other==4\n")

    done = listed(lock)

    assert done.returncode != 0
    assert "neither a library nor its hashes" in done.stderr
