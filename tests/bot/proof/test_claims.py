"""Saved answers are read as the claims they make, or refused with what is wrong with them."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.proof.claims import Claim, read_claims

QUOTE: dict[str, Any] = {
    "document": "a", "sentence": 2, "start": 0, "end": 1, "text": "\u2028", "sha256": "0" * 64,
    "byte_start": None, "byte_end": None, "title": "T", "date": "2019-05-02", "source": "",
}  # fmt: skip
REFUSAL: dict[str, Any] = {"answered": False, "quotes": []}
SAVE = "give what `quoth ask`, `quoth chat` or `quoth batch` printed"


def changed(**fields: object) -> str:
    return json.dumps({"answered": True, "quotes": [QUOTE | fields]})


def test_one_answer_lines_of_answers_and_a_list_are_read_alike() -> None:
    answer = {"answered": True, "quotes": [QUOTE]}
    saved: list[object] = [answer, REFUSAL, {"id": 1, "error": "not JSON"}]
    lines = "\n".join(json.dumps(each, ensure_ascii=False) for each in saved)

    read = [read_claims(text) for text in (json.dumps(answer), lines, json.dumps([answer]))]

    one = Claim("a", 2, 0, 1, "\u2028", "0" * 64, None, None, "T", "2019-05-02", "")
    assert read == [[one], [one], [one]]


def test_a_line_with_an_error_is_left_out_only_where_it_has_no_quotes() -> None:
    hidden = {"error": "x", "quotes": [QUOTE]}

    claims = read_claims(json.dumps([hidden, {"error": "x"}, REFUSAL]))

    assert [claim.document for claim in claims] == ["a"]


def test_refusals_alone_claim_nothing() -> None:
    assert read_claims(json.dumps(REFUSAL)) == []
    assert read_claims(f'{json.dumps(REFUSAL)}\n{{"id": 1, "error": "x"}}\n') == []


@pytest.mark.parametrize(
    "content",
    ["", " \n\n", "[]", '{"error": "x"}', '{"quotes": []}', '{"answered": true, "quotes": []}'],
)
def test_where_there_is_no_quote_and_no_refusal_there_is_nothing_to_check(content: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_claims(content)

    assert str(caught.value) == f"no quotes in it: {SAVE}"


@pytest.mark.parametrize(
    ("content", "clause"),
    [
        ("no JSON", "line 1 is no JSON"),
        ("{}\n{", "line 2 is no JSON"),
        ("[" * 100_000, "nested too deep"),
        ("{}\n" + "[" * 100_000, "line 2 is nested too deep"),
        ("3", "an answer must be a JSON object"),
        ('["a"]', "an answer must be a JSON object"),
        ("{}", '"quotes" must be a list'),
        ('{"quotes": 3}', '"quotes" must be a list'),
        ('{"error": "x", "quotes": null}', '"quotes" must be a list'),
        ('{"quotes": ["a"]}', '"quotes" must hold JSON objects'),
        ('{"quotes": [{}]}', '"document" of a quote must be a text'),
        (changed(document=3), '"document" of a quote must be a text'),
        (changed(start="0"), '"start" of a quote must be a whole number of 0 or more'),
        (changed(end=-1), '"end" of a quote must be a whole number of 0 or more'),
        (changed(sentence=True), '"sentence" of a quote must be a whole number of 0 or more'),
        (changed(byte_start=1), '"byte_end" of a quote must be a whole number of 0 or more'),
        (changed(byte_end=1), '"byte_start" of a quote must be a whole number of 0 or more'),
        (changed(date=2019), '"date" of a quote must be a text'),
        (changed(title=None), '"title" of a quote must be a text'),
        (changed(sha256="../x"), '"sha256" of a quote must be 64 hexadecimal digits'),
    ],
)
def test_anything_else_is_no_saved_answer_and_says_in_plain_words_why(
    content: str, clause: str
) -> None:
    with pytest.raises(BadInput) as caught:
        read_claims(content)

    assert str(caught.value) == f"not a saved answer ({clause}): {SAVE}"


@given(st.text())
def test_any_text_is_read_or_refused(content: str) -> None:
    try:
        claims = read_claims(content)
    except BadInput:
        return

    assert all(isinstance(each, Claim) for each in claims)
