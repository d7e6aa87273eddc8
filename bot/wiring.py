"""The one place that names concrete classes and puts them together."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.answering import Answerer
from bot.conversation import Conversation
from bot.history import MemoryHistories
from bot.home import Home
from bot.progress import progress
from bot.proof.indexed import IndexedDocuments
from bot.proof.verifying import Verifier
from bot.trust.calibration import serving
from corpus.bundled import BUNDLED
from corpus.originals import OriginalStore
from retrieval.errors import RetrievalError
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.indexing import Indexer

__all__ = ["answerer", "conversation", "home", "indexer", "run_telegram", "verifier"]


def home(given: str | None, environ: Mapping[str, str]) -> Home:
    """Return the home folder: the one given, else the one the settings name."""
    if given is not None:
        return Home(Path(given).expanduser())
    from bot.settings import read_settings

    return Home(read_settings(environ).home)


def indexer(where: Home) -> Indexer:
    """Return an indexer for a home."""
    return Indexer(OriginalStore(where.originals), Generations(where.index), where.sources)


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
    if threshold is None:
        serves = serving(where.path)
        if serves.notice:
            print(f"quoth: {serves.notice}", file=sys.stderr)
        threshold = serves.calibration.threshold
    return Answerer(Index.open(used.index), OriginalStore(used.originals), threshold)


def conversation(where: Home) -> Conversation:
    """Return a conversation that ends with the process."""
    return Conversation(answerer(where), MemoryHistories())


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
    from bot.access import Access
    from bot.audit.life import witnessed
    from bot.channels.telegram.desk import Desk
    from bot.channels.telegram.health import Unwell
    from bot.channels.telegram.notifying import Notifier
    from bot.channels.telegram.running import run
    from bot.database import Database
    from bot.settings import read_settings
    from bot.stored_histories import StoredHistories

    settings = read_settings(environ if given is None else {**environ, "QUOTH_HOME": given})
    telegram = settings.telegram()
    database = Database(settings.database_file)
    access = Access(settings.chats, settings.admins, database)
    if access.pairing_code:
        print(f"pairing code: send the bot /start {access.pairing_code} to own it", flush=True)
    ready = answerer(Home(settings.home))
    desk = Desk(access, Conversation(ready, StoredHistories(database)))
    life = witnessed(settings.database_file, ready.index.name)
    try:
        run(telegram, desk, database, Notifier(environ), life)
    except Unwell as unwell:
        print(f"quoth: {unwell.line}", file=sys.stderr, flush=True)
        if unwell.is_stuck:
            os._exit(unwell.code)
        raise SystemExit(unwell.code) from None


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
