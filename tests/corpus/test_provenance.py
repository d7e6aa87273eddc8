"""A quote and its bytes are the same thing."""

import dataclasses
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, Original
from corpus.jsonl import read_jsonl
from corpus.plain import read_plain
from corpus.provenance import byte_span, holds, original_text
from tests.corpus.originals_of import piece_of

# Line breaks, decomposed and astral characters, quotation marks: what tends to shift offsets.
TRICKY = st.lists(
    st.sampled_from(
        ["a", "b. ", "\r\n", "e\u0301", "é", "“", "”", "’", "😀", "\ufeff", "한", "語", "\t"]
    )
).map("".join)
ENCODINGS = {
    "utf-8": TRICKY | st.text(st.characters(codec="utf-8")),
    "utf-16-le": TRICKY,
    "utf-16-be": TRICKY,
    "utf-32-le": TRICKY,
    "cp1252": st.text(st.sampled_from("ab. \r\né“”’£ü")),
    "euc_kr": st.text(st.sampled_from("ab. \r\n한국어가나“”")),
    "shift_jis": st.text(st.sampled_from("ab. \r\n日本語カナ。「」")),
}
WHOLE = st.text(st.characters(codec="utf-8"))


def jsonl_document(line: str, before: bytes = b"") -> tuple[Document, bytes]:
    content = before + line.encode() + b"\n"
    *_, document = read_jsonl(io.BytesIO(content), "a.jsonl", "")
    assert isinstance(document, Document)
    return document, content


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(data=st.data(), mark=st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_the_bytes_of_any_span_spell_its_characters(
    encoding: str, data: st.DataObject, mark: bytes
) -> None:
    text = data.draw(ENCODINGS[encoding])
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    content = mark + text.encode(encoding)
    original = Original("", "plain", encoding, len(mark), len(content))
    document = read_plain("a.txt", text, original)

    span = byte_span(document, start, end, piece_of(document, content))

    assert span is not None
    assert content[span[0] : span[1]].decode(encoding) == text[start:end]
    assert holds(original, content, start, end, span, text[start:end])


@given(
    text=(TRICKY | WHOLE | st.text('a\\"/\n')).map("x".__add__),
    is_ascii=st.booleans(),
    decoy=st.dictionaries(WHOLE, st.recursive(WHOLE | st.none() | st.floats(), st.lists)),
    data=st.data(),
)
def test_a_span_of_a_json_text_has_bytes_exactly_when_it_is_written_plainly(
    text: str, is_ascii: bool, decoy: dict[str, object], data: st.DataObject
) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    fields = {"text ": "decoy", **{f"_{key}": value for key, value in decoy.items()}}
    line = json.dumps(
        {**fields, "id": "a", "text": text, "x": {"text": text}}, ensure_ascii=is_ascii
    )
    document, content = jsonl_document(line, b'{"id": "z", "text": "One."}\n')

    span = byte_span(document, start, end, piece_of(document, content))

    # Python writes a character as an escape when it must, or when it may write ASCII only.
    is_plain = json.dumps(text[start:end], ensure_ascii=is_ascii) == f'"{text[start:end]}"'
    assert (span is not None) == is_plain
    if span is not None:
        assert content[span[0] : span[1]].decode() == text[start:end]
    assert holds(document.original, content, start, end, span, text[start:end])


@given(st.lists(WHOLE, min_size=1).filter(lambda given: any(map(str.strip, given))), st.data())
def test_a_given_sentence_is_found_in_its_own_string(
    sentences: list[str], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(sentences) - 1))
    document, content = jsonl_document(
        json.dumps({"id": "a", "sentences": sentences}, ensure_ascii=False)
    )
    place = document.sentences[number]

    span = byte_span(document, place.start, place.end, piece_of(document, content))

    assert holds(document.original, content, place.start, place.end, span, sentences[number])
    assert (span is None) == (
        json.dumps(sentences[number], ensure_ascii=False)[1:-1] != sentences[number]
    )


def test_a_span_over_two_given_sentences_has_no_bytes() -> None:
    document, content = jsonl_document('{"id": "a", "sentences": ["One.", "Two."]}')

    assert byte_span(document, 0, 9, piece_of(document, content)) is None


def test_of_two_equal_keys_the_last_one_counts() -> None:
    document, content = jsonl_document('{"text": "One.", "id": "a", "text": "Two."}')

    assert document.text == "Two."
    assert byte_span(document, 0, 4, piece_of(document, content)) == (37, 41)


def test_a_changed_quote_a_moved_one_and_other_bytes_do_not_hold() -> None:
    text = "It rains. It pours."
    content = text.encode()
    original = Original("", "plain", "utf-8", 0, len(content))

    assert holds(original, content, 0, 9, (0, 9), "It rains.")
    assert not holds(original, content, 0, 9, (0, 9), "It rained")
    assert not holds(original, content, 1, 10, None, "It rains.")
    assert not holds(original, content, 0, 9, (10, 19), "It rains.")
    assert not holds(original, content, 0, 9, None, "It rains.")
    assert not holds(original, content, 0, 99, None, "It rains.")
    assert not holds(original, b"It snows. It pours.", 0, 9, (0, 9), "It rains.")


def test_the_same_words_at_another_place_are_another_quote() -> None:
    content = b"It rains. It rains."
    original = Original("", "plain", "utf-8", 0, len(content))
    second = Original("", "plain", "utf-8", 10, len(content))

    assert holds(original, content, 10, 19, (10, 19), "It rains.")
    assert holds(second, content, 0, 9, (10, 19), "It rains.")
    assert not holds(original, content, 0, 9, (10, 19), "It rains.")
    assert not holds(second, content, 0, 9, (0, 9), "It rains.")


def test_json_may_claim_no_bytes_and_other_files_may_not() -> None:
    line = b'{"id": "a", "text": "It rains."}'
    lines = Original("", "jsonl", "utf-8", 0, len(line))
    plain = Original("", "plain", "utf-8", 0, 9)

    assert holds(lines, line, 0, 9, None, "It rains.")
    assert not holds(plain, b"It rains.", 0, 9, None, "It rains.")


def test_an_original_that_can_no_longer_be_read_has_no_text() -> None:
    plain = Original("", "plain", "utf-8", 0, 2)

    assert original_text(plain, b"\xff\xff") is None
    assert original_text(dataclasses.replace(plain, format="jsonl"), b"no") is None
