"""The names that the files of a folder go by, where they are stored under others.

A folder whose files are named by their content says in `.quoth-names.json` what each is called:

    {"3f5a...9c.txt": "minutes of May.txt"}

The names are shown and looked up; no file is ever opened by one.
"""

import json
from collections.abc import Mapping
from pathlib import Path

__all__ = ["NAMES", "read_names"]

NAMES = ".quoth-names.json"


def read_names(folder: Path) -> Mapping[str, str]:
    """Return what the files of a folder are called, by their stored name; empty without a list."""
    try:
        raw = json.loads((folder / NAMES).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(raw, dict):
        return {}
    return {stored: name for stored, name in raw.items() if isinstance(name, str) and name}
