"""A line of JSON for each answer, with the fields of the contract and no others."""

import datetime
import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answer, Conflict, Copy, Highlight, Ranked, Reason, Refusal
from bot.explaining import Contribution, Explanation
from bot.proof.claims import Claim, read_claims
from bot.serialising import dumps, explanation_fields, line
from bot.visible import visible_line
from tests.bot.test_answers import answer, quote

FIELDS = {
    *("id", "question", "understood", "answered", "confidence", "quotes", "ranked", "reason"),
    *("generation", "elapsed_ms"),
}
REASON = Reason(("w",))
TEXTS = st.text(st.characters(codec="utf-8"))


def test_an_answer_is_laid_out_as_the_contract_says() -> None:
    mark = Highlight(0, 4, "term", "word")
    quoted = replace(quote("a", 2), date=datetime.date(2019, 5, 2), highlights=(mark,))
    outcome = Answer("word", 0.98765432, (quoted,), (Ranked("a", 2, 20, 24, 1.5),), "g-000001")

    printed = json.dumps(line("q1", "word?", outcome, 12.34567))

    # 0.98765432 to six places is 0.987654, 12.34567 ms to three are 12.346.
    assert json.loads(printed) == {
        "id": "q1",
        "question": "word?",
        "understood": "word",
        "answered": True,
        "confidence": 0.987654,
        "quotes": [
            {
                "document": "a",
                "sentence": 2,
                "start": 20,
                "end": 24,
                "text": "Word",
                "sha256": "0" * 64,
                "byte_start": 20,
                "byte_end": 24,
                "title": "",
                "date": "2019-05-02",
                "source": "",
                "score": 1.0,
                "highlights": [{"start": 0, "end": 4, "kind": "term", "value": "word"}],
            }
        ],
        "ranked": [{"document": "a", "sentence": 2, "start": 20, "end": 24, "score": 1.5}],
        "reason": None,
        "generation": "g-000001",
        "elapsed_ms": 12.346,
    }


def test_a_refusal_has_the_same_fields_a_reason_and_never_a_quote() -> None:
    near = (quote("a", 0),)
    refusal = Refusal("word", 0.1, REASON, near, (Ranked("a", 0, 0, 4, 1.5),), "g-000001")

    laid = line(7, "word", refusal, 0.0)

    assert set(laid) == FIELDS
    assert (laid["answered"], laid["quotes"], laid["reason"]) == (False, [], 'Missing: "w".')
    assert [entry["document"] for entry in laid["ranked"]] == ["a"]


def test_a_refusal_that_misses_no_word_still_gives_a_reason() -> None:
    laid = line(None, "", Refusal("", 0.0, Reason(), (), (), "g-000001"), 0.0)

    assert laid["reason"] == "The documents do not answer this."


@given(TEXTS, st.lists(st.tuples(TEXTS, st.integers(0, 9)), min_size=1, max_size=3, unique=True))
def test_a_printed_answer_is_read_back_as_the_claims_it_makes(
    text: str, places: list[tuple[str, int]]
) -> None:
    outcome = answer(places)
    outcome = replace(outcome, quotes=tuple(replace(q, text=text) for q in outcome.quotes))

    claims = read_claims(dumps(line(None, text, outcome, 1.0)))

    assert claims == [
        Claim(
            document=q.document,
            sentence=q.sentence,
            start=q.start,
            end=q.end,
            text=text,
            sha256=q.sha256,
            byte_start=q.byte_start,
            byte_end=q.byte_end,
            title="",
            date=None,
            source="",
        )
        for q in outcome.quotes
    ]


@given(st.text() | st.text(st.sampled_from('\\"a\x85\x9b\u2028\u202e\U000e0041\ud800')))
def test_printed_json_steers_no_screen_and_says_the_same(text: str) -> None:
    printed = dumps({text: [text]})

    assert json.loads(printed) == {text: [text]}
    assert visible_line(printed) == printed


def test_letters_and_emoji_are_printed_as_they_are_and_controls_as_escapes() -> None:
    printed = dumps({"id": "é🐙\x9b\u202e\U000e0041"})

    # U+E0041 is the pair D800 + (D0041 >> 10) = DB40 and DC00 + 41 = DC41.
    assert printed == '{"id": "é🐙\\u009b\\u202e\\udb40\\udc41"}'


def test_copies_and_what_differs_are_there_only_where_there_are_any() -> None:
    said = answer([("a", 0)])
    copy = Copy("b", 4, "Wire", datetime.date(2019, 11, 15), "")
    copied = replace(said.quotes[0], copies=(copy,))
    differing = Conflict("changed since", "number", copied, quote("c", 1))

    plain = line(1, "word", said, 0.0)
    rich = line(1, "word", replace(said, quotes=(copied,), conflicts=(differing,)), 0.0)

    assert set(plain) == FIELDS
    assert "copies" not in plain["quotes"][0]
    assert json.loads(dumps(rich))["quotes"][0]["copies"] == [
        {"document": "b", "sentence": 4, "title": "Wire", "date": "2019-11-15", "source": ""}
    ]
    (conflict,) = json.loads(dumps(rich))["conflicts"]
    assert (conflict["relation"], conflict["kind"]) == ("changed since", "number")
    assert (conflict["newer"]["document"], conflict["older"]["document"]) == ("a", "c")


def test_why_is_laid_out_with_what_adds_up_and_the_margin() -> None:
    first, second = (replace(quote("a", n), score=score) for n, score in ((0, 5.0), (1, 3.5)))
    parts = (Contribution("names in sentence", 4.0), Contribution("length", 1.0))

    laid = explanation_fields(Explanation("word", ("Kestrel",), first, parts, second))

    assert laid is not None
    assert (laid["score"], laid["margin"], laid["carried"]) == (5.0, 1.5, ["Kestrel"])
    assert laid["contributions"][0] == {"name": "names in sentence", "points": 4.0}
    assert laid["runner_up"]["sentence"] == 1
    assert explanation_fields(None) is None
