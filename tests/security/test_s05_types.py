"""S5: an upload is taken in only where ending, first bytes and reader agree."""

from pathlib import Path

import pytest

from tests.security.archives import zipped
from tests.security.uploading import upload

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
PROGRAM = b"MZ\x90\x00\x03" + bytes(200)
TEXT = b"It rains in May."
# What is sent, under which names.
CONFUSED = {
    "a program named .pdf": (PROGRAM, ["a.pdf"]),
    "a program named .txt": (PROGRAM, ["a.txt", "a.md", "a.jsonl", "a.news"]),
    "a program of Linux": (b"\x7fELF\x02\x01" + bytes(200), ["a.txt", "a.md", "a.elf"]),
    "a PDF named .txt": (PDF, ["a.txt", "a.md", "a.jsonl"]),
    "a text named .pdf": (TEXT, ["a.pdf", "a.docx", "a.exe", "a.zip", "a", "a."]),
    "a text named .jsonl": (TEXT, ["a.jsonl"]),
    "a page named .txt": (b"<!DOCTYPE html><p>It rains.</p>", ["a.txt", "a.md", "a.news"]),
    "a page behind a mark": (b"\xef\xbb\xbf \n<HTML><p>It rains.</p>", ["a.txt", "a.md"]),
    "a picture named .md": (b"\x89PNG\r\n\x1a\n" + bytes(50), ["a.md", "a.png"]),
    "text, then an archive": (TEXT * 9 + zipped({"a.txt": b"x"}), ["a.txt", "a.md", "a.jsonl"]),
    "text, then a PDF": (TEXT + b"\n" + PDF, ["a.txt", "a.md"]),
    "a page, then a PDF": (b"<html>" + PDF, ["a.txt"]),
    "an archive, then lines": (zipped({"a": b"x"}) + b'{"id": "a", "text": "b"}', ["a.txt"]),
    "a database": (b"SQLite format 3\0" + bytes(100), ["a.txt", "a.db"]),
    "an RTF file": (b"{\\rtf1 It rains.}", ["a.txt", "a.rtf"]),
    "random bytes": (bytes(range(256)) * 20, ["a.txt", "a.md", "a.jsonl"]),
}


@pytest.mark.parametrize("kind", CONFUSED)
def test_what_is_not_what_its_name_says_is_refused(tmp_path: Path, kind: str) -> None:
    content, names = CONFUSED[kind]

    found = [upload(tmp_path, content, name) for name in names]

    assert [one for one in found if not one.is_refused_at_once] == []


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (TEXT, "a.txt"),
        (TEXT, "a.MD"),
        (b"date 2021-05-03 Rain\n\nIt rains in May.", "a.news"),
        (b'{"id": "a", "text": "It rains in May."}', "a.jsonl"),
        ("Es regnet im M\u00e4rz. Der Turm ist alt und hoch.".encode("cp1252"), "a.txt"),
        ("It rains in May.".encode("utf-16"), "a.txt"),
        (b"A page opens with <html> and ends with </html>.", "a.txt"),
    ],
)
def test_what_is_what_it_says_is_taken_in(tmp_path: Path, content: bytes, name: str) -> None:
    assert upload(tmp_path, content, name).reason == ""
