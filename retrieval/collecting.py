"""Originals that nothing names any more leave the disk."""

import json
from pathlib import Path

from corpus.originals import OriginalStore
from retrieval.generations import Generations
from retrieval.ledger import Ledger
from retrieval.library import RECORDS

__all__ = ["collect"]


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
    with records.open("rb") as lines:
        return {json.loads(line)["original"]["sha256"] for line in lines}
