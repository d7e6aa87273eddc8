"""A process that brings the index of a home up to date, so that no other one ever parses.

Its input is one object of JSON: the "home", the "sources" to read, the files that are "gone",
whether to read everything "afresh", and the "sha256" of a file to look for in the new generation.
It prints the generation, what it holds, the ids of the documents of that file, and what was
skipped; or one line that says why nothing was done.
"""

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

__all__ = ["main", "update"]

# Ids and reasons to tell of; the output has a limit.
MOST_TOLD = 5
LONGEST_TOLD = 200
# How far behind the bot's own process this one stands.
NICENESS = 10


def update(wish: Mapping[str, Any]) -> dict[str, Any]:
    """Do what is wished for, and return what came of it."""
    # Put together here: `bot.wiring` would load the whole bot.
    from bot.home import Home
    from corpus.originals import OriginalStore
    from retrieval.generations import Generations
    from retrieval.index import Index
    from retrieval.indexing import Indexer
    from retrieval.left_out import LeftOut

    home = Home(Path(wish["home"]))
    paths = {key: [Path(path) for path in wish[key]] for key in ("sources", "gone")}
    originals, generations = OriginalStore(home.originals), Generations(home.index)
    indexer = Indexer(originals, generations, home.sources, left_out=LeftOut(home.left_out))
    summary = indexer.update(paths["sources"], gone=paths["gone"], afresh=wish["afresh"])
    ids: list[str] = []
    if wish["sha256"] and summary.generation:
        identities = Index.open(home.index).library.identities()
        ids = [identity.id for identity in identities if identity.sha256 == wish["sha256"]]
    skipped = [f"{s.name}: {s.reason}; {s.remedy}"[:LONGEST_TOLD] for s in summary.skipped]
    return {
        "generation": summary.generation,
        "documents": summary.n_documents,
        "sentences": summary.n_passages,
        "removed": summary.n_removed,
        "ids": [name[:LONGEST_TOLD] for name in ids[:MOST_TOLD]],
        "found": len(ids),
        "skipped": len(skipped),
        "reasons": skipped[:MOST_TOLD],
    }


def main() -> None:
    """Read the wish, update, print."""
    from corpus.errors import CorpusError
    from retrieval.errors import RetrievalError

    with suppress(OSError):
        os.nice(NICENESS)
    try:
        result = update(json.load(sys.stdin))
    except (CorpusError, RetrievalError, OSError) as error:
        result = {"error": str(error)}
    print(json.dumps(result))  # noqa: T201 - its parent listens


if __name__ == "__main__":
    main()
