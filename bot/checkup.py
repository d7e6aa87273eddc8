"""What is in order and what is not, one finding a subject."""

import platform
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from bot import __version__, collected
from bot.database import check_version
from bot.errors import BadInput, DatabaseUnusable, SettingsError
from bot.home import Home
from bot.settings import Settings, read_settings
from corpus.errors import CorpusError
from corpus.originals import OriginalStore
from retrieval.errors import IndexMissing, RetrievalError
from retrieval.generations import Generations
from retrieval.index import Index

__all__ = ["Finding", "examine"]

LIBRARIES = ("numpy", "scikit-learn", "python-telegram-bot", "sentencex", "PyStemmer")
# Bytes to try out a home with: what file systems hand out at once.
BLOCK = 4096


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        subject: what was looked at.
        is_well: false when something must be done.
        text: what was found and, where needed, the remedy.
    """

    subject: str
    is_well: bool
    text: str


def examine(
    given: str | None, environ: Mapping[str, str], name: str | None = None
) -> Iterator[Finding]:
    """Look at the installation, the settings, the home, the index, the database and the token.

    Parameters
    ----------
    given
        the home; the one that the settings name where None.
    environ
        the settings.
    name
        the collection whose index and originals to look at; the home's own where None.
    """
    yield _installation()
    try:
        settings = read_settings(environ if given is None else {**environ, "QUOTH_HOME": given})
    except SettingsError as error:
        yield Finding("settings", False, str(error))
        return
    yield Finding("settings", True, "read")
    home = Home(settings.home)
    yield _home(home)
    try:
        corpus = home if name is None else collected.collection(home, name)
    except BadInput as error:
        yield Finding("collection", False, str(error))
    else:
        yield _index(corpus)
        yield _originals(corpus)
    yield _database(settings)
    yield _token(settings)


def _installation() -> Finding:
    try:
        found = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    except PackageNotFoundError as error:
        return Finding("installation", False, f"{error.name} is missing: run `make setup`")
    return Finding(
        "installation", True, f"quoth {__version__}, Python {platform.python_version()}, {found}"
    )


def _home(home: Home) -> Finding:
    """Try to write a block where the home is, or where it would be made."""
    try:
        is_there = home.path.exists()
        folder = next(p for p in (home.path, *home.path.absolute().parents) if p.exists())
        with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
            file.write(bytes(BLOCK))
    except OSError as error:
        problem = (error.strerror or "cannot be used").lower()
        return Finding(
            "home", False, f"{home.path}: {problem}: check its permissions and its space"
        )
    return Finding("home", True, f"{home.path}{'' if is_there else ' (not made yet)'}")


def _index(home: Home) -> Finding:
    try:
        index = Index.open(home.index)
    except IndexMissing:
        return Finding("index", True, "nothing indexed yet: the bundled corpus is used")
    except RetrievalError as error:
        return Finding("index", False, str(error))
    generations = Generations(home.index)
    current = generations.current()
    if index.name != current:
        wrong = (
            f"{current} is damaged" if current else f"{generations.current_file} fits no generation"
        )
        problem = f"{wrong}, {index.name} is used instead"
        return Finding("index", False, f"{problem}: run `quoth index` again")
    counts = f"{index.library.n_documents:,} documents, {len(index.passages):,} passages"
    return Finding("index", True, f"{index.name}: {counts}, all checksums hold")


def _originals(home: Home) -> Finding:
    store = OriginalStore(home.originals)
    try:
        library = Index.open(home.index).library
    except RetrievalError:
        return Finding("originals", True, "nothing to check")
    digests = {library.record(n)["original"]["sha256"] for n in range(library.n_documents)}
    for digest in sorted(digests):
        try:
            store.read(digest)
        except CorpusError as error:
            return Finding("originals", False, str(error))
    return Finding("originals", True, f"{len(digests):,} files, all digests hold")


def _database(settings: Settings) -> Finding:
    file = settings.database_file
    if not file.exists():
        return Finding("database", True, "not made yet")
    try:
        address = f"{file.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            problem = connection.execute("PRAGMA quick_check").fetchone()[0]
            check_version(file, connection)
    except DatabaseUnusable as error:
        return Finding("database", False, str(error))
    except sqlite3.DatabaseError as error:
        problem = str(error)
    if problem != "ok":
        return Finding("database", False, f"{file}: {problem}: restore it from a backup")
    return Finding("database", True, str(file))


def _token(settings: Settings) -> Finding:
    if settings.telegram_token is None and settings.telegram_token_file is None:
        return Finding("token", True, "none: needed for `quoth telegram` only")
    try:
        settings.telegram()
    except SettingsError as error:
        return Finding("token", False, str(error))
    return Finding("token", True, "has the form of a bot token")
