"""Quotes are their originals' bytes, and the programme that proves it can fail."""

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers import Quote
from tests.quality.proofs import Proofs, main
from tests.quality.proving.corpora import Corpora
from tests.quality.proving.rereading import Rereader
from tests.quality.proving.texts import made, taken
from tests.quality.proving.variants import VARIANTS, Text, Written, write

SMALL = ["--questions", "200", "--documents", "3", "--saved", "20", "--changes", "3"]


@pytest.fixture
def proofs(tmp_path: Path) -> Proofs:
    return Proofs(Corpora({"made": made(3, 3)}), tmp_path, seed=3)


def laid(folder: Path) -> tuple[dict[str, Written], Rereader]:
    """Lay two texts, and return what was written by id, and what reads it."""
    texts = made(5, 2)
    _, rereader = Corpora({"made": texts}).lay(folder, random.Random(5))  # noqa: S311
    return {written.id: written for written in write("made", texts)}, rereader


def test_no_quote_differs_and_what_is_verified_and_repeated_agrees(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main([*SMALL, "--seed", "2", "--hash-seeds", "2"])

    lines = capsys.readouterr().out.splitlines()
    # 3 corpora of 3 texts, each in every way.
    assert lines[0] == f"indexed: {3 * 3 * len(VARIANTS)} documents"
    assert [line.partition(":")[0] for line in lines[1:4]] == ["compared", "verified", "repeated"]
    assert (code, lines[4:]) == (0, ["0 failures"])


def test_a_file_that_is_not_what_was_indexed_is_a_failure(proofs: Proofs, tmp_path: Path) -> None:
    for path in (tmp_path / "corpora").rglob("*.txt"):
        path.write_bytes(path.read_bytes() + b"\n")

    proofs.compare_quotes(30)

    assert proofs.failures
    assert all(each.startswith("quotes: another digest: ") for each in proofs.failures)


def test_originals_that_are_damaged_beforehand_are_a_failure(proofs: Proofs) -> None:
    asked = list(Corpora({"made": made(3, 3)}).ask(10, random.Random(3)))  # noqa: S311
    for path in proofs.home.originals.glob("??/*"):
        path.chmod(0o644)
        path.write_bytes(path.read_bytes() + b"\n")

    proofs.verify_answers(asked, 0)

    assert [each.partition(".")[0] for each in proofs.failures] == [
        "verify: saved",
        "verify: printed",
    ]


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_quote_with_anything_changed_differs_from_its_file(variant: str, tmp_path: Path) -> None:
    every, rereader = laid(tmp_path)
    for written in (each for each in every.values() if each.variant == variant):
        for quote in quotes(written, tmp_path):
            changed = [
                (replace(quote, sha256="0" * 64), "another digest"),
                (replace(quote, text=quote.text + "."), "other characters"),
                (replace(quote, end=quote.end - 1), "other characters"),
                (replace(quote, text="", end=quote.start), "other characters"),
            ]
            if quote.byte_start is not None:
                changed.append((replace(quote, byte_start=quote.byte_start + 1), "other bytes"))
                changed.append((replace(quote, byte_start=None, byte_end=None), "no bytes"))

            complaints = [rereader.complaint(each) for each, _ in changed]

            assert rereader.complaint(quote) == ""
            assert complaints == [complaint for _, complaint in changed]


def quotes(written: Written, folder: Path) -> Iterator[Quote]:
    """Quote the first ten characters of a document, or of its first plain ones in JSON."""
    content = (folder / "made" / written.file).read_bytes()
    if written.is_line:
        fields = json.loads(written.content)
        text = fields.get("text") or "\n".join(fields["sentences"])
        byte = content.index(written.content) + written.content.index(text[:5].encode())
    else:
        text, byte = written.content[written.mark :].decode(written.encoding), written.mark
    start, size = 0, 10 if text[:10].isascii() else 5
    n_bytes = len(text[:size].encode(written.encoding))
    yield Quote(
        document=written.id, sentence=0, start=start, end=size, text=text[:size],
        sha256=hashlib.sha256(content).hexdigest(), byte_start=byte, byte_end=byte + n_bytes,
        title="", date=None, source="", score=0.0,
    )  # fmt: skip


def test_the_ways_of_writing_are_ways_of_writing() -> None:
    (text,) = made(5, 1)
    text = replace(text, title='The "café"')

    heads = {written.variant: written.content[:30] for written in write("made", [text])}

    assert heads["lf"].startswith('date 2031-01-01 The "café"\n\n'.encode())
    assert b"\r\n\r" in heads["crlf"]
    assert heads["bom"].startswith(b"\xef\xbb\xbfdate")
    assert heads["utf16"].startswith(b"\xff\xfed\0")
    assert heads["utf16-crlf"].startswith(b"\xfe\xff\0d")
    assert b"cafe\xcc\x81" in heads["nfd"]
    assert heads["curly"].startswith("date 2031-01-01 The “caf".encode())
    assert heads["cp1252"].startswith(b"date 2031-01-01 The \x93caf\xe9\x94")
    assert heads["emoji"].startswith('# The "café"'.encode())
    assert len(heads) == len(VARIANTS)


def test_documents_are_taken_from_a_corpus_as_their_paragraphs(tmp_path: Path) -> None:
    prose = "One two three four five six seven eight."
    lines = [
        {"id": 1, "title": "A\n B", "date": "2022/06/12", "text": f"Menu\n\n{prose}\n\n{prose}"},
        {"id": 2, "text": "Too short."},
    ]
    (tmp_path / "c.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))

    (text,) = taken(tmp_path / "c.jsonl", 1, 9)

    assert text == Text("A B", text.day, ((prose,), (prose,)))
    assert text.day.isoformat() == "2022-06-12"
