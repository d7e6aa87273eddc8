"""The summary of an indexing run, for people and for programs."""

from dataclasses import asdict

from bot.serialising import dumps
from bot.visible import visible_line
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
    skipped = (f"skipped {s.name}: {s.reason}; {s.remedy}" for s in summary.skipped)
    lines += map(visible_line, skipped)
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
    return dumps({names.get(k, k): v for k, v in asdict(summary).items()})
