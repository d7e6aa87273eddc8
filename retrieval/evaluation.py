"""How good answers are: a gold line judges an output line, and means are taken over questions."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["evaluate", "is_right"]

Line = Mapping[str, Any]

WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")
NOWHERE = 10**9
NO_ANSWER: Line = {"answered": False, "confidence": 0.0, "quotes": [], "ranked": []}


def evaluate(gold: Sequence[Line], output: Sequence[Line], texts: Mapping[str, str]) -> Line:
    """Score the lines of `quoth batch` against a question set.

    Parameters
    ----------
    gold
        lines with "id" and one of "spans" [[document, offset], ...], "sentences"
        [[document, number], ...], "strings" [...] or "unanswerable".
    output
        lines of `quoth batch`, in any order; a missing line counts as declined.
    texts
        document texts by id.

    Returns
    -------
    P@1, R@k (share of answerable questions with a right sentence among the first k), MRR; MAP
    where gold names sentences; of the answers given, how many were right; where some questions
    are unanswerable, precision, recall and F1 of answering, and the AUC of confidence.
    """
    lines = {str(line["id"]): line for line in output}
    pairs = [(g, lines.get(str(g["id"]), NO_ANSWER)) for g in gold]
    answerable = [pair for pair in pairs if not pair[0].get("unanswerable")]
    result = _ranking(answerable, texts) | _answering(pairs, texts)
    result["missing_lines"] = sum(str(g["id"]) not in lines for g in gold)
    if len(answerable) < len(pairs):
        result |= _abstention(pairs, result, len(answerable))
    return result


def is_right(entry: Line, gold: Line, texts: Mapping[str, str]) -> bool:
    """Say whether a quote or ranked sentence is one that the gold line accepts."""
    if "sentences" in gold:
        return [entry["document"], entry["sentence"]] in gold["sentences"]
    if "spans" in gold:
        return any(
            entry["document"] == document and entry["start"] <= offset < entry["end"]
            for document, offset in gold["spans"]
        )
    if "strings" in gold:
        text = _words(texts[entry["document"]][entry["start"] : entry["end"]])
        return any(f" {wanted} " in text for wanted in gold["strings"])
    return False


def _ranking(pairs: Sequence[tuple[Line, Line]], texts: Mapping[str, str]) -> dict[str, Any]:
    """Take the means over answerable questions of where right sentences stand in the ranking."""
    places = [
        [place for place, entry in enumerate(line["ranked"], 1) if is_right(entry, g, texts)]
        for g, line in pairs
    ]
    first = [found[0] if found else NOWHERE for found in places]
    n = max(len(pairs), 1)
    result: dict[str, Any] = {"questions": len(pairs), "P@1": sum(f == 1 for f in first) / n}
    result |= {f"R@{k}": sum(f <= k for f in first) / n for k in (3, 5, 10)}
    result["MRR"] = sum(1 / f for f in first) / n
    if any("sentences" in g for g, _ in pairs):
        precisions = [
            sum(rank / place for rank, place in enumerate(found, 1)) / len(g["sentences"])
            for (g, _), found in zip(pairs, places, strict=True)
            if g.get("sentences")
        ]
        result["MAP"] = sum(precisions) / n
    return result


def _answering(pairs: Sequence[tuple[Line, Line]], texts: Mapping[str, str]) -> dict[str, Any]:
    """Count the answers given and the share whose first quote is right."""
    given = [(g, line) for g, line in pairs if line.get("answered")]
    right = sum(bool(line["quotes"]) and is_right(line["quotes"][0], g, texts) for g, line in given)
    quotes = [q for _, line in pairs for q in line["quotes"] if texts.get(q["document"])]
    wrong = sum(texts[q["document"]][q["start"] : q["end"]] != q["text"] for q in quotes)
    return {
        "answered": len(given),
        "answered_right": right / len(given) if given else None,
        "quotes_checked": len(quotes),
        "quotes_not_verbatim": wrong,
    }


def _abstention(
    pairs: Sequence[tuple[Line, Line]], so_far: Mapping[str, Any], n_answerable: int
) -> dict[str, float]:
    """Judge when to speak: answering as a detector, and confidence as a ranking of questions."""
    precision = so_far["answered_right"] or 0.0
    recall = precision * so_far["answered"] / n_answerable if n_answerable else 0.0
    total = precision + recall
    sides: dict[bool, list[float]] = {True: [], False: []}
    for g, line in pairs:
        sides[bool(g.get("unanswerable"))].append(float(line.get("confidence") or 0))
    return {
        "trigger_P": precision,
        "trigger_R": recall,
        "trigger_F1": 2 * precision * recall / total if total else 0.0,
        "abstention_AUC": _auc(sides[False], sides[True]),
    }


def _auc(above: Sequence[float], below: Sequence[float]) -> float:
    """Return the share of pairs in which the first kind has the larger value; ties count half."""
    ordered = sorted(below)
    wins = sum(bisect_left(ordered, value) + bisect_right(ordered, value) for value in above)
    return wins / (2 * len(above) * len(below)) if above and below else 0.0


def _words(text: str) -> str:
    return " " + " ".join(word.lower() for word in WORD.findall(text)) + " "
