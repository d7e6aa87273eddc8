"""JSONL: each line is a document, given as a text or as the list of its sentences.

`{"id", "text"}` or `{"id", "sentences": [...]}`, with optional `title`, `date`, `source`, `author`
and `language`. A list of sentences is kept as it is: number n of the document is number n of the
list, empty ones too, and the text is the sentences joined by a line break. A bad line is skipped by
itself. Dates are `YYYY-MM-DD`; slashes and a time of day behind it do no harm.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, count
from typing import BinaryIO

from corpus.blocks import split_blocks
from corpus.documents import Document, Original, Sentence, Skipped
from corpus.errors import CorpusError
from corpus.languages import detect_language
from corpus.lines import MAX_LINE, Lines
from corpus.passages import number_sentences

__all__ = ["Record", "parse_line", "read_jsonl"]

_BOM = b"\xef\xbb\xbf"
_DAY = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ].*)?")
_LANGUAGE = re.compile("[A-Za-z0-9_-]+")
_OPTIONAL = ("title", "source", "author", "language")


@dataclass(frozen=True, slots=True)
class Record:
    """What a line says.

    Attributes:
        id: the document's id.
        text: as given, or the sentences joined by a line break.
        sentences: as given, or None when the line gives a text.
        date: day of publication, or None.
        fields: title, source, author and language, as far as given.
    """

    id: str
    text: str
    sentences: tuple[str, ...] | None
    date: date | None
    fields: dict[str, str]


def read_jsonl(
    file: BinaryIO,
    name: str,
    sha256: str,
    lines: Lines | None = None,
    *,
    longest: int = MAX_LINE,
) -> Iterator[Document | Skipped]:
    """Yield the documents of an open file line by line, never holding more than one line.

    Parameters
    ----------
    file
        Can be read from any place.
    name
        The file as the user would write it; line N (from 1) is reported as `name:N`.
    sha256
        Digest of the whole file.
    lines
        What to read of it; None for all.
    longest
        Bytes of the longest line, with its line break; a longer one ends the reading.
    """
    seen: set[str] = set()
    start = lines.start if lines else 0
    file.seek(start)
    for number in count(lines.first if lines else 1):
        raw = file.readline(longest + 1) if not lines or start < lines.end else b""
        if not raw:
            return
        mark = len(_BOM) if start == 0 and raw.startswith(_BOM) else 0
        line = raw[mark:].rstrip(b"\r\n")
        at, start = start + mark, start + len(raw)
        if len(raw) > longest:
            yield Skipped(f"{name}:{number}", "is too long a line", "give one document per line")
            return
        if not line.strip():
            continue
        original = Original(sha256, "jsonl", "utf-8", at, at + len(line))
        try:
            record = parse_line(line)
            if record.id in seen:
                raise CorpusError(f"repeats the id {record.id!r}", "give each line its own id")
            document = _document(record, original)
        except CorpusError as bad:
            yield Skipped(f"{name}:{number}", bad.reason, bad.remedy)
        else:
            seen.add(record.id)
            yield document


def parse_line(line: bytes) -> Record:
    """Return what a line says; raise `CorpusError` when it is no document."""
    fields = _parse_object(line)
    sentences = _parse_sentences(fields.get("sentences"))
    text = fields.get("text") if sentences is None else "\n".join(sentences)
    if text is None:
        raise CorpusError('has neither "text" nor "sentences"', 'give it a "text"')
    text = _parse_string("text", text)
    if not text.strip():
        raise CorpusError("holds no text", "give it some text or remove it")
    optional = {key: _parse_string(key, fields[key]) for key in _OPTIONAL if fields.get(key)}
    language = optional.get("language", "und")
    if not _LANGUAGE.fullmatch(language):
        raise CorpusError(f"has the language {language[:40]!r}", 'write its code, such as "en"')
    return Record(
        _parse_id(fields.get("id")), text, sentences, _parse_day(fields.get("date")), optional
    )


def _document(record: Record, original: Original) -> Document:
    language = record.fields.get("language") or detect_language(record.text)
    if record.sentences is None:
        sentences = number_sentences(record.text, split_blocks(record.text), language)
    else:
        sentences = _given(record.sentences)
    if not sentences:
        raise CorpusError("holds no sentence", "give it some text or remove it")
    return Document(
        id=record.id,
        text=record.text,
        sentences=sentences,
        original=original,
        title=record.fields.get("title", ""),
        date=record.date,
        author=record.fields.get("author", ""),
        source=record.fields.get("source", ""),
        language=language,
    )


def _given(sentences: tuple[str, ...]) -> tuple[Sentence, ...]:
    """Return the spans of given sentences in their joined text, all in one paragraph."""
    sizes = [*map(len, sentences)]
    starts = accumulate(sizes[:-1], lambda start, size: start + size + 1, initial=0)
    return tuple(
        [Sentence(start, start + size, 0) for start, size in zip(starts, sizes, strict=True)]
    )


def _parse_object(line: bytes) -> dict[str, object]:
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise CorpusError("is not UTF-8", "save the file as UTF-8") from None
    except RecursionError:
        raise CorpusError("is nested too deep", "give a flat JSON object") from None
    except ValueError as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else "bad number"
        raise CorpusError(f"is no JSON ({what})", "give one JSON object per line") from None
    if not isinstance(fields, dict):
        raise CorpusError("is no JSON object", "give one JSON object per line")
    return fields


def _parse_sentences(given: object) -> tuple[str, ...] | None:
    if given is None:
        return None
    if not isinstance(given, list) or not {*map(type, given)} <= {str}:
        raise CorpusError('has "sentences" that are no list of strings', "give a list of strings")
    _parse_string("sentences", "".join(given))
    return tuple(given)


def _parse_id(given: object) -> str:
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if not isinstance(given, str) or not given:
        raise CorpusError('has no "id"', 'give it an "id" of its own')
    return _parse_string("id", given)


def _parse_string(key: str, given: object) -> str:
    if not isinstance(given, str):
        raise CorpusError(f'has a "{key}" that is no string', f'give "{key}" as a string')
    if not given.isascii():
        try:
            given.encode("utf-8")
        except UnicodeEncodeError:
            raise CorpusError(
                f'has half a character in "{key}"', "write the character whole"
            ) from None
    return given


def _parse_day(given: object) -> date | None:
    if given is None or given == "":
        return None
    match = _DAY.fullmatch(given) if isinstance(given, str) else None
    try:
        # Without a match no day is valid either.
        return date(*map(int, match.groups())) if match else date(0, 0, 0)
    except ValueError:
        raise CorpusError(f"has the date {str(given)[:40]!r}", "write it as YYYY-MM-DD") from None
