"""`quoth batch`: many questions from a file."""

import argparse
from collections.abc import Mapping
from pathlib import Path

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "answer many questions from a JSONL file"
DESCRIPTION = """\
Reads one question a line, {"id", "question"} with optional "conversation", "documents" and
"as_of", and writes one JSON line for each, in the same order. Lines with the same
"conversation" are turns of one conversation. A bad line gives {"id", "error"}."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("questions", metavar="QUESTIONS.jsonl", type=Path, help="- for the input")
    parser.add_argument(
        "--top", type=_count, default=10, metavar="N", help="sentences to rank (default: 10)"
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help="where to write, in place when all is answered (default: -, line by line)",
    )


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Answer every line as it comes."""
    from bot import wiring
    from bot.batches import answer_lines
    from bot.commands.files import open_input, open_output
    from bot.serialising import dumps

    answerer = wiring.answerer(wiring.home(arguments.home, environ, arguments.collection))
    with open_input(arguments.questions) as lines, open_output(arguments.output) as output:
        for answer in answer_lines(answerer, lines, n_ranked=arguments.top):
            output.write(dumps(answer) + "\n")
    return 0


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)
