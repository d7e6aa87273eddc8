"""The summary of an indexing run, for people and for programs."""

import json
from dataclasses import asdict

from retrieval.reading import Summary

__all__ = ["as_json", "as_text"]


def as_text(summary: Summary) -> str:
    """Return what was done, then one line for each thing that was skipped."""
    size = f"{summary.n_documents:,} documents, {summary.n_passages:,} passages"
    files = f"{summary.n_read:,} read, {summary.n_unchanged:,} unchanged"
    lines = [
        f"{size} in {summary.seconds:.1f} s ({summary.generation or 'nothing indexed'})",
        f"files: {files}, {len(summary.skipped):,} skipped; removed: {summary.n_removed:,}",
    ]
    lines += [f"skipped {s.name}: {s.reason}; {s.remedy}" for s in summary.skipped]
    return "\n".join(lines)


def as_json(summary: Summary) -> str:
    """Return one JSON line."""
    names = {
        "n_documents": "documents",
        "n_passages": "passages",
        "n_read": "read",
        "n_unchanged": "unchanged",
        "n_removed": "removed",
    }
    return json.dumps({names.get(k, k): v for k, v in asdict(summary).items()}, ensure_ascii=False)
