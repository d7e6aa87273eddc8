"""Bytes become text exactly, or a clear reason."""

import codecs
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import Decoded, Undecodable, decode

WHOLE = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@given(WHOLE, st.sampled_from([b"", codecs.BOM_UTF8]))
def test_a_utf8_text_comes_back_as_it_is(text: str, mark: bytes) -> None:
    decoded = decode(mark + text.encode())

    if isinstance(decoded, Decoded) and not text.startswith("\ufeff"):
        assert decoded == Decoded(text, "utf-8", len(mark))


@given(WHOLE, st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_a_byte_order_mark_decides(text: str, encoding: str) -> None:
    mark = "\ufeff".encode(encoding)

    decoded = decode(mark + text.encode(encoding))

    assert decoded == Decoded(text, encoding, len(mark))


@given(st.binary())
def test_whatever_is_decoded_leads_back_to_the_same_bytes(content: bytes) -> None:
    decoded = decode(content)

    if isinstance(decoded, Decoded):
        assert decoded.text.encode(decoded.encoding) == content[decoded.start :]
    else:
        assert decoded.reason
        assert decoded.remedy


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Le café de l’hôtel était fermé, et il pleuvait."),
        ("cp1252", "She paid £5 – “no more”, she said."),
        ("cp1250", "Dziś jest ładna pogoda, więc idziemy na długi spacer."),
        ("cp1251", "Сегодня хорошая погода, и мы идём гулять."),
        ("koi8_r", "Сегодня хорошая погода, и мы идём гулять."),
        ("cp1253", "Σήμερα ο καιρός είναι καλός."),
        ("euc_kr", "오늘은 날씨가 좋아서 공원에 갔다."),
        ("shift_jis", "今日は天気がいいので、公園へ行きました。"),
        ("euc_jp", "今日は天気がいいので、公園へ行きました。"),
        ("gb18030", "今天天气很好，我们去公园散步。"),
        ("big5", "今天天氣很好，我們去公園散步。"),
    ],
)
def test_old_encodings_are_recognised(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))

    assert isinstance(decoded, Decoded)
    assert decoded.text == text


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04rest", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"words\0words", "NUL bytes"),
        (bytes(range(1, 8)) * 20, "control characters"),
        (zlib.compress(bytes(range(256)) * 9)[2:], "binary"),
    ],
)
def test_a_binary_file_is_named_for_what_it_looks_like(content: bytes, what: str) -> None:
    refused = decode(content)

    assert isinstance(refused, Undecodable)
    assert what in refused.reason


def test_a_mark_that_the_bytes_belie_is_refused() -> None:
    refused = decode(codecs.BOM_UTF16_LE + b"odd")

    assert refused == Undecodable("opens as utf-16-le but does not go on so", "save it as UTF-8")


def test_a_long_file_is_recognised_by_its_few_lines_that_are_not_ascii() -> None:
    text = "Plain words of no account.\n" * 20_000 + "Über den Fluß führt eine Brücke.\n"

    decoded = decode(text.encode("cp1252"))

    assert isinstance(decoded, Decoded)
    assert decoded.text == text


def test_a_mark_is_dropped_once_and_a_second_one_is_text() -> None:
    decoded = decode(codecs.BOM_UTF8 * 2 + b"a")

    assert decoded == Decoded("\ufeffa", "utf-8", 3)


def test_half_a_character_in_utf8_is_no_utf8() -> None:
    decoded = decode("Brücke".encode()[:3])

    assert not isinstance(decoded, Decoded) or decoded.encoding != "utf-8"


def test_colours_and_form_feeds_do_not_make_a_text_binary() -> None:
    text = "\x1b[1mBold\x1b[0m\f\n" * 50

    assert decode(text.encode()) == Decoded(text, "utf-8", 0)
