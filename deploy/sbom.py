"""The libraries of a lock file as a list of parts in CycloneDX 1.6, made without a network.

    python deploy/sbom.py requirements.lock > sbom.json

The same lock gives the same bytes: there is no time in it, and its number is that of the lock's
content. Each part carries the digests of all the files that the lock accepts for it.
"""

import argparse
import hashlib
import json
import re
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["bill", "main"]

PINNED = re.compile(
    r"(?P<name>[A-Za-z0-9._-]+)(\[[^\]]*\])?==(?P<version>[^\s;]+)(\s*;(?P<marker>.*?))?\s*--hash"
)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
VERSION = re.compile(r'^__version__ = "([^"]+)"', re.MULTILINE)
OWN_VERSION = Path(__file__).parents[1] / "bot" / "__init__.py"


def bill(lock: str, version: str) -> dict[str, Any]:
    """Return the list of parts of a lock file.

    Parameters
    ----------
    lock
        the text of a lock file as pip reads it, with hashes.
    version
        of the project itself.

    Raises
    ------
    ValueError
        A line is neither a pinned library nor a hash of one.
    """
    parts = sorted(_parts(lock), key=lambda part: part["bom-ref"])
    number = uuid.UUID(bytes=hashlib.sha256(f"{version}\n{lock}".encode()).digest()[:16], version=5)
    root = {"type": "application", "bom-ref": "quoth", "name": "quoth", "version": version}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {"component": root},
        "components": parts,
    }


def main() -> None:
    """Print the list of parts of the lock file that the command line names."""
    parser = argparse.ArgumentParser(description="Print the parts of a lock file (CycloneDX).")
    parser.add_argument("lock", type=Path)
    lock = parser.parse_args().lock.read_text(encoding="utf-8")
    found = VERSION.search(OWN_VERSION.read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit(f"{OWN_VERSION} names no version")
    json.dump(bill(lock, found[1]), sys.stdout, indent=2, sort_keys=True)
    print()  # noqa: T201 - this is its output


def _parts(lock: str) -> Iterator[dict[str, Any]]:
    for entry in lock.replace("\\\n", " ").splitlines():
        if entry.strip() and not entry.startswith("#"):
            yield _part(entry)


def _part(entry: str) -> dict[str, Any]:
    found = PINNED.match(entry)
    digests = HASH.findall(entry)
    if found is None or not digests:
        raise ValueError(f"neither a library nor its hashes: {entry[:60]!r}")
    name = re.sub(r"[-_.]+", "-", found["name"]).lower()
    address = f"pkg:pypi/{name}@{found['version']}"
    part: dict[str, Any] = {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": found["version"],
        "purl": address,
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in sorted(set(digests))],
    }
    if found["marker"]:
        # Which of the two versions is installed depends on the machine.
        part["scope"] = "optional"
        part["properties"] = [{"name": "python:marker", "value": found["marker"].strip()}]
    return part


if __name__ == "__main__":
    main()
