"""Originals that nothing names any more leave the disk."""

import re
from pathlib import Path

from corpus.originals import OriginalStore
from retrieval.generations import Generations
from retrieval.ledger import Ledger
from retrieval.library import RECORDS

__all__ = ["collect"]

NAMED = re.compile(rb'"original": \{"sha256": "([^"]*)"')


def collect(originals: OriginalStore, generations: Generations, ledger: Ledger) -> None:
    """Remove the originals that no kept generation and no ledger entry names.

    Call it inside `Generations.building`. A generation that cannot be read may name any of them:
    everything stays until that one is gone.
    """
    named = set(ledger.vouchers().digests)
    try:
        for name in generations.names():
            named |= _named_in(generations.folder / name / RECORDS)
    except (OSError, LookupError, TypeError, ValueError):
        return
    originals.keep_only(named)


def _named_in(records: Path) -> set[str]:
    """Return the digests that a generation's records name, without reading all that they say.

    A quotation mark inside a value has a backslash before it: no text looks like a name.
    """
    with records.open("rb") as lines:
        found = [NAMED.search(line) for line in lines]
    if None in found:
        raise ValueError("a record names no original")
    return {match[1].decode() for match in found if match}
