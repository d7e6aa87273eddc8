"""S2: PDF is not read: whatever a file of it holds, it is refused at once by its type."""

import zlib
from pathlib import Path

import pytest

from tests.security.uploading import upload

HEAD = b"%PDF-1.7\n"
TAIL = b"\ntrailer<</Root 1 0 R/Size 4294967295>>\n%%EOF"


def stream(content: bytes, filters: str) -> bytes:
    """Return an object that is a stream."""
    head = f"1 0 obj<</Length {len(content)}/Filter[{filters}]>>stream\n".encode()
    return head + content + b"\nendstream endobj\n"


def deflated(times: int) -> bytes:
    """Return a hundred megabytes of nothing, deflated again and again."""
    packed = zlib.compress(bytes(100_000_000), 9)
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    return packed


PAGES = b"".join(b"%d 0 obj<</Type/Page>>endobj\n" % n for n in range(200_000))
FILES = {
    "stacked filters": stream(deflated(3), "/FlateDecode/FlateDecode/FlateDecode"),
    "LZW": stream(b"\x80\x0b\x60\x50" * 1000, "/LZWDecode"),
    "page tree without end": b"1 0 obj<</Type/Pages/Kids[1 0 R]/Count 9>>endobj\n",
    "inline image without end": stream(b"BI /W 99999 /H 99999 ID " + b"x" * 10_000, ""),
    "many pages": PAGES,
    "encrypted": b"1 0 obj<</Encrypt<</Filter/Standard/V 5>>>>endobj\n",
    "script": b"1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n",
    "launch": b"1 0 obj<</OpenAction<</S/Launch/F(/bin/sh)>>>>endobj\n",
}


@pytest.mark.parametrize("name", ["a.pdf", "a.PDF", "a.txt", "a.md", "a.jsonl", "a.txt.pdf"])
@pytest.mark.parametrize("kind", FILES)
def test_a_pdf_is_refused_under_any_name(tmp_path: Path, kind: str, name: str) -> None:
    found = upload(tmp_path, HEAD + FILES[kind] + TAIL, name)

    assert found.is_refused_at_once, found


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"It rains today.\n" * 50, b"\n" * 1000])
def test_what_stands_before_its_mark_hides_no_pdf(tmp_path: Path, before: bytes) -> None:
    found = upload(tmp_path, before + HEAD + FILES["launch"] + TAIL, "a.txt")

    assert found.is_refused_at_once, found
