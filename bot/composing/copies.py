"""The same sentence in several documents, as agencies' texts have it: one quote for all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.hits import Hit
from retrieval.index import Index

__all__ = ["Copied", "collapse"]


@dataclass(frozen=True, slots=True)
class Copied:
    """A sentence, and where else it stands.

    Attributes:
        hit: the one to quote: in the earliest of the documents, undated ones last.
        others: the same words in other documents, earliest first.
    """

    hit: Hit
    others: tuple[Hit, ...]


def collapse(index: Index, hits: Sequence[Hit]) -> list[Copied]:
    """Put hits of the same words together, each group where its best one stood.

    A document that holds a sentence twice has it once, at its better place.

    Parameters
    ----------
    index
        what the hits were found in.
    hits
        best first.
    """
    forms, which = index.forward.read(np.array([hit.passage for hit in hits], np.int64))
    groups: defaultdict[bytes, list[Hit]] = defaultdict(list)
    for number, hit in enumerate(hits):
        group = groups[forms[which == number].tobytes()]
        if all(hit.document != other.document for other in group):
            group.append(hit)
    return [_earliest_first(index, group) for group in groups.values()]


def _earliest_first(index: Index, group: list[Hit]) -> Copied:
    day = index.passages.day
    # Day 0 is that of a document without a date.
    first, *others = sorted(group, key=lambda hit: (not day[hit.document], day[hit.document]))
    return Copied(first, tuple(others))
