"""A question set becomes a calibration, in which what nothing answers counts as an error."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.calibrating import calibrate_folder, judge, promise, promised, shortfall
from bot.trust.calibration import Calibration
from bot.trust.choosing import Shortfall
from bot.trust.digests import model_digest

GOLD: list[dict[str, Any]] = [
    {"id": 1, "sentences": [["d", 0]]},
    {"id": 2, "unanswerable": True},
    {"id": 3, "sentences": [["d", 0]]},
]
RIGHT = {"document": "d", "sentence": 0, "start": 0, "end": 4}
WRONG = RIGHT | {"sentence": 1}


def line(name: int, sure: float, **places: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": name, "confidence": sure, "quotes": [], "ranked": []} | places


def make_island(folder: Path, *, n: int) -> Path:
    """Write a set of so many keepers and as many questions who kept which light."""
    names = [f"{a}{b}{c}" for a in "bdgklmnprst" for b in "aeiou" for c in "bdgklmnprst"][:n]
    corpus = {
        "id": "d",
        "sentences": [f"The light of {name}holm is {name} blue." for name in names],
    }
    questions = [{"id": k, "question": f"light of {name}holm"} for k, name in enumerate(names)]
    gold = [{"id": k, "sentences": [["d", k]]} for k in range(n)]
    for stem, lines in (("corpus", [corpus]), ("questions", questions), ("gold", gold)):
        text = "".join(json.dumps(one) + "\n" for one in lines)
        (folder / f"{stem}.jsonl").write_text(text, encoding="utf-8")
    return folder


def test_the_first_sentence_is_judged_whether_spoken_or_not() -> None:
    output = [line(1, 0.9, quotes=[RIGHT], ranked=[WRONG]), line(3, 0.2, ranked=[RIGHT, WRONG])]

    assert list(judge(GOLD, output, {})) == [(0.9, True), (0.0, False), (0.2, True)]


def test_an_answer_to_what_cannot_be_answered_is_wrong() -> None:
    assert list(judge(GOLD[1:2], [line(2, 0.8, quotes=[RIGHT])], {})) == [(0.8, False)]


def test_a_promise_lays_out_what_it_rests_on() -> None:
    found = promise([(0.9, True)] * 100, 0.9, "digest")

    # .05 ** (1 / 100) = .970487.
    assert found == Calibration(0.9, 0.0025, 100, 100, 0, 0.970487, "digest", model_digest())


def test_a_set_that_is_answered_right_is_promised(tmp_path: Path) -> None:
    found = calibrate_folder(make_island(tmp_path, n=60), 0.8)

    assert isinstance(found, Calibration)
    assert (found.questions, found.precision) == (60, 0.8)
    assert found.bound >= 0.8


def test_a_set_that_is_too_small_falls_short(tmp_path: Path) -> None:
    found = calibrate_folder(make_island(tmp_path, n=9), 0.95)

    assert isinstance(found, Shortfall)
    assert found.n <= 9


@pytest.mark.parametrize("words", ["95%", "40 answers with 1 errors", "nothing is changed"])
def test_a_shortfall_is_one_line_with_the_best_bound(words: str) -> None:
    said = shortfall(Shortfall(0.5, 40, 1, 0.887), 0.95)

    assert words in said
    assert "88.7%" in said
    assert "\n" not in said


def test_a_promise_is_one_line_with_its_figures() -> None:
    said = promised(Calibration(0.9, 0.31, 400, 200, 8, 0.9289, "d", "m"))

    assert said == (
        "90% promised: answers from confidence 0.31 on; of 400 questions 200 are answered"
        " with 8 errors, at least 92.9% right at 95% confidence"
    )
