"""Where things lie in the home folder."""

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Home"]


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that holds everything Quoth keeps.

    Attributes:
        path: the folder; made when something is first written to it.
    """

    path: Path

    @property
    def originals(self) -> Path:
        """Files as they were read, named by their digest."""
        return self.path / "originals"

    @property
    def index(self) -> Path:
        """Generations of the index."""
        return self.path / "index"

    @property
    def sources(self) -> Path:
        """What each generation was made from, so that only changes are read again."""
        return self.path / "sources"

    @property
    def uploads(self) -> Path:
        """Files that came from outside, named by their digest; one of the sources."""
        return self.path / "uploads"

    @property
    def left_out(self) -> Path:
        """The documents that are removed although their source has them."""
        return self.path / "left-out.json"

    @property
    def bundled(self) -> "Home":
        """The home of the bundled corpus, apart from the user's own documents."""
        return Home(self.path / "bundled")

    @property
    def collections(self) -> Path:
        """The collections, each a folder named as it is."""
        return self.path / "collections"

    def collection(self, name: str) -> "Home":
        """Return the home of a collection: it shares nothing with this one or another."""
        return Home(self.collections / name)
