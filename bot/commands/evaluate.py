"""`quoth evaluate`: how good answers are on a question set."""

import argparse
from collections.abc import Mapping
from pathlib import Path

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "score answers against a judged question set"
DESCRIPTION = """\
Indexes the folder's corpus (corpus.jsonl, or a folder named corpus) aside, answers
questions.jsonl and scores the answers against gold.jsonl. Your own documents are not touched."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="the question set")
    parser.add_argument("--json", action="store_true", help="print the measures as JSON")
    parser.add_argument(
        "--against", type=Path, metavar="FILE", help="compare with measures saved by --json"
    )


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Print the measures; with --against also the changes, and 1 where one got worse."""
    import json

    from bot import evaluating
    from bot.commands.files import read_text

    earlier = None
    if arguments.against is not None:
        earlier = evaluating.read_measures(read_text(arguments.against))
    measures = evaluating.evaluate_folder(arguments.folder)
    if arguments.json:
        print(json.dumps(measures, ensure_ascii=False))
    else:
        print(evaluating.table(measures, earlier))
    return int(earlier is not None and evaluating.is_worse(measures, earlier))
