"""Measures are worked out by hand, and agree to the digit with an independent script."""

import json
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.evaluation import evaluate, is_right

Line = Mapping[str, Any]

# Stands beside the checkout where it stands at all.
SCRIPT = Path(__file__).parents[3] / "shared" / "tools" / "score.py"
TEXTS = {
    "a": "The pact expires on Nov. 23. Seoul ends it. Tokyo waits.",
    "b": "Rain falls on Seoul's hills. The pact holds.",
}
# (document, number of the sentence, first character, one past the last)
SENTENCES = (
    *(("a", 0, 0, 28), ("a", 1, 29, 43), ("a", 2, 44, 56)),
    *(("b", 0, 0, 28), ("b", 1, 29, 44)),
)


def entry(place: int) -> dict[str, Any]:
    """Return a sentence as it stands in a ranking."""
    document, sentence, start, end = SENTENCES[place]
    return {"document": document, "sentence": sentence, "start": start, "end": end, "score": 1.0}


def line(name: str, *ranked: int, answered: bool = True, confidence: float = 0.5) -> Line:
    """Return the line of an answer that quotes the first ranked sentence."""
    first = [entry(place) for place in ranked[:1]]
    quotes = [e | {"text": TEXTS[e["document"]][e["start"] : e["end"]]} for e in first]
    return {
        "id": name,
        "answered": answered,
        "confidence": confidence,
        "quotes": quotes if answered else [],
        "ranked": [entry(place) for place in ranked],
    }


def test_places_of_right_sentences_make_the_ranking_measures() -> None:
    gold = [{"id": str(n), "sentences": [["a", 0]]} for n in range(4)]
    output = [line("0", 0, 1), line("1", 1, 0), line("2", 4, 3, 2, 0), line("3", 1)]

    measures = evaluate(gold, output, TEXTS)

    # First right at places 1, 2, 4 and nowhere (counted as 10^9):
    # P@1 1/4, R@3 2/4, R@5 3/4, MRR (1 + 1/2 + 1/4) / 4 = 0.4375.
    assert measures["questions"] == 4
    assert (measures["P@1"], measures["R@3"], measures["R@5"], measures["R@10"]) == (
        *(0.25, 0.5),
        *(0.75, 0.75),
    )
    assert measures["MRR"] == pytest.approx(0.4375, abs=1e-8)


def test_mean_average_precision_counts_every_right_sentence() -> None:
    gold: list[Line] = [
        {"id": "0", "sentences": [["a", 0], ["b", 1]]},
        {"id": "1", "sentences": [["a", 2], ["a", 1], ["b", 0]]},
    ]
    output = [line("0", 0, 1, 4), line("1", 0, 2)]

    measures = evaluate(gold, output, TEXTS)

    # First: right at places 1 and 3: (1/1 + 2/3) / 2 = 5/6. Second: right at 2: (1/2) / 3 = 1/6.
    assert measures["MAP"] == pytest.approx((5 / 6 + 1 / 6) / 2)


def test_mean_average_precision_is_left_out_where_no_sentences_are_named() -> None:
    assert "MAP" not in evaluate([{"id": "0", "spans": [["a", 3]]}], [line("0", 0)], TEXTS)


def test_gold_of_several_kinds_stands_in_one_set() -> None:
    gold: list[Line] = [
        {"id": "0", "sentences": [["a", 0]]},
        {"id": "1", "spans": [["a", 30]]},
        {"id": "2", "strings": ["tokyo waits"]},
    ]
    output = [line("0", 0), line("1", 1), line("2", 2)]

    measures = evaluate(gold, output, TEXTS)

    # Each is right at once; the mean of precision is over all three questions.
    assert (measures["P@1"], measures["MAP"]) == (1.0, pytest.approx(1 / 3))


def test_when_to_speak_is_judged_as_a_detector() -> None:
    gold: list[Line] = [
        *({"id": "0", "sentences": [["a", 0]]}, {"id": "1", "sentences": [["a", 1]]}),
        *({"id": "2", "unanswerable": True}, {"id": "3", "unanswerable": True}),
    ]
    output = [
        *(line("0", 0, confidence=0.9), line("1", 1, answered=False, confidence=0.4)),
        *(line("2", 4, confidence=0.4), line("3", 4, answered=False, confidence=0.1)),
    ]

    measures = evaluate(gold, output, TEXTS)

    # Two answers given, one right: precision 1/2; of two answerable one right: recall 1/2.
    # Pairs: 0.9 > 0.4, 0.9 > 0.1, 0.4 = 0.4 (half), 0.4 > 0.1: 3.5 of 4.
    assert (measures["answered"], measures["answered_right"]) == (2, 0.5)
    assert [measures[f"trigger_{m}"] for m in ("P", "R", "F1")] == [0.5, 0.5, 0.5]
    assert measures["abstention_AUC"] == 3.5 / 4


