"""What can go wrong with an index.

RetrievalError
├── IndexMissing    nothing has been indexed yet
├── IndexDamaged    a file of a generation is not what its manifest says
└── IndexBusy       another process is building
"""

from pathlib import Path

__all__ = ["IndexBusy", "IndexDamaged", "IndexMissing", "RetrievalError"]


class RetrievalError(Exception):
    """Base of everything this package raises on purpose."""


class IndexMissing(RetrievalError):
    """No generation has been published in the folder.

    Attributes:
        folder: where the index was looked for.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"no index in {folder}: run `quoth index SOURCE`")


class IndexDamaged(RetrievalError):
    """A file of a generation is missing, altered or of another format.

    Attributes:
        file: the file that is wrong.
        problem: what is wrong with it.
    """

    def __init__(self, file: Path, problem: str) -> None:
        self.file = file
        self.problem = problem
        super().__init__(f"{file}: {problem}: run `quoth index` again to rebuild it")


class IndexBusy(RetrievalError):
    """Another process holds the build lock.

    Attributes:
        folder: the index folder that is being built.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"another process is indexing into {folder}: try again when it is done")
