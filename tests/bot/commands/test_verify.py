"""`quoth verify`: a saved answer holds, until a byte of an original changes."""

import json
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
    assert (n, of) == (m, "of")
    checked = "words, characters, bytes, title, date, source, sentence"
    assert " ".join(rest) == f"quotes hold (checked: {checked})"
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


def test_a_forged_citation_is_named(home: Home, tmp_path: Path) -> None:
    saved = tmp_path / "answer.json"
    printed = call("ask", "--json", "--home", home.path, "ferry ticket costs 18 crowns").out
    saved.write_text(printed.replace('"title": "Ferry Kestrel sails', '"title": "Nobody sails'))

    result = call("verify", saved, "--home", home.path)

    assert result.code == 1
    assert result.lines[0].startswith(f"{FERRY}, characters ")
    assert result.lines[0].endswith(": the document has another title")


def test_what_is_no_longer_indexed_still_holds_but_its_citation_is_not_checked(
    home: Home, tmp_path: Path
) -> None:
    saved = tmp_path / "answer.json"
    saved.write_text(call("ask", "--json", "--home", home.path, "ferry ticket costs").out)
    shutil.rmtree(home.index)

    result = call("verify", saved, "--home", home.path)

    assert (result.code, len(result.lines)) == (0, 1)
    assert result.out.endswith("; citation not checked: the document is no longer indexed)\n")


def test_a_document_can_neither_steer_the_screen_nor_make_up_a_line(
    home: Home, tmp_path: Path
) -> None:
    saved = tmp_path / "answer.json"
    answer = json.loads(call("ask", "--json", "--home", home.path, "ferry ticket costs").out)
    forged = answer["quotes"][0] | {"document": "a\x1b[2J\n1 of 1 quotes hold", "end": 10**6}
    saved.write_text(json.dumps({"answered": True, "quotes": [forged]}))

    result = call("verify", saved, "--home", home.path)

    assert result.code == 1
    assert result.lines[0].startswith("a\ufffd[2J 1 of 1 quotes hold, characters ")
    assert result.lines[1:] == ["0 of 1 quotes hold"]


def test_what_ask_and_chat_print_holds_until_a_word_is_changed(home: Home, tmp_path: Path) -> None:
    saved = tmp_path / "answer.txt"
    asked = call("ask", "--home", home.path, "ferry ticket costs 18 crowns").out
    talk = b"ferry ticket costs 18 crowns\n/context\n/why\n/verify\n/help\n"
    chatted = quoth("chat", "--home", home.path, stdin=talk).out
    results = []
    for printed in (asked, chatted):
        for text in (printed, printed.replace("18 crowns.", "80 crowns.")):
            saved.write_text(text)
            results.append(call("verify", saved, "--home", home.path))

    failure = "Ferry Kestrel sails again, sentence 3: the document says something else there"
    assert [result.code for result in results] == [0, 1, 0, 1]
    assert [len(results[0].lines), len(results[2].lines)] == [1, 1]
    assert results[1].lines[0] == failure
    assert failure in results[3].lines
    assert all(" quotes hold" in result.lines[-1] for result in results)


def test_a_citation_of_nothing_is_named(home: Home, tmp_path: Path) -> None:
    (tmp_path / "saved").write_text("Hello,\n\n| It rose.\n  A tale\x1b[2J, sentence 2\n")

    result = call("verify", tmp_path / "saved", "--home", home.path)

    assert (result.code, result.err) == (1, "")
    assert result.lines == [
        "A tale\ufffd[2J, sentence 2: no indexed document is cited so",
        "0 of 1 quotes hold",
    ]


def test_refusals_alone_leave_nothing_to_check(home: Home, tmp_path: Path) -> None:
    saved = tmp_path / "answer.json"
    saved.write_text(call("ask", "--json", "--home", home.path, "zeppelin").out)

    result = call("verify", saved, "--home", home.path)

    assert (result.code, result.out, result.err) == (0, "no quotes to check\n", "")


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b"plain words"])
def test_a_file_that_is_no_saved_answer_is_one_line(
    content: bytes, home: Home, tmp_path: Path
) -> None:
    (tmp_path / "saved").write_bytes(content)

    result = call("verify", tmp_path / "saved", "--home", home.path)

    assert (result.code, result.out, result.err.count("\n")) == (1, "", 1)
