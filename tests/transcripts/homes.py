"""A home that holds the documents a transcript is about."""

from pathlib import Path

from bot import wiring
from bot.home import Home

__all__ = ["BUNDLED", "CORPORA", "make_home"]

BUNDLED = "bundled"
CORPORA = Path(__file__).parent / "corpora"


def make_home(corpus: str, folder: Path) -> Home:
    """Index a corpus into a home at `folder`; the bundled one is indexed as at first use."""
    home = Home(folder)
    if corpus == BUNDLED:
        wiring.answerer(home)
    else:
        wiring.indexer(home).update([CORPORA / corpus])
    return home
