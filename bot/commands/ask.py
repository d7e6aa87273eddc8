"""`quoth ask`: one question, one answer."""

import argparse
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.commands.arguments import DECLINED, add_scope

if TYPE_CHECKING:
    from bot.answering import Answerer
    from bot.questions import Question

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "answer one question"
DESCRIPTION = """\
Prints the answer in quotes with their citations.
Exit code 0 when answered, 3 when the documents do not answer the question."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("question", metavar="QUESTION", nargs="+", help="the question")
    parser.add_argument("--json", action="store_true", help="print the answer as one JSON line")
    parser.add_argument(
        "--why", action="store_true", help="list what adds up to the first quote's score"
    )
    add_scope(parser)


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Print an answer, a timeline or a refusal."""
    from bot import wiring
    from bot.channels.terminal import show_reply
    from bot.paging import page_of
    from bot.questions import Question
    from bot.timeline import topic

    answerer = wiring.answerer(wiring.home(arguments.home, environ, arguments.collection))
    documents = frozenset(arguments.document) if arguments.document else None
    question = Question(" ".join(arguments.question), documents, arguments.as_of)
    if arguments.json:
        return _print_json(answerer, question, why=arguments.why)
    about = topic(question.text)
    events = page_of(answerer, replace(question, text=about), 1) if about else None
    if events is not None:
        show_reply(events)
        return 0
    return _print(answerer, question, why=arguments.why)


def _print(answerer: "Answerer", question: "Question", *, why: bool) -> int:
    from bot.answers import Answer
    from bot.channels.terminal import show_reply
    from bot.replies import Reply, show
    from bot.showing import explained, reasons

    outcome = answerer.answer(question, question.text)
    reply = show(question.text, outcome, question.as_of)
    explanation = answerer.explain(question, question.text) if why else None
    if explanation:
        # An answer shows the first quote already.
        said = reasons if isinstance(outcome, Answer) else explained
        reply = Reply((*reply.parts, *said(explanation)))
    show_reply(reply)
    return 0 if isinstance(outcome, Answer) else DECLINED


def _print_json(answerer: "Answerer", question: "Question", *, why: bool) -> int:
    from bot.answers import Answer
    from bot.serialising import dumps, explanation_fields, line

    start = time.perf_counter()
    outcome = answerer.answer(question, question.text)
    fields = line(None, question.text, outcome, 1000 * (time.perf_counter() - start))
    if why:
        fields["why"] = explanation_fields(answerer.explain(question, question.text))
    print(dumps(fields))
    return 0 if isinstance(outcome, Answer) else DECLINED
