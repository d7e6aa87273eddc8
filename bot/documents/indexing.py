"""The index of a home brought up to date by a process of its own."""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.documents.checking import Refused
from bot.documents.children import never, run
from bot.home import Home
from bot.phrases import documents as phrases

__all__ = ["LONGEST", "Updated", "bring_up_to_date"]

# Seconds that indexing may take: tens of millions of sentences do not need more.
LONGEST = 3600.0
# One thread for numpy: the bot needs the other core.
ENVIRON = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Updated:
    """What the index holds now.

    Attributes:
        generation: the one in use; "" where there is none.
        n_documents: documents in it.
        n_sentences: sentences in it.
        ids: of documents of the file that was looked for, the first few.
        n_found: how many documents of that file there are.
        n_skipped: what could not be read.
        reasons: why the first of those could not.
    """

    generation: str
    n_documents: int
    n_sentences: int
    ids: tuple[str, ...]
    n_found: int
    n_skipped: int
    reasons: tuple[str, ...]


def bring_up_to_date(
    home: Home,
    sources: Sequence[Path] = (),
    *,
    gone: Collection[Path] = (),
    afresh: bool = False,
    sha256: str = "",
    is_over: Callable[[], bool] = never,
) -> Updated | Refused:
    """Read sources into the index, and wait until that is done.

    Parameters
    ----------
    home
        where the index is.
    sources
        files and folders; new and changed files below them are read.
    gone
        files that were removed on purpose.
    afresh
        read every source there ever was again, changed or not.
    sha256
        digest of a file whose documents to look for in the new generation.
    is_over
        says whether to break off.
    """
    wish = {
        "home": str(home.path.absolute()),
        "sources": [str(source.absolute()) for source in sources],
        "gone": [str(file) for file in gone],
        "afresh": afresh,
        "sha256": sha256,
    }
    given = json.dumps(wish).encode()
    found = run("bot.documents.updating", given, seconds=LONGEST, environ=ENVIRON, is_over=is_over)
    if isinstance(found, str):
        return Refused(phrases.NOT_INDEXED)
    if "error" in found:
        return Refused(str(found["error"]))
    return Updated(
        generation=str(found["generation"]),
        n_documents=int(found["documents"]),
        n_sentences=int(found["sentences"]),
        ids=tuple(found["ids"]),
        n_found=int(found["found"]),
        n_skipped=int(found["skipped"]),
        reasons=tuple(found["reasons"]),
    )
