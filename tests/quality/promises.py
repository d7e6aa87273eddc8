"""Promised precision put to the test: `python -m tests.quality.promises SETS`.

Each set's questions are split in two at random, many times over: one part calibrates, the other
shows whether as many of its answers are right as was promised. Documents that the confidence learnt
from stay out. What cannot be promised is declined and counted apart.
"""

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.calibrating import judge
from bot.question_sets import answers, read_set, texts
from bot.trust.calibration import shipped
from bot.trust.choosing import Choice, Judged, choose_threshold
from tests.quality.confidence_lessons import articles, is_learnt_from, judged
from tests.quality.reliability import calibration_error, draw

__all__ = ["Answers", "Outcome", "abstention", "answers_of", "main", "split_once", "triggering"]

PRECISIONS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
N_SPLITS = 200
PICTURE = Path(__file__).with_name("reliability.svg")
# Sets joined to one, by the name they are reported under.
SETS = {
    "squad-unanswerable": ("squad-unanswerable",),
    "wikiqa": ("wikiqa-dev", "wikiqa-train"),
    "new-wiki": ("new-wiki",),
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What a set's questions came to, nothing declined.

    Attributes:
        judged: confidence, and whether the first sentence is right.
        is_answerable: whether the question has an answer.
    """

    judged: tuple[Judged, ...]
    is_answerable: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A promise on the part that did not calibrate.

    Attributes:
        n: questions.
        n_answered: answered at the threshold.
        n_right: answered right.
    """

    n: int
    n_answered: int
    n_right: int

    def keeps(self, precision: float) -> bool:
        """Say whether as many answers are right as promised; none given break no promise."""
        return self.n_right >= precision * self.n_answered - 1e-9


def answers_of(sets: Path, name: str) -> Answers:
    """Ask the questions of a set, less those about documents that were learnt from."""
    questions = read_set(sets / name)
    output = judge(questions.gold, answers(questions, threshold=0.0), texts(questions))
    about = articles(judged(sets / name))
    is_apart = [name == "squad-unanswerable" and is_learnt_from(one) for one in about]
    asked = zip(output, questions.gold, is_apart, strict=True)
    kept = [(found, not gold.get("unanswerable")) for found, gold, apart in asked if not apart]
    return Answers(tuple(one for one, _ in kept), tuple(answerable for _, answerable in kept))


def split_once(
    answers: Sequence[Judged], precision: float, chance: random.Random
) -> Outcome | None:
    """Calibrate on a random half and look at the other; None where nothing can be promised."""
    order = list(answers)
    chance.shuffle(order)
    half = len(order) // 2
    choice = choose_threshold(order[:half], precision)
    if not isinstance(choice, Choice):
        return None
    given = [is_right for sure, is_right in order[half:] if sure >= choice.threshold]
    return Outcome(len(order) - half, len(given), sum(given))


def abstention(answers: Answers) -> float:
    """Return the AUC of confidence between questions with and without an answer; ties half."""
    sides: dict[bool, list[float]] = {True: [], False: []}
    for (sure, _), is_answerable in zip(answers.judged, answers.is_answerable, strict=True):
        sides[is_answerable].append(sure)
    wins = sum((a > b) + (a == b) / 2 for a in sides[True] for b in sides[False])
    return wins / max(len(sides[True]) * len(sides[False]), 1)


def triggering(answers: Answers, threshold: float) -> float:
    """Return the F1 of answering: right answers over the mean of given and answerable ones."""
    given = [is_right for sure, is_right in answers.judged if sure >= threshold]
    return 2 * sum(given) / max(len(given) + sum(answers.is_answerable), 1)


def main(argv: Sequence[str] | None = None) -> None:
    """Print how promises were kept, and how well confidences are calibrated; draw the latter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, help="folder of question sets")
    parser.add_argument("--splits", type=int, default=N_SPLITS)
    parser.add_argument("--save", type=Path, help="file for confidences and judgements")
    arguments = parser.parse_args(argv)
    all_answers: dict[str, Answers] = {}
    for title, names in SETS.items():
        parts = [answers_of(arguments.sets, name) for name in names]
        whole = Answers(
            tuple(one for part in parts for one in part.judged),
            tuple(one for part in parts for one in part.is_answerable),
        )
        all_answers[title] = whole
        _print_set(title, whole)
        for precision in PRECISIONS:
            print(f"  {_row(whole.judged, precision, arguments.splits)}", flush=True)
    PICTURE.write_text(draw({title: a.judged for title, a in all_answers.items()}), "utf-8")
    if arguments.save:
        saved = {title: [a.judged, a.is_answerable] for title, a in all_answers.items()}
        arguments.save.write_text(json.dumps(saved), encoding="utf-8")


def _print_set(title: str, answers: Answers) -> None:
    n, right = len(answers.judged), sum(is_right for _, is_right in answers.judged)
    print(f"{title}: {n} questions, {right} right first")
    print(f"  calibration error {calibration_error(answers.judged):.3f}", end="")
    if not all(answers.is_answerable):
        print(f", abstention AUC {abstention(answers):.3f}", end="")
        print(f", triggering F1 {triggering(answers, shipped().threshold):.3f}", end="")
    print()


def _row(answers: Sequence[Judged], precision: float, n_splits: int) -> str:
    """Say how a promise fared over many splits."""
    chance = random.Random(0)  # noqa: S311 - splits, not secrets
    outcomes = [split_once(answers, precision, chance) for _ in range(n_splits)]
    made = [outcome for outcome in outcomes if outcome is not None]
    row = f"{precision:.0%} promised in {len(made)} of {n_splits} splits"
    if not made:
        return f"{row}, declined in all"
    kept = sum(outcome.keeps(precision) for outcome in made)
    coverage = sum(outcome.n_answered / outcome.n for outcome in made) / len(made)
    right = sum(o.n_right for o in made) / max(sum(o.n_answered for o in made), 1)
    row += f", kept in {kept} ({kept / len(made):.1%})"
    return f"{row}; answered {coverage:.1%}, right {right:.1%}"


if __name__ == "__main__":
    main()
