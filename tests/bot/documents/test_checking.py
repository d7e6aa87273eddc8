"""Ending, first bytes and reader must agree, within the limits."""

import pytest

from bot.documents.checking import Readable, Refused, check
from bot.documents.limits import LARGEST, MOST_SENTENCES
from bot.phrases import documents as phrases


def test_a_file_that_is_what_it_says_is_readable() -> None:
    content = b'{"id": "a", "text": "It rains."}\n{"id": 3}\n'

    assert check(content, "lines.jsonl") == Readable(
        1, 1, 1, ('line 2 has neither "text" nor "sentences"; give it a "text"',)
    )


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.exe", b"It rains.", "Files that end in .exe are not read."),
        ("a", b"It rains.", "Files without an ending are not read."),
        ("a.txt", b"  <!DOCTYPE html><p>It rains.", phrases.DISGUISED),
        ("a.txt", b"\xef\xbb\xbf<?XML version='1.0'?>", phrases.DISGUISED),
        ("a.md", b"<svg onload='x'>", phrases.DISGUISED),
        ("a.txt", b"It rains.\n%PDF-1.7", phrases.DISGUISED),
        ("a.txt", b"MZ\x90\x00" + bytes(60), "There is no document in the file: holds NUL bytes"),
        ("a.txt", b"\x1f\x8b\x08", "There is no document in the file: looks like a gzip archive"),
        ("a.jsonl", b"It rains.", "There is no document in the file: line 1 is no JSON"),
        ("a.txt", b"", "There is no document in the file: is empty"),
        ("a.txt", bytes(LARGEST + 1), phrases.too_large(LARGEST)),
    ],
)
def test_a_file_that_is_something_else_is_refused_in_one_line(
    name: str, content: bytes, reason: str
) -> None:
    found = check(content, name)

    assert isinstance(found, Refused)
    assert found.reason.startswith(reason)
    assert "\n" not in found.reason


def test_a_file_that_takes_too_long_is_refused() -> None:
    assert check(b"It rains. " * 200_000, "a.txt", seconds=0.05) == Refused(phrases.TOO_LONG)


def test_a_document_with_too_many_sentences_is_refused() -> None:
    found = check(b"It rains today.\n\n" * (MOST_SENTENCES + 1), "a.txt")

    assert found == Refused(phrases.too_many_sentences(MOST_SENTENCES))
