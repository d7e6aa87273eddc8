"""Answers as the JSON lines of the command line's contract."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot import phrases
from bot.answers import Answer, Outcome, Quote, Refusal
from bot.visible import SPACES, STEERING

__all__ = ["dumps", "line"]

Json = dict[str, Any]

# What would steer a screen that JSON is printed on; JSON text holds it in strings only.
UNSEEN = re.compile(f"{SPACES.pattern}|{STEERING.pattern}")


def dumps(fields: Mapping[str, Any]) -> str:
    r"""Return one line of JSON in which odd white space and steering characters are escaped.

    >>> dumps({"id": "é\u202e"})
    '{"id": "é\\u202e"}'
    """
    written = json.dumps(fields, ensure_ascii=False)
    return UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], written)


def line(key: str | int | None, question: str, outcome: Outcome, elapsed_ms: float) -> Json:
    """Lay out one answer as `ask --json` and `batch` print it.

    Parameters
    ----------
    key
        the question's id; None where it has none.
    question
        as it was typed.
    outcome
        what Quoth says to it.
    elapsed_ms
        milliseconds from question to outcome.
    """
    quotes = outcome.quotes if isinstance(outcome, Answer) else ()
    return {
        "id": key,
        "question": question,
        "understood": outcome.understood,
        "answered": isinstance(outcome, Answer),
        "confidence": round(outcome.confidence, 6),
        "quotes": [_quote(quote) for quote in quotes],
        "ranked": [asdict(entry) for entry in outcome.ranked],
        "reason": phrases.reason(outcome.reason) or phrases.DECLINED
        if isinstance(outcome, Refusal)
        else None,
        "generation": outcome.generation,
        "elapsed_ms": round(elapsed_ms, 3),
    }


def _quote(quote: Quote) -> Json:
    fields = asdict(quote)
    fields["date"] = quote.date.isoformat() if quote.date else None
    return fields
