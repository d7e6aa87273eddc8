"""`quoth index`: read documents into the home."""

import argparse
from collections.abc import Mapping
from pathlib import Path

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "read documents into the home"
DESCRIPTION = """\
Reads files and folders into the home and publishes a new generation of the index.
Plain text, news text, Markdown and JSONL are read; only what changed is read again.
What cannot be read is named with the reason, and the rest is indexed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("sources", metavar="SOURCE", nargs="+", type=Path, help="a file or folder")
    parser.add_argument("--json", action="store_true", help="print the summary as JSON")


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Index the sources and print a summary; 1 where nothing could be read."""
    from bot import summaries, wiring
    from bot.progress import progress

    home = wiring.home(arguments.home, environ, arguments.collection, is_new=True)
    with progress() as advance:
        summary = wiring.indexer(home).update(arguments.sources, advance)
    print(summaries.as_json(summary) if arguments.json else summaries.as_text(summary))
    return 0 if summary.n_documents else 1
