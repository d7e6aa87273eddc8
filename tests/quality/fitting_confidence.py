"""Learns what a confidence is worked out from: `python -m tests.quality.fitting_confidence SETS`.

English learns from encyclopaedia questions with an answer, asked of all documents and of their own
alone; from such questions with words changed so that nothing answers them, of every other document;
from questions of a search engine; and from questions asked of other documents than their own. The
other documents of `squad-unanswerable`, `wikiqa-dev` and `new-wiki` stay out, to be measured on.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from bot.trust.model import Logistic
from bot.trust.signals import Signals, signals, signals_of_scores
from bot.trust.usual import Usual
from retrieval.evidence import weigh
from tests.quality.confidence_lessons import (
    Found,
    alone,
    as_asked,
    asked_elsewhere,
    documents_of,
    is_learnt_from,
    judged,
)

__all__ = ["fit", "learn_usual", "main"]

# Answers right or wrong, with their signals; a weight for all of them together.
Part = tuple[float, list[tuple[Signals, bool]]]

ENGLISH_SETS = ("squad", "squad-unanswerable", "wikiqa-train")
OTHER_SETS = ("language-tr", "language-ar", "language-fa", "language-ko")
TARGET = Path(__file__).parents[2] / "bot" / "trust" / "model.json"
# Words asked less often than this are taken together; this many of the average are added to each.
LEAST_ASKED = 12
N_ADDED = 4
# A right sentence below this place is no longer what the answer would have been.
N_LOOKED_AT = 3
# Strengths from .001 to .1 differ by .01 in AUC at most on the documents left out.
STRENGTH = 0.003


def main(argv: Sequence[str] | None = None) -> None:
    """Learn from question sets and write the model beside the code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, help="folder of question sets")
    parser.add_argument("--output", type=Path, default=TARGET, help="file")
    arguments = parser.parse_args(argv)
    sets = arguments.sets
    other = fit(list(_other(sets)))
    squad = list(as_asked(documents_of(sets / "squad"), judged(sets / "squad", 3)))
    usual = learn_usual(squad)
    written = {
        "usual_other": usual.other,
        "usual": usual.shares,
        "english": _as_json(fit(list(_english(sets, squad, usual)))),
        "other": _as_json(other),
        "learnt_from": {name: _checksums(sets / name) for name in ENGLISH_SETS + OTHER_SETS},
    }
    arguments.output.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def learn_usual(answered: Iterable[Found]) -> Usual:
    """Count in how many answered questions nothing near the right sentence has a word."""
    asked: Counter[str] = Counter()
    lacking: Counter[str] = Counter()
    for found in answered:
        for hit in islice((h for h, r in zip(found.hits, found.right, strict=True) if r), 1):
            if hit not in found.hits[:N_LOOKED_AT]:
                continue
            evidence = weigh(found.index, found.query, hit)
            far = (*evidence.elsewhere, *evidence.missing)
            asked.update((*evidence.in_sentence, *evidence.nearby, *far))
            lacking.update(far)
    other = sum(lacking.values()) / sum(asked.values())
    often = sorted(stem for stem in asked if asked[stem] >= LEAST_ASKED)
    shares = {s: (lacking[s] + N_ADDED * other) / (asked[s] + N_ADDED) for s in often}
    return Usual({stem: round(share, 3) for stem, share in shares.items()}, round(other, 3))


def fit(parts: Sequence[Part]) -> Logistic:
    """Fit weights to signals as they are, each part with the weight it has."""
    names = list(parts[0][1][0][0])
    rows = [
        (found, is_right, weight / len(part)) for weight, part in parts for found, is_right in part
    ]
    signal = np.array([[found[name] for name in names] for found, _, _ in rows])
    scale = StandardScaler().fit(signal)
    weight = np.array([share for _, _, share in rows]) * 4000
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(scale.transform(signal), [is_right for _, is_right, _ in rows], sample_weight=weight)
    weights = model.coef_[0] / scale.scale_
    intercept = float(model.intercept_[0] - weights @ scale.mean_)
    named = dict(zip(names, weights.tolist(), strict=True))
    return Logistic(round(intercept, 5), {name: round(value, 5) for name, value in named.items()})


def _english(sets: Path, squad: Sequence[Found], usual: Usual) -> Iterator[Part]:
    def part(weight: float, found: Iterable[Found]) -> Part:
        return weight, [
            (signals(f.index, f.query, f.evidence, f.hits, usual), f.right[0]) for f in found
        ]

    documents = {name: documents_of(sets / name) for name in ENGLISH_SETS}
    questions = {name: judged(sets / name) for name in ENGLISH_SETS}
    yield part(1.0, squad)
    yield part(1.0, alone(documents["squad"], questions["squad"][::8]))
    changed = as_asked(documents["squad-unanswerable"], questions["squad-unanswerable"])
    yield part(2.0, (found for found in changed if is_learnt_from(found.article)))
    yield part(1.5, as_asked(documents["wikiqa-train"], questions["wikiqa-train"]))
    searched = asked_elsewhere(documents["squad"], questions["wikiqa-train"][::2])
    encyclopaedic = asked_elsewhere(documents["wikiqa-train"], questions["squad"][::13])
    yield part(0.5, searched)
    yield part(0.5, encyclopaedic)


def _other(sets: Path) -> Iterator[Part]:
    for name in OTHER_SETS:
        documents, questions = documents_of(sets / name), judged(sets / name)
        asked = as_asked(documents, questions[::2])
        yield 1.0, [(signals_of_scores(f.evidence, f.hits), f.right[0]) for f in asked]
        # Half the documents, asked what only the other half answers.
        kept = documents[::2]
        ids = {document.id for document in kept}
        strange = [(q, g) for q, g in questions[1::2] if not _is_about(g, ids)]
        nothing = asked_elsewhere(kept, strange)
        yield 0.5, [(signals_of_scores(f.evidence, f.hits), f.right[0]) for f in nothing]


def _is_about(gold: Mapping[str, Any], documents: Collection[str]) -> bool:
    """Say whether one of the documents answers; of what nothing answers, that is not known."""
    return "spans" not in gold or any(document in documents for document, _ in gold["spans"])


def _as_json(model: Logistic) -> Mapping[str, object]:
    return {"intercept": model.intercept, "weights": model.weights}


def _checksums(folder: Path) -> Mapping[str, str]:
    """Return the sha256 of every file of a question set."""
    files = sorted(folder.glob("*.jsonl"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


if __name__ == "__main__":
    main()
