"""Learns the weights that ship: `python -m retrieval.ranking.training SETS`."""

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from retrieval.ranking.examples import N_FOLDS, Lesson, examples
from retrieval.ranking.fitting import fit

__all__ = ["LESSONS", "LESSONS_ALONE", "LESSONS_OTHER", "main"]

LESSONS = {
    "squad": Lesson(1.0, 40),
    "squad-unanswerable": Lesson(1.0, 40),
    "new-wiki": Lesson(1.0, 40),
    "wikiqa-train": Lesson(4.0, 100),
    "selqa-dev": Lesson(3.0, 100),
    "policyqa": Lesson(0.7, 60),
    "news-2022": Lesson(1.0, 60),
}
LESSONS_OTHER = {
    "language-tr": Lesson(1.0, 60),
    "language-ar": Lesson(1.0, 60),
    "language-fa": Lesson(1.0, 60),
    "language-ko": Lesson(1.0, 60),
}
# The same questions asked of their document alone.
LESSONS_ALONE = {
    "squad": Lesson(1.5, 40, alone=True, step=5),
    "new-wiki": Lesson(1.5, 40, alone=True, step=4),
}


def main(argv: Sequence[str] | None = None) -> None:
    """Learn from question sets and write the weights beside this module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, help="folder of question sets")
    parser.add_argument("--output", type=Path, default=Path(__file__).parent, help="folder")
    arguments = parser.parse_args(argv)
    english = [*LESSONS.items(), *LESSONS_ALONE.items()]
    for name, lessons in (("en", english), ("other", list(LESSONS_OTHER.items()))):
        parts = [examples(arguments.sets / which, lesson) for which, lesson in lessons]
        model = fit(parts, frozenset(range(N_FOLDS)))
        sources = sorted({which for which, _ in lessons})
        written = model.as_json() | {"learnt_from": _checksums(arguments.sets, sources)}
        target = arguments.output / f"weights-{name}.json"
        target.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def _checksums(sets: Path, names: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the sha256 of every file that was learnt from."""
    return {
        name: {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted((sets / name).glob("*.jsonl"))
        }
        for name in names
    }


if __name__ == "__main__":
    main()
