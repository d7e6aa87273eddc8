"""`quoth batch`: many questions from a file or the input."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.home import Home
from tests.bot.calling import call, environment, quoth

FARE = "What does a return ticket for the ferry cost?"


def test_the_input_is_answered_line_by_line_whatever_its_bytes(harbour: Home) -> None:
    lines = [
        json.dumps({"id": "b", "question": FARE}).encode(),
        b'{"id": "broken \xff", "question": "ferry"}',
        b"{",
        b'{"id": "\\ud800", "question": "zeppelin"}',
    ]

    result = quoth("batch", "-", "--home", harbour.path, stdin=b"\n".join(lines))

    out = [json.loads(line) for line in result.lines]
    assert (result.code, result.err) == (0, "")
    assert [line["id"] for line in out] == ["b", "broken \ufffd", None, "\ud800"]
    assert [line.get("answered") for line in out][::3] == [True, False]
    assert "not JSON" in out[2]["error"]


def test_a_file_is_answered_into_a_file(harbour: Home, tmp_path: Path) -> None:
    questions, output = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    lines = (f'{{"id": 1, "question": "{FARE}"}}', '{"id": 2, "question": "🐙"}')
    questions.write_text("\r\n".join(lines), encoding="utf-8-sig", newline="")

    result = call("batch", questions, "--output", output, "--top", 2, "--home", harbour.path)

    out = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert (result.code, result.out, result.err) == (0, "", "")
    assert [line["id"] for line in out] == [1, 2]
    assert len(out[0]["ranked"]) == 2
    assert "🐙" in output.read_text(encoding="utf-8")


def test_the_questions_may_be_replaced_by_their_answers(harbour: Home, tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text(f'{{"id": 1, "question": "{FARE}"}}\n{{"id": 2, "question": "zeppelin"}}\n')

    result = call("batch", file, "--output", file, "--home", harbour.path)

    out = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert result.code == 0
    assert [(line["id"], line["answered"]) for line in out] == [(1, True), (2, False)]


def test_a_batch_without_an_input_or_an_error_output_ends_in_no_traceback(harbour: Home) -> None:
    command = [sys.executable, "-m", "bot", "batch", "-", "--home", str(harbour.path)]

    run = subprocess.run(
        ["/bin/sh", "-c", '"$@" <&- 2>&-', "sh", *command],
        capture_output=True,
        env=environment(),
        check=False,
    )

    assert (run.returncode, run.stdout) == (0, b"")


def test_controls_are_printed_as_escapes(harbour: Home, tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    text = "ferry\x9b2J\u202e"
    file.write_text(json.dumps({"id": text, "question": text}), encoding="utf-8")

    result = call("batch", file, "--home", harbour.path)

    assert (json.loads(result.out)["id"], json.loads(result.out)["question"]) == (text, text)
    assert "ferry\\u009b2J\\u202e" in result.out
    assert not {"\x9b", "\u202e"} & set(result.out)


def test_ten_sentences_are_ranked_unless_told_otherwise(harbour: Home, tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    words = "lighthouse tower council bidders ferry propeller ticket cyclists dogs owners anchoring"
    questions.write_text(json.dumps({"question": f"{words} campfires"}))

    result = call("batch", questions, "--home", harbour.path)

    # Each of the twelve words stands in a sentence; the corpus has twelve or so.
    assert len(json.loads(result.out)["ranked"]) == 10


@pytest.mark.parametrize("top", ["0", "-1", "ten", "1.5", ""])
def test_top_is_a_whole_number_of_1_or_more(top: str, tmp_path: Path) -> None:
    result = call("batch", tmp_path / "q.jsonl", f"--top={top}", "--home", tmp_path)

    assert result.code == 2
    assert result.err.splitlines()[-1].endswith("is not a whole number of 1 or more")
