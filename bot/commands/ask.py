"""`quoth ask`: one question, one answer."""

import argparse
from collections.abc import Mapping

from bot.commands.arguments import DECLINED, add_scope

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "answer one question"
DESCRIPTION = """\
Prints the answer in quotes with their citations.
Exit code 0 when answered, 3 when the documents do not answer the question."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("question", metavar="QUESTION", nargs="+", help="the question")
    parser.add_argument("--json", action="store_true", help="print the answer as one JSON line")
    add_scope(parser)


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Print an answer or a refusal."""
    import time

    from bot import wiring
    from bot.answers import Answer
    from bot.channels.terminal import show_reply
    from bot.questions import Question
    from bot.replies import show
    from bot.serialising import dumps, line

    answerer = wiring.answerer(wiring.home(arguments.home, environ))
    text = " ".join(arguments.question)
    documents = frozenset(arguments.document) if arguments.document else None
    start = time.perf_counter()
    outcome = answerer.answer(Question(text, documents, arguments.as_of), text)
    elapsed_ms = 1000 * (time.perf_counter() - start)
    if arguments.json:
        print(dumps(line(None, text, outcome, elapsed_ms)))
    else:
        show_reply(show(text, outcome))
    return 0 if isinstance(outcome, Answer) else DECLINED
