"""Every quote of a saved answer is held against the original; one changed thing and it fails."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import wiring
from bot.answers import Quote
from bot.errors import BadInput
from bot.home import Home
from bot.verifying import Claim, Verifier, read_claims
from corpus.originals import OriginalStore

Quotes = Iterable[tuple[Home, Quote]]
ELSE = "the original says something else"
MARKED = '\ufeff{"id": "a", "text": "The \\"old\\" tower fell."}\n{"id": "b", "text": "It rose."}\n'


def claim(quote: Quote) -> Claim:
    place = (quote.document, quote.start, quote.end)
    return Claim(*place, quote.text, quote.sha256, quote.byte_start, quote.byte_end)


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Verifier, str]:
    """A verifier, and the digest of a JSONL original that opens with a byte order mark."""
    store = OriginalStore(tmp_path / "originals")
    return Verifier([store]), store.put(MARKED.encode())


def test_every_quote_as_it_was_given_holds(all_quotes: Quotes) -> None:
    problems = [wiring.verifier(home).check(claim(q)).problem for home, q in all_quotes]

    assert len(problems) > 5
    assert set(problems) == {""}


def test_a_quote_with_one_thing_changed_does_not_hold(all_quotes: Quotes) -> None:
    for home, quote in all_quotes:
        true, verifier = claim(quote), wiring.verifier(home)
        changed = [
            replace(true, text=true.text.replace(true.text[0], "x", 1)),
            replace(true, text=true.text + "."),
            replace(true, start=true.start + 1),
            replace(true, end=true.end - 1),
        ]
        if true.byte_start is not None and true.byte_end is not None:
            changed.append(replace(true, byte_start=true.byte_start + 1))
            changed.append(replace(true, byte_end=true.byte_end - 1))

        assert {verifier.check(each).problem for each in changed} == {ELSE}


def test_a_json_line_is_found_by_its_id_behind_a_byte_order_mark(
    kept: tuple[Verifier, str],
) -> None:
    verifier, sha256 = kept
    text = 'The "old" tower fell.'
    true = Claim("a", 0, len(text), text, sha256, None, None)

    checks = [verifier.check(each) for each in (true, replace(true, document="b"))]

    assert [check.problem for check in checks] == ["", ELSE]
    assert [check.holds for check in checks] == [True, False]


def test_an_original_that_is_gone_or_altered_is_said_to_be(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    sha256 = store.put(b"It rose.")
    true = Claim("b.txt", 0, 8, "It rose.", sha256, 0, 8)
    path = tmp_path / sha256[:2] / sha256

    path.chmod(0o644)
    path.write_bytes(b"It fell.")
    altered = Verifier([store]).check(true).problem
    path.unlink()
    gone = Verifier([store, OriginalStore(tmp_path / "another")]).check(true).problem

    assert altered == f"original {sha256} has changed ({path})"
    assert gone.startswith(f"original {sha256} is missing")


def test_one_answer_lines_of_answers_and_a_list_are_read_alike() -> None:
    quote = {"document": "a", "start": 0, "end": 1, "text": "\u2028", "sha256": "0" * 64}
    answer = {"quotes": [quote]}
    saved: list[object] = [answer, {"quotes": []}, {"id": 1, "error": "not JSON"}]
    lines = "\n".join(json.dumps(each, ensure_ascii=False) for each in saved)

    read = [read_claims(text) for text in (json.dumps(answer), lines, json.dumps([answer]))]

    one = Claim("a", 0, 1, "\u2028", "0" * 64, None, None)
    assert read == [[one], [one], [one]]


@pytest.mark.parametrize(
    "content",
    [
        "no JSON",
        "{",
        "[" * 100_000,
        "3",
        '["a"]',
        "{}",
        '{"quotes": 3}',
        '{"quotes": ["a"]}',
        '{"quotes": [{"document": "a"}]}',
        '{"quotes": [{"document": "a", "start": "0", "end": 1, "text": "", "sha256": "0"}]}',
        '{"quotes": [{"document": "a", "start": 0, "end": 1, "text": "", "sha256": "../x"}]}',
    ],
)
def test_anything_else_is_no_saved_answer_and_says_how_to_save_one(content: str) -> None:
    with pytest.raises(BadInput, match="not a saved answer") as caught:
        read_claims(content)

    assert caught.value.remedy == "save one with `quoth ask --json` or `quoth batch`"
    assert "\n" not in str(caught.value)


@given(st.text())
def test_any_text_is_read_or_refused(content: str) -> None:
    try:
        claims = read_claims(content)
    except BadInput:
        return

    assert all(isinstance(each, Claim) for each in claims)
