"""Answers as the JSON lines of the command line's contract."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot import phrases
from bot.answers import Answer, Conflict, Outcome, Quote, Refusal
from bot.explaining import Explanation
from bot.visible import SPACES, STEERING

__all__ = ["dumps", "explanation_fields", "line"]

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

    "conflicts", and "copies" of a quote, are there only where there are any.

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
    fields = {
        "id": key,
        "question": question,
        "understood": outcome.understood,
        "answered": isinstance(outcome, Answer),
        "confidence": round(outcome.confidence, 6),
        "quotes": [_quote(quote) for quote in quotes],
        "ranked": [asdict(entry) for entry in outcome.ranked],
        "reason": _reason(outcome) if isinstance(outcome, Refusal) else None,
        "generation": outcome.generation,
        "elapsed_ms": round(elapsed_ms, 3),
    }
    if isinstance(outcome, Answer) and outcome.conflicts:
        fields["conflicts"] = [_conflict(each) for each in outcome.conflicts]
    return fields


def explanation_fields(explanation: Explanation | None) -> Json | None:
    """Lay out why a sentence comes first; None where nothing was found."""
    if explanation is None:
        return None
    runner_up = explanation.runner_up
    return {
        "score": explanation.first.score,
        "contributions": [asdict(each) for each in explanation.contributions],
        "runner_up": None if runner_up is None else _quote(runner_up),
        "margin": explanation.margin,
        "carried": list(explanation.carried),
    }


def _quote(quote: Quote) -> Json:
    fields = asdict(quote)
    for cited in (fields, *fields["copies"]):
        cited["date"] = cited["date"].isoformat() if cited["date"] else None
    if not fields["copies"]:
        del fields["copies"]
    return fields


def _conflict(conflict: Conflict) -> Json:
    """Lay out a statement that differs from the quotes: what it is, and when it was made."""
    return {
        "relation": conflict.relation,
        "kind": conflict.kind,
        "newer": _quote(conflict.newer),
        "older": _quote(conflict.older),
    }


def _reason(refusal: Refusal) -> str:
    reason = refusal.reason
    return reason.courtesy or phrases.reason(reason) or phrases.DECLINED
