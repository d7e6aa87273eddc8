"""The project's own code, as the scans read it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

__all__ = ["PACKAGES", "ROOT", "code"]

ROOT = Path(__file__).parents[2]
PACKAGES = tuple(ROOT / name for name in ("corpus", "retrieval", "bot"))


def code(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield every file of Python below some folders."""
    for folder in folders:
        yield from sorted(folder.rglob("*.py"))
