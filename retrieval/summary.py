"""What a run of the indexer did."""

from dataclasses import dataclass, field

from corpus.documents import Skipped

__all__ = ["Summary"]


@dataclass(slots=True)
class Summary:
    """What one run of the indexer did.

    Attributes:
        n_documents: documents in the index now.
        n_passages: sentences in the index now.
        n_read: files read in this run.
        n_unchanged: files of its sources that were not read again.
        n_removed: documents that are no longer there.
        skipped: what could not be read.
        generation: the generation in use now; empty when there is none.
        seconds: wall time.
    """

    n_documents: int = 0
    n_passages: int = 0
    n_read: int = 0
    n_unchanged: int = 0
    n_removed: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    generation: str = ""
    seconds: float = 0.0
