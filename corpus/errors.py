"""What can go wrong before a document is read.

```
CorpusError
├── SourceMissing      nothing stands at the given path
├── NoDocuments        the source holds no file that could be read
└── OriginalDamaged    a stored original is gone or has changed
```

A single bad file or line is no error: it is a `corpus.documents.Skipped`, and the rest goes on.
"""

from pathlib import Path

__all__ = ["CorpusError", "NoDocuments", "OriginalDamaged", "SourceMissing"]


class CorpusError(Exception):
    """Base of every error of this package; by itself, a line that is no document.

    Attributes:
        reason: what is wrong, in one clause.
        remedy: what to do about it, in one clause.
    """

    def __init__(self, reason: str, remedy: str) -> None:
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{reason}: {remedy}")


class SourceMissing(CorpusError):
    """Nothing stands at the path of a source.

    Attributes:
        source: the path as given.
    """

    def __init__(self, source: Path) -> None:
        self.source = source
        super().__init__(f"{source}: no such file or folder", "check the path")


class NoDocuments(CorpusError):
    """A source holds no file at all that could be read.

    Attributes:
        source: the path as given.
        suffixes: endings of the files that can be read, with the dot.
    """

    def __init__(self, source: Path, suffixes: tuple[str, ...]) -> None:
        self.source = source
        self.suffixes = suffixes
        remedy = f"put files there that end in {' '.join(suffixes)}"
        super().__init__(f"{source}: no documents", remedy)


class OriginalDamaged(CorpusError):
    """A stored original is gone, or its bytes are no longer those it is named after.

    Attributes:
        sha256: the digest it is stored under.
        path: where it should stand.
    """

    def __init__(self, sha256: str, path: Path, what: str) -> None:
        self.sha256 = sha256
        self.path = path
        super().__init__(f"original {sha256} {what} ({path})", "index the document again")
