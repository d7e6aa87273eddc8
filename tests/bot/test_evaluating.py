"""A question set run through the whole product, and its measures beside earlier ones."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.evaluating import RATES, evaluate_folder, is_worse, read_measures, table

RATE = st.floats(0, 1)
MEASURES = st.dictionaries(st.sampled_from(RATES), RATE, min_size=1)


def make_set(folder: Path, *, right: int = 0) -> Path:
    """Write a set of two questions; `right` is where gold says the first one's answer stands."""
    files: dict[str, list[dict[str, object]]] = {
        "corpus.jsonl": [{"id": "d", "sentences": ["The tower is old.", "Ferries sail at noon."]}],
        "questions.jsonl": [
            {"id": 1, "question": "Is the tower old?"},
            {"id": 2, "question": "zeppelin"},
        ],
        "gold.jsonl": [{"id": 1, "sentences": [["d", right]]}, {"id": 2, "unanswerable": True}],
    }
    for name, lines in files.items():
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_set_that_is_answered_as_its_gold_says_scores_full(tmp_path: Path) -> None:
    measures = evaluate_folder(make_set(tmp_path))

    assert measures["questions"] == 1
    assert [measures[name] for name in ("P@1", "MRR", "answered_right")] == [1.0, 1.0, 1.0]
    assert (measures["quotes_not_verbatim"], measures["missing_lines"]) == (0, 0)


def test_the_folder_stays_as_it_is(tmp_path: Path) -> None:
    folder = make_set(tmp_path)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    evaluate_folder(folder)

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("name", ["corpus.jsonl", "questions.jsonl", "gold.jsonl"])
def test_a_set_without_one_of_its_files_is_refused(name: str, tmp_path: Path) -> None:
    folder = make_set(tmp_path)
    (folder / name).unlink()

    with pytest.raises(BadInput, match=name.removesuffix(".jsonl")) as caught:
        evaluate_folder(folder)

    assert caught.value.remedy


@pytest.mark.parametrize("line", ["{", "3", '{"sentences": []}'])
def test_a_gold_line_that_is_none_is_refused(line: str, tmp_path: Path) -> None:
    folder = make_set(tmp_path)
    (folder / "gold.jsonl").write_text(f"{line}\n", encoding="utf-8")

    with pytest.raises(BadInput, match="no gold answer"):
        evaluate_folder(folder)


@pytest.mark.parametrize("name", ["questions.jsonl", "gold.jsonl"])
@pytest.mark.parametrize(("content", "clause"), [(b" \n", "nothing in it"), (b"\xff", "not UTF-8")])
def test_a_set_with_nothing_to_read_in_one_of_its_files_is_refused(
    name: str, content: bytes, clause: str, tmp_path: Path
) -> None:
    folder = make_set(tmp_path)
    (folder / name).write_bytes(content)

    with pytest.raises(BadInput, match=f"{name}: {clause}"):
        evaluate_folder(folder)


@given(MEASURES)
def test_nothing_is_worse_than_itself(measures: dict[str, float]) -> None:
    assert not is_worse(measures, measures)


@given(MEASURES, st.sampled_from(RATES))
def test_one_rate_that_falls_is_worse_and_one_that_rises_is_not(
    measures: dict[str, float], name: str
) -> None:
    low, high = measures | {name: 0.25}, measures | {name: 0.75}

    assert is_worse(low, high)
    assert not is_worse(high, low)


def test_a_count_or_a_change_below_rounding_is_not_worse() -> None:
    earlier = {"P@1": 0.50001, "answered": 9}

    assert not is_worse({"P@1": 0.5, "answered": 3}, earlier)


def test_a_rate_that_an_earlier_run_had_and_this_one_lacks_is_worse() -> None:
    assert is_worse({}, {"MAP": 0.5})


def test_the_table_shows_each_measure_the_earlier_one_and_the_change() -> None:
    lines = table({"P@1": 0.5, "answered": 9}, {"P@1": 0.75}).splitlines()

    # 0.5 - 0.75 = -0.25; the count has no earlier value, so no change.
    assert [line.split() for line in lines] == [["P@1", "0.5000", "0.7500", "-0.2500"],
                                                ["answered", "9"]]  # fmt: skip


def test_the_table_says_which_questions_are_counted() -> None:
    assert table({"questions": 9}) == "questions (answerable)         9"


def test_measures_are_read_as_they_were_printed() -> None:
    assert read_measures('{"P@1": 0.5}\n') == {"P@1": 0.5}


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[1]", "[" * 100_000, "{}", '{"questions": 9}', '{"p@1": 0.5}'),
        *('{"P@1": "high"}', '{"P@1": true}', '{"answered_right": null}'),
    ],
)
def test_anything_else_is_no_measures(text: str) -> None:
    with pytest.raises(BadInput, match="no measures"):
        read_measures(text)
