"""A question set run through the whole product, and its measures beside earlier ones."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.errors import BadInput
from bot.question_sets import answers, read_set, texts
from retrieval.evaluation import evaluate

__all__ = ["evaluate_folder", "is_worse", "read_measures", "table"]

# What a measure counts, where its name in JSON does not say it.
TITLES = {"questions": "questions (answerable)"}
# Measures that are better when larger; the others are counts.
RATES = (
    "P@1",
    "R@3",
    "R@5",
    "R@10",
    "MRR",
    "MAP",
    "answered_right",
    "trigger_F1",
    "abstention_AUC",
)


def evaluate_folder(folder: Path) -> dict[str, Any]:
    """Index a set's corpus aside, answer its questions and score them.

    Parameters
    ----------
    folder
        holds questions.jsonl, gold.jsonl, and corpus.jsonl or a folder named corpus.

    Raises
    ------
    BadInput
        one of them is missing or malformed.
    """
    questions = read_set(folder)
    return dict(evaluate(questions.gold, list(answers(questions)), texts(questions)))


def read_measures(text: str) -> dict[str, Any]:
    """Read measures that `quoth evaluate --json` printed.

    Raises
    ------
    BadInput
        the text is something else, or holds no rate to compare.
    """
    try:
        measures = json.loads(text)
    except (ValueError, RecursionError):
        measures = None
    if not isinstance(measures, dict) or not _is_comparable(measures):
        raise BadInput("these are no measures", "save them with `quoth evaluate FOLDER --json`")
    return measures


def table(measures: Mapping[str, Any], earlier: Mapping[str, Any] | None = None) -> str:
    """Lay measures out one a line; beside each its earlier value and the change."""
    width = max(len(TITLES.get(name, name)) for name in measures)
    rows = []
    for name, value in measures.items():
        row = f"{TITLES.get(name, name):<{width}}  {_shown(value):>8}"
        if earlier is not None:
            row += f"  {_shown(earlier.get(name)):>8}  {_change(value, earlier.get(name)):>8}"
        rows.append(row.rstrip())
    return "\n".join(rows)


def is_worse(measures: Mapping[str, Any], earlier: Mapping[str, Any]) -> bool:
    """Say whether a rate fell by more than rounding."""
    return any(
        round(measures.get(name) or 0.0, 4) < round(earlier[name] or 0.0, 4)
        for name in RATES
        if name in earlier
    )


def _is_comparable(measures: Mapping[str, Any]) -> bool:
    """Say whether there are rates, and each is a number or was not to be told."""
    rates = [measures[name] for name in RATES if name in measures]
    known = [rate for rate in rates if rate is not None]
    return bool(known) and all(type(rate) in (int, float) for rate in known)


def _shown(value: Any) -> str:
    return f"{value:.4f}" if isinstance(value, float) else "" if value is None else str(value)


def _change(value: Any, earlier: Any) -> str:
    if not isinstance(value, int | float) or not isinstance(earlier, int | float):
        return ""
    return f"{value - earlier:+.4f}" if isinstance(value, float) else f"{value - earlier:+d}"
