"""`quoth verify`: a saved answer holds, until a byte of an original changes."""

import shutil
from pathlib import Path

import pytest

from bot.home import Home
from tests.bot.calling import call, quoth

QUESTIONS = '{"question": "ferry ticket costs 18 crowns"}\n{\n{"question": "zeppelin"}\n'
FERRY = "2021-09-14-ferry.txt"


@pytest.fixture
def home(harbour: Home, tmp_path: Path) -> Home:
    return Home(shutil.copytree(harbour.path, tmp_path / "home"))


def test_saved_answers_hold_from_a_file_and_from_the_input(home: Home, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(QUESTIONS)
    saved = tmp_path / "a.jsonl"
    call("batch", tmp_path / "q.jsonl", "--output", saved, "--home", home.path)

    from_file = call("verify", saved, "--home", home.path)
    from_input = quoth("verify", "-", "--home", home.path, stdin=saved.read_bytes())

    assert from_file == from_input
    assert (from_file.code, from_file.err) == (0, "")
    n, of, m, *rest = from_file.out.split()
    assert (n, of, rest) == (m, "of", ["quotes", "hold"])
    assert int(n) >= 1


def test_one_changed_byte_of_an_original_is_named(home: Home, tmp_path: Path) -> None:
    saved = tmp_path / "answer.json"
    saved.write_text(call("ask", "--json", "--home", home.path, "ferry ticket costs").out)
    ferry = next(p for p in home.originals.glob("??/*") if b"18 crowns" in p.read_bytes())
    ferry.chmod(0o644)
    ferry.write_bytes(ferry.read_bytes().replace(b"18 crowns", b"19 crowns"))

    result = call("verify", saved, "--home", home.path)

    assert result.code == 1
    assert result.lines[0].startswith(f"{FERRY}, characters ")
    assert f"original {ferry.name} has changed" in result.lines[0]
    assert result.lines[-1].startswith("0 of ")


def test_a_word_put_into_a_quote_is_named(home: Home, tmp_path: Path) -> None:
    saved = tmp_path / "answer.json"
    printed = call("ask", "--json", "--home", home.path, "ferry ticket costs 18 crowns").out
    saved.write_text(printed.replace("18 crowns.", "80 crowns."))

    result = call("verify", saved, "--home", home.path)

    assert result.code == 1
    assert result.lines[0].endswith(": the original says something else")


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"plain words"])
def test_a_file_that_is_no_saved_answer_is_one_line(
    content: bytes, home: Home, tmp_path: Path
) -> None:
    (tmp_path / "saved").write_bytes(content)

    result = call("verify", tmp_path / "saved", "--home", home.path)

    is_empty = content == b""
    assert result.code == (0 if is_empty else 1)
    assert (result.out, result.err.count("\n")) == (
        ("0 of 0 quotes hold\n", 0) if is_empty else ("", 1)
    )
