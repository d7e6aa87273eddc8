"""The collections of a home: each a home of its own below it, so that they share nothing."""

import re
from difflib import get_close_matches
from typing import Final

from bot.errors import BadInput
from bot.home import Home
from retrieval.generations import Generations

__all__ = ["collection", "is_name", "names"]

NAME: Final = re.compile(r"[a-z0-9-]{1,32}")
HOW: Final = "quoth index --collection NAME SOURCE"


def is_name(text: str) -> bool:
    """Say whether a collection can be called so.

    >>> is_name("recipes-2024"), is_name("../recipes"), is_name("")
    (True, False, False)
    """
    return NAME.fullmatch(text) is not None


def names(home: Home) -> list[str]:
    """Return the names of the collections that something is indexed in, in order."""
    folders = home.collections.iterdir() if home.collections.is_dir() else ()
    found = (folder.name for folder in folders if is_name(folder.name))
    return sorted(name for name in found if _has_index(home, name))


def collection(home: Home, name: str) -> Home:
    """Return the home of a collection.

    Raises
    ------
    BadInput
        There is none of that name; the line has the nearest ones.
    """
    if is_name(name) and _has_index(home, name):
        return home.collection(name)
    known = names(home)
    nearest = get_close_matches(name, known, n=3, cutoff=0.5) or known[:3]
    remedy = f"did you mean {' or '.join(nearest)}?" if nearest else f"make it with `{HOW}`"
    raise BadInput(f"there is no collection {name!r}", remedy)


def _has_index(home: Home, name: str) -> bool:
    return Generations(home.collection(name).index).has_any()
