"""Any file gives documents or one clear line, never a traceback."""

import codecs
import hashlib
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.documents import Document, Original, Skipped
from corpus.errors import NoDocuments, SourceMissing
from corpus.provenance import byte_span
from corpus.reading import MAX_TEXT, read_content, read_file, read_source
from tests.corpus.originals_of import piece_of


def read_bytes(folder: Path, name: str, content: bytes) -> list[Document | Skipped]:
    (folder / name).write_bytes(content)
    return list(read_file(folder / name, name))


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.txt", b"It rains.", "plain"),
        ("a.text", b"It rains.", "plain"),
        ("README", b"It rains.", "plain"),
        ("a.txt", b" date 2021-05-03 Rain\nIt rains.", "news"),
        ("a.news", b"date 2021-05-03 Rain\r\nIt rains.", "news"),
        ("a.txt", codecs.BOM_UTF8 + b"date 2021-05-03 Rain\nIt rains.", "news"),
        ("a.txt", b"date 2021-02-30 Rain\n\nIt rains.", "plain"),
        ("a.MD", b"# Rain\n\nIt rains.", "markdown"),
        ("a.markdown", b"It rains.", "markdown"),
        ("a.jsonl", b'{"id": "a", "text": "It rains."}', "jsonl"),
    ],
)
def test_suffix_and_first_line_tell_the_format(
    tmp_path: Path, name: str, content: bytes, form: str
) -> None:
    (document,) = read_bytes(tmp_path, name, content)

    assert isinstance(document, Document)
    assert document.original.format == form
    assert [document.text[s.start : s.end] for s in document.sentences] == ["It rains."]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.md", b" \r\n\t", "holds only white space"),
        ("a.txt", b"-----\n", "holds no sentence"),
        ("a.txt", b"%PDF-1.4", "looks like a PDF"),
        ("program", b"\x7fELF\0\0", "looks like a program (ELF)"),
        ("a.jsonl", b"", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.jsonl", b"no", "is no JSON (Expecting value)"),
    ],
)
def test_a_file_without_a_document_gives_one_line(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (skipped,) = read_bytes(tmp_path, name, content)

    assert isinstance(skipped, Skipped)
    assert skipped.name.startswith(name)
    assert skipped.reason == reason
    assert skipped.remedy


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_file_that_is_gone_gives_one_line(tmp_path: Path, name: str) -> None:
    reason = "cannot be opened: no such file or directory"

    assert list(read_file(tmp_path / name, name)) == [
        Skipped(name, reason, "check its permissions")
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.text().map(str.encode), st.sampled_from(["a.txt", "a.md", "a.jsonl", "a"]))
def test_any_bytes_give_something_and_raise_nothing(
    tmp_path: Path, content: bytes, name: str
) -> None:
    items = read_bytes(tmp_path, name, content)

    assert items


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0")).map("It rains. ".__add__),
    st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]),
    st.sampled_from(["a.txt", "a.md"]),
)
def test_the_text_is_the_file_and_every_quote_has_its_bytes(
    tmp_path: Path, text: str, encoding: str, name: str
) -> None:
    content = text.encode(encoding)

    (document,) = read_bytes(tmp_path, name, content)

    assert isinstance(document, Document)
    assert document.text == text
    for sentence in document.sentences:
        piece = piece_of(document, content)
        first, last = byte_span(document, sentence.start, sentence.end, piece) or (0, 0)
        quote = content[first:last].decode(document.original.encoding)
        assert quote == text[sentence.start : sentence.end]


def test_a_line_of_ten_megabytes_is_cut_into_sentences_in_time(tmp_path: Path) -> None:
    begin = time.process_time()

    (document,) = read_bytes(tmp_path, "a.txt", b"a" * 10_000_000)

    assert isinstance(document, Document)
    assert len(document.sentences) == 5_000
    assert time.process_time() - begin < 20


def test_a_source_yields_its_documents_in_order_and_what_it_skips(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("It rains.")
    (tmp_path / "a.pdf").write_text("It rains.")
    (tmp_path / "c.jsonl").write_text('{"id": "x", "text": "It pours."}\nno\n')

    items = list(read_source(tmp_path))

    shown = [item.name if isinstance(item, Skipped) else item.id for item in items]
    assert shown == ["a.pdf", "b.txt", "x", "c.jsonl:2"]


def test_a_folder_without_documents_raises(tmp_path: Path) -> None:
    with pytest.raises(NoDocuments, match=r"no documents: put files there that end in \.txt"):
        list(read_source(tmp_path))


def test_a_missing_source_raises(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing):
        list(read_source(tmp_path / "nowhere"))


def test_a_text_over_the_limit_is_skipped_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MAX_TEXT + 1)  # takes no room on the disk

    expected = Skipped("a.txt", "is over 1 GiB", "cut it into smaller files")
    assert list(read_file(path, "a.txt")) == [expected]


def test_the_original_of_a_text_is_its_whole_file(tmp_path: Path) -> None:
    content = codecs.BOM_UTF8 + "Es regnet. Es gießt.\r\n".encode()

    (document,) = read_bytes(tmp_path, "a.txt", content)

    assert isinstance(document, Document)
    sha256 = hashlib.sha256(content).hexdigest()
    assert document.original == Original(sha256, "plain", "utf-8", 3, len(content))


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Rain\n\nIt rains. It pours.\n")
    (tmp_path / "b.jsonl").write_text('{"id": "b", "text": "It rains."}\n')

    assert list(read_source(tmp_path)) == list(read_source(tmp_path))


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.jsonl", "a"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bytes_are_read_as_the_file_that_holds_them(
    tmp_path: Path, content: bytes, name: str
) -> None:
    assert list(read_content(content, name)) == read_bytes(tmp_path, name, content)


def test_lines_are_read_from_bytes_as_from_a_file(tmp_path: Path) -> None:
    content = b'{"id": "a", "text": "It rains."}\nrubbish\n{"id": "b", "text": "It snows."}\n'

    found = list(read_content(content, "a.JSONL"))

    assert found == read_bytes(tmp_path, "a.JSONL", content)
    assert [type(item) for item in found] == [Document, Skipped, Document]
