"""Bytes become text only in ways that lead back to the same bytes.

The order is: a byte order mark decides; then signs of a binary file; then UTF-8; then a guess among
the encodings that old files are written in. Every text returned satisfies

    text.encode(encoding) == content[start:]

so a span of characters always has an exact span of bytes.
"""

import codecs
import re
from dataclasses import dataclass
from itertools import chain

__all__ = ["Decoded", "Undecodable", "decode"]

# The mark of UTF-32 (little end first) opens with that of UTF-16: the longer ones are tried first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGICS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (DOCX, XLSX and EPUB are such)"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program (ELF)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"{\\rtf", "an RTF file"),
)

# Stateless encodings in which the bytes of a text are the bytes of its characters one after the
# other. The order settles ties: the pickier one goes first, and of the Western ones the commoner.
_LEGACY = (
    "euc_jp", "cp932", "cp949", "gb18030", "big5",
    "cp1252", "cp1250", "cp1254", "cp1255", "cp1253", "cp1251", "koi8_r", "cp1256", "cp874",
)  # fmt: skip

# Control characters that no text file uses; ESC (27) stays allowed for coloured logs.
_CONTROLS = bytes(code for code in range(32) if code not in {8, 9, 10, 11, 12, 13, 27})
# Compressed data has about 10 % of them, text next to none.
_CONTROL_SHARE = 0.01

# Signs that stand at a letter only where the encoding is mistaken, as in "³adna" for "ładna".
_OUT_OF_PLACE = re.compile(r"(?<=[A-Za-z])[¢¤¥¦¨¬¯±²³´¶¸¹¼½¾×÷]|[¢¤¥¦¨¬¯±²³´¶¸¹¼½¾×÷](?=[A-Za-z])")

# Bytes shown to the guesser: enough for its statistics, and quick.
_SAMPLE = 32_768


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the way back to its bytes.

    Attributes:
        text: every character after the byte order mark, nothing changed.
        encoding: Python's name of the encoding, one that writes no mark of its own.
        start: bytes of the mark, 0 when there is none.
    """

    text: str
    encoding: str
    start: int


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are not taken for text.

    Attributes:
        reason: what they look like, in one clause.
        remedy: what to do about it, in one clause.
    """

    reason: str
    remedy: str


def decode(content: bytes) -> Decoded | Undecodable:
    """Return the text of a file's bytes, or why they are no text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode_marked(content, len(mark), encoding)
    binary = _find_binary(content)
    if binary is not None:
        return binary
    text = _try_decode(content, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", 0)
    return _decode_legacy(content)


def _decode_marked(content: bytes, start: int, encoding: str) -> Decoded | Undecodable:
    text = _try_decode(content[start:], encoding)
    if text is None or "\0" in text:
        return Undecodable(f"opens as {encoding} but does not go on so", "save it as UTF-8")
    return Decoded(text, encoding, start)


def _find_binary(content: bytes) -> Undecodable | None:
    for magic, what in _MAGICS:
        if content.startswith(magic):
            return Undecodable(f"looks like {what}", "save its text as a .txt or .md file")
    if b"\0" in content:
        return Undecodable("holds NUL bytes, so it looks binary", "if it is text, save it as UTF-8")
    n_controls = len(content) - len(content.translate(None, _CONTROLS))
    if n_controls > _CONTROL_SHARE * len(content):
        return Undecodable("is full of control characters, so it looks binary", "save it as UTF-8")
    return None


def _decode_legacy(content: bytes) -> Decoded | Undecodable:
    for encoding in chain(_guesses(content), _LEGACY):
        text = _try_decode(content, encoding)
        if text is not None:
            return Decoded(text, encoding, 0)
    return Undecodable("is in no known character encoding", "save it as UTF-8")


def _guesses(content: bytes) -> list[str]:
    """Return the likely encodings, best first, judged by the lines that are not plain ASCII."""
    from charset_normalizer import from_bytes  # slow to load, and most files are UTF-8

    lines = (line for line in content.splitlines(keepends=True) if not line.isascii())
    sample = bytearray()
    for line in lines:
        sample += line
        if len(sample) >= _SAMPLE:
            break
    matches = from_bytes(bytes(sample[: 4 * _SAMPLE]), cp_isolation=list(_LEGACY), threshold=0.4)
    # A guess stands for all encodings that give the same text.
    ranked = sorted(
        (len(_OUT_OF_PLACE.findall(str(match))), match.chaos, _LEGACY.index(encoding), encoding)
        for match in matches
        for encoding in {match.encoding, *match.could_be_from_charset}
        if encoding in _LEGACY
    )
    return [encoding for *_, encoding in ranked]


def _try_decode(content: bytes, encoding: str) -> str | None:
    """Return the text when decoding is strict and encoding it gives the bytes again."""
    try:
        text = content.decode(encoding)
        # UTF-8 has one spelling of each character; others are tried out.
        exact = encoding == "utf-8" or text.encode(encoding) == content
    except UnicodeError:
        return None
    return text if exact else None
