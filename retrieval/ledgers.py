"""The ledger of each generation, so that whichever serves finds what it was read from."""

from collections.abc import Collection
from pathlib import Path

from retrieval.ledger import Ledger
from retrieval.storage import sync_folder

__all__ = ["Ledgers"]

KEPT = ".json"
PROMISED = ".new"
HALF = ".half"


class Ledgers:
    """The `sources/` folder of a home: a ledger for each generation that is kept.

    A ledger is promised before its generation is published, and kept afterwards. A run may be
    killed at any moment between: the next one, which settles first, finds a ledger for each
    generation that is there, and none that is ahead of its generation or behind it.

    Parameters
    ----------
    folder
        made when the first ledger is promised. A file of its name with ".json" behind is the one
        ledger of homes that have no folder yet.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._single = folder.with_suffix(KEPT)

    def load(self, generation: str) -> Ledger:
        """Read the ledger of a generation; with "", for none can be read, the newest there is."""
        newest = max(self.folder.glob(f"*{KEPT}"), default=self._single)
        own = self.folder / f"{generation}{KEPT}" if generation else newest
        return Ledger.load(own if own.exists() else self._single)

    def promise(self, generation: str, ledger: Ledger) -> None:
        """Write down what a generation will be made from, in place of an earlier promise."""
        self.folder.mkdir(parents=True, exist_ok=True)
        half = self.folder / f"{generation}{HALF}"
        try:
            ledger.write(half)
            half.replace(half.with_suffix(PROMISED))
        finally:
            half.unlink(missing_ok=True)
        sync_folder(self.folder)

    def settle(self, generations: Collection[str]) -> None:
        """Keep the promises whose generation is there and drop the others; drop what is outdated.

        Where no generation is there, ledgers stay: the next is made from the sources they tell.
        """
        for path in self.folder.glob(f"*{HALF}"):
            path.unlink()
        for path in self.folder.glob(f"*{PROMISED}"):
            if path.stem in generations:
                path.replace(path.with_suffix(KEPT))
            else:
                path.unlink()
        kept = [*self.folder.glob(f"*{KEPT}")]
        for path in kept:
            if generations and path.stem not in generations:
                path.unlink()
        if kept:
            self._single.unlink(missing_ok=True)
