"""Many questions, one JSON line in and one out, in the same order."""

import datetime
import json
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.answering import Answerer
from bot.history import MemoryHistories, turn
from bot.questions import Question, read_day
from bot.resolving import resolve
from bot.serialising import line

__all__ = ["answer_lines"]

Key = str | int | None


class _BadLineError(ValueError):
    """A line is no question; it is answered by its error and never leaves this module."""


def answer_lines(
    answerer: Answerer, lines: Iterable[str], *, n_ranked: int
) -> Iterator[dict[str, Any]]:
    """Answer questions line by line.

    Parameters
    ----------
    answerer
        answers them.
    lines
        JSON objects with "id" (a text or a whole number) and "question", optionally
        "conversation" (lines with the same value are turns of one conversation), "documents" (ids)
        and "as_of" (YYYY-MM-DD).
    n_ranked
        how many sentences to rank at most.

    Yields
    ------
    The answer, or {"id", "error"} for a line that is no question; blank lines are left out.
    """
    histories = MemoryHistories()
    for text in lines:
        if not text.strip():
            continue
        key: Key = None
        try:
            fields = _fields(text)
            key = _key(fields)
            yield _answer(answerer, histories, key, fields, n_ranked)
        except _BadLineError as error:
            yield {"id": key, "error": str(error)}


def _answer(
    answerer: Answerer,
    histories: MemoryHistories,
    key: Key,
    fields: Mapping[str, Any],
    n_ranked: int,
) -> dict[str, Any]:
    question = _question(fields)
    chat = fields.get("conversation")
    start = time.perf_counter()
    turns = histories.turns(str(chat)) if chat is not None else []
    outcome = answerer.answer(question, resolve(question.text, turns), n_ranked=n_ranked)
    elapsed_ms = 1000 * (time.perf_counter() - start)
    if chat is not None:
        histories.add(str(chat), turn(question.text, outcome))
    return line(key, question.text, outcome, elapsed_ms)


def _fields(text: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _BadLineError(f"not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise _BadLineError("not a JSON object")
    return fields


def _key(fields: Mapping[str, Any]) -> Key:
    given = fields.get("id")
    if given is None or isinstance(given, str):
        return given
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    raise _BadLineError('"id" must be a text or a whole number')


def _question(fields: Mapping[str, Any]) -> Question:
    text, documents = fields.get("question"), fields.get("documents")
    if not isinstance(text, str) or not text.strip():
        raise _BadLineError('"question" must be a text')
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise _BadLineError('"question" holds half a surrogate pair')
    if documents is not None and not (
        isinstance(documents, list) and all(isinstance(name, str) for name in documents)
    ):
        raise _BadLineError('"documents" must be a list of ids')
    return Question(text, None if documents is None else frozenset(documents), _day(fields))


def _day(fields: Mapping[str, Any]) -> datetime.date | None:
    given = fields.get("as_of")
    try:
        return None if given is None else read_day(given)
    except (TypeError, ValueError) as error:
        raise _BadLineError('"as_of" must be a day such as 2019-11-14') from error
