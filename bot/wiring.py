"""The one place that names concrete classes and puts them together."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bot import collected
from bot.answering import Answerer
from bot.channels.terminal import TypedLines
from bot.conversation import Conversation
from bot.history import MemoryHistories
from bot.home import Home
from bot.keeping import Keeping
from bot.progress import progress
from bot.proof.indexed import IndexedDocuments
from bot.proof.verifying import Verifier
from bot.serving_index import ServingAnswerer
from bot.trust.calibration import serving
from corpus.bundled import BUNDLED
from corpus.originals import OriginalStore
from retrieval.errors import RetrievalError
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.left_out import LeftOut

if TYPE_CHECKING:
    from retrieval.indexing import Indexer

__all__ = [
    "answerer",
    "collection_answerer",
    "conversation",
    "home",
    "indexer",
    "run_telegram",
    "serving_answerer",
    "verifier",
]


def home(
    given: str | None,
    environ: Mapping[str, str],
    collection: str | None = None,
    *,
    is_new: bool = False,
) -> Home:
    """Return the home folder, or that of a collection in it.

    Parameters
    ----------
    given
        the folder; the one that the settings name where None.
    environ
        the settings.
    collection
        the name of the collection; None for the home's own documents.
    is_new
        whether it may be one that is not there yet.

    Raises
    ------
    BadInput
        There is no such collection.
    """
    whole = _home(given, environ)
    if collection is None:
        return whole
    return whole.collection(collection) if is_new else collected.collection(whole, collection)


def _home(given: str | None, environ: Mapping[str, str]) -> Home:
    if given is not None:
        return Home(Path(given).expanduser())
    from bot.settings import read_settings

    return Home(read_settings(environ).home)


def indexer(where: Home) -> "Indexer":
    """Return an indexer for a home."""
    # Answering needs none of what it needs.
    from retrieval.indexing import Indexer

    originals, generations = OriginalStore(where.originals), Generations(where.index)
    return Indexer(originals, generations, where.sources, left_out=LeftOut(where.left_out))


def answerer(where: Home, threshold: float | None = None) -> Answerer:
    """Return an answerer over the home's documents, or the bundled ones where it has none.

    Parameters
    ----------
    where
        the home.
    threshold
        confidence below which to decline; the one that the home is calibrated for where None.
    """
    used = where if Generations(where.index).has_any() else _with_bundled(where)
    return _answerer(where, used, threshold)


def _answerer(where: Home, used: Home, threshold: float | None = None) -> Answerer:
    """Return an answerer over the documents of one home, by the calibration of another."""
    if threshold is None:
        serves = serving(where.path)
        if serves.notice:
            print(f"quoth: {serves.notice}", file=sys.stderr)
        threshold = serves.calibration.threshold
    return Answerer(Index.open(used.index), OriginalStore(used.originals), threshold)


def serving_answerer(
    where: Home, changed: Callable[[str], object] = lambda name: None
) -> ServingAnswerer:
    """Return an answerer that takes up each generation that is published while it lives.

    Parameters
    ----------
    where
        the home.
    changed
        called with the name of each generation that is taken up.
    """
    current = [Generations(folder).current_file for folder in (where.index, where.bundled.index)]
    return ServingAnswerer(current, lambda: answerer(where), changed)


def collection_answerer(where: Home, name: str) -> ServingAnswerer:
    """Return what answers from a collection of a home, and from nothing else if it goes away.

    Raises
    ------
    BadInput
        There is no such collection.
    """
    apart = collected.collection(where, name)
    return ServingAnswerer([Generations(apart.index).current_file], lambda: _answerer(apart, apart))


def conversation(where: Home) -> Conversation:
    """Return a conversation that ends with the process."""
    keeping = Keeping(elsewhere=(TypedLines(where.path),))
    return Conversation(serving_answerer(where), MemoryHistories(), keeping)


def verifier(where: Home) -> Verifier:
    """Return a verifier that looks in the home, then in that of the bundled documents."""
    stores = [OriginalStore(where.originals), OriginalStore(where.bundled.originals)]
    return Verifier(stores, IndexedDocuments([where.index, where.bundled.index]))


def run_telegram(given: str | None, environ: Mapping[str, str]) -> None:
    """Run the Telegram bot until it is stopped.

    Raises
    ------
    SystemExit
        It cannot go on, and says why; the code tells whether to try later.
    """
    from bot.wiring_telegram import run_held

    run_held(environ if given is None else {**environ, "QUOTH_HOME": given})


def _with_bundled(where: Home) -> Home:
    """Bring the index of the bundled corpus up to date; it is indexed at first use.

    Where that fails, as in a home that cannot be written to, an index that is there serves.
    """
    is_there = Generations(where.bundled.index).has_any()
    if not is_there:
        print("indexing the bundled corpus (once)", file=sys.stderr)
    try:
        with progress() as advance:
            indexer(where.bundled).update([BUNDLED], advance, only=True)
    except (RetrievalError, OSError):
        if not is_there:
            raise
    return where.bundled
