"""`quoth ask`: one question, one answer, as people and as programs read it."""

import datetime
import json
import subprocess
import sys

import pytest

from bot.home import Home
from corpus.originals import OriginalStore
from retrieval.index import Index
from tests.bot.calling import call, environment, quoth

TOWER = "Who had tended the lighthouse for 31 years?"
FERRY = "2021-09-14-ferry.txt"
# Field of the contract: the types its value may have.
Shape = dict[str, set[type]]
ANSWER: Shape = {
    "id": {type(None)}, "question": {str}, "understood": {str}, "answered": {bool},
    "confidence": {float}, "quotes": {list}, "ranked": {list}, "reason": {str, type(None)},
    "generation": {str}, "elapsed_ms": {float},
}  # fmt: skip
QUOTE: Shape = {
    "document": {str}, "sentence": {int}, "start": {int}, "end": {int}, "text": {str},
    "sha256": {str}, "byte_start": {int, type(None)}, "byte_end": {int, type(None)}, "title": {str},
    "date": {str, type(None)}, "source": {str}, "score": {float}, "highlights": {list},
}  # fmt: skip
RANKED: Shape = {
    "document": {str},
    "sentence": {int},
    "start": {int},
    "end": {int},
    "score": {float},
}
HIGHLIGHT: Shape = {"start": {int}, "end": {int}, "kind": {str}, "value": {str}}


def has_shape(value: dict[str, object], shape: Shape) -> bool:
    is_typed = all(type(value[name]) in types for name, types in shape.items())
    return set(value) == set(shape) and is_typed


def test_an_answer_is_printed_in_plain_lines_and_ends_with_0(harbour: Home) -> None:
    result = quoth("ask", TOWER, "--home", harbour.path)

    assert (result.code, result.err) == (0, "")
    assert result.lines[:2] == [
        "| Keeper Mara Lind had tended the lighthouse for 31 years.",
        "  Port Ellen switches off its lighthouse, 2019-05-02, Coast Desk, sentence 2",
    ]
    assert "\x1b" not in result.out


def test_a_refusal_ends_with_3_and_names_what_is_missing(harbour: Home) -> None:
    result = call("--home", harbour.path, "ask", "zeppelin", "hangar")

    assert result.code == 3
    assert result.lines == [
        'The documents do not answer this. Missing: "zeppelin", "hangar" appear nowhere.'
    ]


@pytest.mark.parametrize("question", [TOWER, "ferry lighthouse crowns", "zeppelin", ""])
def test_json_has_the_fields_of_the_contract_with_their_types(question: str, harbour: Home) -> None:
    result = call("ask", "--json", "--home", harbour.path, question)

    (printed,) = result.lines
    answer = json.loads(printed)
    assert has_shape(answer, ANSWER)
    assert answer["question"] == question
    assert all(has_shape(quote, QUOTE) for quote in answer["quotes"])
    assert all(has_shape(entry, RANKED) for entry in answer["ranked"])
    assert all(has_shape(mark, HIGHLIGHT) for q in answer["quotes"] for mark in q["highlights"])
    assert 0 <= answer["confidence"] <= 1
    assert (result.code, answer["reason"] is None) == (
        (0, True) if answer["quotes"] else (3, False)
    )
    assert answer["answered"] is bool(answer["quotes"])


def test_each_quote_is_the_document_between_its_offsets_and_the_original_between_its_bytes(
    aquarium: Home,
) -> None:
    library = Index.open(aquarium.index).library
    encodings = {"cafe.txt": "cp1252", "octopus": "utf-8"}
    asked = ("what is the octopus called", "the café serves crème brûlée")

    answers = [json.loads(call("ask", "--json", "--home", aquarium.path, q).out) for q in asked]

    assert [answer["quotes"][0]["document"] for answer in answers] == ["octopus", "cafe.txt"]
    for quote in (answer["quotes"][0] for answer in answers):
        (position,) = library.positions([quote["document"]])
        text = library.document(position).text
        content = OriginalStore(aquarium.originals).read(quote["sha256"])
        assert text[quote["start"] : quote["end"]] == quote["text"]
        found = content[quote["byte_start"] : quote["byte_end"]]
        assert found == quote["text"].encode(encodings[quote["document"]])


def test_the_same_question_gives_the_same_bytes_in_every_process(harbour: Home) -> None:
    runs = [quoth("ask", "--json", "ferry lighthouse", "--home", harbour.path) for _ in range(2)]

    first, second = (json.loads(run.out) | {"elapsed_ms": 0} for run in runs)
    assert json.dumps(first) == json.dumps(second)


def test_only_the_named_documents_are_asked(harbour: Home) -> None:
    options = ("--document", FERRY, "--document", "rules.md")

    result = call("ask", "--json", "--home", harbour.path, *options, "lighthouse ferry quay")

    assert {entry["document"] for entry in json.loads(result.out)["ranked"]} == {FERRY, "rules.md"}


def test_only_what_was_published_by_a_day_is_asked(harbour: Home) -> None:
    before = datetime.date(2021, 9, 14) - datetime.timedelta(days=1)

    result = call("ask", "--json", "--home", harbour.path, "--as-of", before, "ferry lighthouse")

    documents = {entry["document"] for entry in json.loads(result.out)["ranked"]}
    assert documents == {"2019-05-02-lighthouse.txt"}


def test_a_closed_output_ends_in_no_traceback(harbour: Home) -> None:
    command = [sys.executable, "-m", "bot", "ask", TOWER, "--home", str(harbour.path)]

    run = subprocess.run(
        ["/bin/sh", "-c", '"$@" >&-', "sh", *command],
        capture_output=True,
        env=environment(),
        check=False,
    )

    assert (run.returncode, run.stderr) == (0, b"")


def test_bytes_that_are_no_text_end_in_no_traceback(harbour: Home) -> None:
    question = b"lighthouse \xff".decode("utf-8", "surrogateescape")

    result = quoth("ask", "--json", "--home", harbour.path, question)

    assert result.code in (0, 3)
    assert json.loads(result.out)["question"] == question
    assert result.err == ""
