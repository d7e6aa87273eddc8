"""The name of an uploaded file as it is shown; it is never part of a path."""

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePosixPath

__all__ = ["LONGEST_NAME", "cleaned", "free"]

# Characters of a name: what a citation has room for.
LONGEST_NAME = 100
# Nothing of these is seen, or it turns the rest around: controls, formats, surrogates, private use.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# What joins the parts of an emoji, and shapes letters in Persian and Indic scripts.
JOINERS = frozenset("\u200c\u200d")


def cleaned(given: str) -> str:
    r"""Return the last part of a name, with nothing in it that cannot be seen; "" for nothing.

    >>> cleaned("../../etc/exe\u202efdp.txt"), cleaned("C:\\notes\x00\n of  May.md"), cleaned("..")
    ('exefdp.txt', 'notes of May.md', '')
    """
    last = re.split(r"[/\\]", given)[-1]
    spaced = re.sub(r"\s", " ", last)
    seen = "".join(c for c in spaced if c in JOINERS or unicodedata.category(c) not in UNSEEN)
    # Only now: what stood between two spaces, or between a letter and its mark, is gone.
    name = re.sub(" +", " ", unicodedata.normalize("NFC", seen)).strip(" .\u200c\u200d")
    suffix = PurePosixPath(name).suffix
    if len(name) <= LONGEST_NAME or len(suffix) >= LONGEST_NAME:
        return name[:LONGEST_NAME]
    return name[: LONGEST_NAME - len(suffix)] + suffix


def free(name: str, taken: Collection[str]) -> str:
    """Return a name that no other file has, with a number before its ending where it is taken.

    >>> free("a.txt", {"a.txt", "a (2).txt"}), free("b.txt", {"a.txt"})
    ('a (3).txt', 'b.txt')
    """
    path, number, found = PurePosixPath(name), 1, name
    while found in taken:
        number += 1
        found = f"{path.stem} ({number}){path.suffix}"
    return found
