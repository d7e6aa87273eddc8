"""Digests that tell one question set, and one way of giving confidences, from another."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path

__all__ = ["data_digest", "model_digest"]

# A confidence depends on its own weights and on those of the ranking.
PARTS = (
    ("bot.trust", "model.json"),
    ("retrieval.ranking", "weights-en.json"),
    ("retrieval.ranking", "weights-other.json"),
)


@cache
def model_digest() -> str:
    """Return the sha256 of the weights that confidences come from, hexadecimal."""
    files = (resources.files(package).joinpath(name).read_bytes() for package, name in PARTS)
    return _digest((name, content) for (_, name), content in zip(PARTS, files, strict=True))


def data_digest(paths: Iterable[Path]) -> str:
    """Return the sha256 of files, and of all files in folders, by name and content."""
    found = [
        (file.relative_to(path.parent).as_posix(), file)
        for path in paths
        for file in (sorted(path.rglob("*")) if path.is_dir() else [path])
        if file.is_file()
    ]
    return _digest((name, file.read_bytes()) for name, file in sorted(found))


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """Digest names and contents so that no two lists of them share one."""
    whole = hashlib.sha256()
    for name, content in parts:
        whole.update(hashlib.sha256(name.encode()).digest())
        whole.update(hashlib.sha256(content).digest())
    return whole.hexdigest()