def test_a_question_without_a_line_counts_as_declined() -> None:
    gold: list[Line] = [{"id": 7, "sentences": [["a", 0]]}, {"id": "8", "sentences": [["a", 0]]}]

    measures = evaluate(gold, [line("7", 0)], TEXTS)

    assert (measures["missing_lines"], measures["answered"], measures["P@1"]) == (1, 1, 0.5)


def test_a_quote_that_is_not_verbatim_is_counted() -> None:
    altered = json.loads(json.dumps(line("0", 0)))
    altered["quotes"][0]["text"] = "The pact expires on Nov. 24."

    measures = evaluate([{"id": "0", "spans": [["a", 0]]}], [altered], TEXTS)

    assert (measures["quotes_checked"], measures["quotes_not_verbatim"]) == (1, 1)


def test_no_questions_give_no_measure_above_zero() -> None:
    measures = evaluate([], [], {})

    assert not any(measures.values())


@pytest.mark.parametrize(
    ("gold", "right"),
    [
        ({"sentences": [["a", 0], ["b", 1]]}, {0, 4}),
        ({"spans": [["a", 28], ["a", 29]]}, {1}),
        ({"spans": [["b", 0], ["b", 27]]}, {3}),
        ({"strings": ["pact"]}, {0, 4}),
        ({"strings": ["seoul's hills", "ends it"]}, {1, 3}),
        ({"strings": ["pac", "the pact expires tokyo"]}, set()),
        ({"unanswerable": True}, set()),
    ],
)
def test_a_sentence_is_right_where_gold_says_so(gold: Line, right: set[int]) -> None:
    assert {n for n in range(5) if is_right(entry(n), gold, TEXTS)} == right


def test_nothing_answers_an_unanswerable_question_not_even_a_document_unknown_here() -> None:
    unknown = entry(0) | {"document": "elsewhere"}

    assert not is_right(unknown, {"unanswerable": True}, TEXTS)


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([0.0, 0.2, 0.5, 1.0])), max_size=12))
def test_auc_is_the_share_of_pairs_put_right(lines: list[tuple[bool, float]]) -> None:
    gold: list[Line] = [
        {"id": str(n)} | ({"sentences": [["a", 0]]} if is_answerable else {"unanswerable": True})
        for n, (is_answerable, _) in enumerate(lines)
    ]
    output = [line(str(n), confidence=sure, answered=False) for n, (_, sure) in enumerate(lines)]
    pairs = [(x, y) for is_up, x in lines if is_up for is_down, y in lines if not is_down]

    measures = evaluate(gold, output, TEXTS)

    wins = sum(1.0 if x > y else 0.5 if x == y else 0.0 for x, y in pairs)
    assert measures.get("abstention_AUC", 0.0) == pytest.approx(wins / (len(pairs) or 1))


def random_gold(r: random.Random, name: str) -> dict[str, Any]:
    """Return a gold line of any kind."""
    places = r.sample(range(len(SENTENCES)), r.randint(1, 3))
    kinds: list[dict[str, Any]] = [
        {"sentences": [list(SENTENCES[n][:2]) for n in places]},
        {"spans": [[SENTENCES[n][0], r.randint(SENTENCES[n][2], SENTENCES[n][3])] for n in places]},
        {"strings": r.sample(["pact", "nov 23", "seoul's hills", "tokyo", "snow"], 2)},
        {"unanswerable": True},
    ]
    return {"id": name} | r.choice(kinds)


def random_line(r: random.Random, name: str) -> Line:
    """Return an output line, answered or not; one quote in five is not verbatim."""
    ranked = r.sample(range(len(SENTENCES)), r.randint(1, len(SENTENCES)))
    sure = r.choice([0.0, 0.25, 0.5, 0.75, r.random()])
    made = json.loads(json.dumps(line(name, *ranked, answered=r.random() < 0.7, confidence=sure)))
    for quote in made["quotes"]:
        if r.random() < 0.2:
            quote["end"] += 1
    return dict(made)


def write_lines(path: Path, lines: list[Any]) -> None:
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")


@pytest.mark.skipif(not SCRIPT.exists(), reason="the script to compare with is not here")
@pytest.mark.parametrize("seed", range(4))
def test_the_digits_are_those_of_an_independent_script(tmp_path: Path, seed: int) -> None:
    r = random.Random(seed)  # noqa: S311 - a fixed draw, no secret
    names = [str(n) for n in range(60)]
    gold = [random_gold(r, name) for name in names]
    output = [random_line(r, name) for name in r.sample(names, 55)]
    write_lines(tmp_path / "gold.jsonl", gold)
    write_lines(tmp_path / "corpus.jsonl", [{"id": k, "text": v} for k, v in TEXTS.items()])
    write_lines(tmp_path / "output.jsonl", output)

    run = [sys.executable, "-W", "ignore", str(SCRIPT), str(tmp_path), f"{tmp_path}/output.jsonl"]
    said = subprocess.run(run, capture_output=True, text=True, check=True).stdout

    measures = evaluate(gold, output, TEXTS)
    rounded = {k: round(v, 4) if isinstance(v, float) else v for k, v in measures.items()}
    assert rounded == json.loads(said)
    assert rounded["missing_lines"] == 5
