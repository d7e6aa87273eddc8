"""JSONL: one document a line, and one clear line for each that is none."""

import datetime
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, Original, Sentence, Skipped
from corpus.jsonl import read_jsonl
from corpus.lines import Lines, cut_lines

WHOLE = st.text(st.characters(codec="utf-8"))
# What may stand in a line; "%" stands for the line's own id.
LINES = st.sampled_from(
    (
        *('{"id": "%", "text": "It rains."}', '{"id": "%", "sentences": ["One.", "Zwölf."]}'),
        *('{"id": "%"}', "no JSON", "", " ", "\ufeff", '{"id": "%", "text": "\\ud800"}'),
    )
)


def read(content: bytes) -> list[Document | Skipped]:
    return list(read_jsonl(io.BytesIO(content), "a.jsonl", "0" * 64))


def read_one(line: str) -> Document | Skipped:
    (item,) = read(line.encode())
    return item


def test_a_line_with_a_text_is_read_like_a_text() -> None:
    line = (
        '{"id": "r1", "text": "Rain\\n\\nIt came. It went.", "title": "The rain", "language": "en"}'
    )

    document = read_one(line + "\n")

    assert document == Document(
        id="r1",
        text="Rain\n\nIt came. It went.",
        sentences=(Sentence(6, 14, 0), Sentence(15, 23, 0)),
        original=Original("0" * 64, "jsonl", "utf-8", 0, len(line)),
        title="The rain",
        language="en",
    )


def test_optional_fields_become_metadata() -> None:
    fields = {"date": "2021-05-03", "source": "example.org", "author": "Ana Roe", "title": None}

    document = read_one(json.dumps({"id": 7, "text": "It rains.", **fields}))

    assert isinstance(document, Document)
    assert document.id == "7"
    assert document.date == datetime.date(2021, 5, 3)
    assert (document.source, document.author, document.title) == ("example.org", "Ana Roe", "")


@given(st.lists(WHOLE, min_size=1).filter(lambda given: any(map(str.strip, given))))
def test_given_sentences_keep_their_number_and_their_words(sentences: list[str]) -> None:
    document = read_one(json.dumps({"id": "a", "sentences": sentences}))

    assert isinstance(document, Document)
    assert [document.text[s.start : s.end] for s in document.sentences] == sentences
    assert document.text == "\n".join(sentences)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "is no JSON"),
        ('{"id": "a", "text": ', "is no JSON"),
        ('["a"]', "is no JSON object"),
        ('{"text": "It rains."}', 'has no "id"'),
        ('{"id": "", "text": "It rains."}', 'has no "id"'),
        ('{"id": true, "text": "It rains."}', 'has no "id"'),
        ('{"id": "a"}', 'has neither "text" nor "sentences"'),
        ('{"id": "a", "text": 5}', 'has a "text" that is no string'),
        ('{"id": "a", "sentences": "It rains."}', 'has "sentences" that are no list of strings'),
        ('{"id": "a", "sentences": [1]}', 'has "sentences" that are no list of strings'),
        ('{"id": "a", "text": " "}', "holds no text"),
        ('{"id": "a", "sentences": [""]}', "holds no text"),
        ('{"id": "a", "text": "---"}', "holds no sentence"),
        ('{"id": "a", "text": "x", "title": 1}', 'has a "title" that is no string'),
        ('{"id": "a", "text": "x", "date": "2021-02-30"}', "has the date '2021-02-30'"),
        ('{"id": "a", "text": "x", "date": 2021}', "has the date '2021'"),
        ('{"id": "a", "text": "\\ud800"}', 'has half a character in "text"'),
        ('{"id": "a", "text": "x", "language": "e\\tn"}', "has the language 'e\\tn'"),
        ('{"id": "a", "text": "x", "language": "en "}', "has the language 'en '"),
        ("[" * 100_000, "is nested too deep"),
        ('{"id": 1' + "0" * 5_000 + "}", "is no JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: str, reason: str) -> None:
    content = f'{{"id": "x", "text": "One."}}\n\n{line}\n{{"id": "y", "text": "Two."}}'

    first, bad, last = read(content.encode())

    assert isinstance(bad, Skipped)
    assert bad.name == "a.jsonl:3"
    assert bad.reason.startswith(reason)
    assert bad.remedy
    assert isinstance(first, Document)
    assert isinstance(last, Document)


def test_a_line_that_is_not_utf8_is_skipped() -> None:
    (bad,) = read(b'{"id": "a", "text": "\xff"}')

    assert bad == Skipped("a.jsonl:1", "is not UTF-8", "save the file as UTF-8")


def test_of_two_lines_with_one_id_the_later_is_skipped() -> None:
    first, second = read(b'{"id": 1, "text": "One."}\n{"id": "1", "text": "Two."}\n')

    assert isinstance(first, Document)
    assert second == Skipped("a.jsonl:2", "repeats the id '1'", "give each line its own id")


@pytest.mark.parametrize(
    "shown", ["2021-05-03", "2021/05/03", "2021-05-03T10:00:00Z", "2021-05-03 10:00"]
)
def test_a_day_is_read_from_the_usual_forms(shown: str) -> None:
    document = read_one(json.dumps({"id": "a", "text": "x", "date": shown}))

    assert isinstance(document, Document)
    assert document.date == datetime.date(2021, 5, 3)


def test_each_original_is_its_line_without_mark_and_line_break() -> None:
    lines = [b'{"id": "a", "text": "One."}', b'{"id": "b", "text": "Zw\xc3\xb6lf."}']
    content = b"\xef\xbb\xbf" + b"\r\n".join(lines) + b"\r\n"

    items = read(content)

    originals = [item.original for item in items if isinstance(item, Document)]
    assert [content[original.start : original.end] for original in originals] == lines


def test_no_more_than_one_line_is_read_ahead() -> None:
    line = b'{"id": "a", "text": "It rains."}\n'
    file = io.BytesIO(line * 3)

    next(read_jsonl(file, "a.jsonl", ""))

    assert file.tell() == len(line)


def test_a_line_over_the_limit_ends_the_reading() -> None:
    line = b'{"id": "a", "text": "It rains."}\n'
    file = io.BytesIO(line + b"x" * len(line) + line)

    first, last = read_jsonl(file, "a.jsonl", "", longest=len(line))

    assert isinstance(first, Document)
    assert last == Skipped("a.jsonl:2", "is too long a line", "give one document per line")


def test_sentences_go_before_a_text_beside_them() -> None:
    document = read_one('{"id": "a", "text": "One.", "sentences": ["Two.", "Three"]}')

    assert isinstance(document, Document)
    assert document.text == "Two.\nThree"


@pytest.mark.parametrize("code", ["en", "de-AT", "pt_BR", "sr-Latn-RS", "und"])
def test_a_language_is_told_by_its_code(code: str) -> None:
    document = read_one(json.dumps({"id": "a", "text": "x", "language": code}))

    assert isinstance(document, Document)
    assert document.language == code


def test_some_lines_of_a_file_are_read_with_the_numbers_they_have_in_it() -> None:
    lines = [b'{"id": "a", "text": "One."}\n', b"bad\n", b'{"id": "a", "text": "Two."}\n', b"bad"]
    content = b"".join(lines)
    start, end = len(lines[0]), len(content) - len(lines[3])

    items = [*read_jsonl(io.BytesIO(content), "a.jsonl", "0" * 64, Lines(start, end, 2))]

    bad, document = items
    assert isinstance(bad, Skipped)
    assert isinstance(document, Document)
    # The id of the first line is not known here.
    assert (bad.name, document.text) == ("a.jsonl:2", "Two.")
    at = document.original
    assert content[at.start : at.end] == lines[2].rstrip()


def test_a_mark_counts_at_the_beginning_of_the_file_alone() -> None:
    line = b'\xef\xbb\xbf{"id": "a", "text": "One."}\n'
    stretches = [Lines(0, len(line), 1), Lines(len(line), 2 * len(line), 2)]

    read_in = [[*read_jsonl(io.BytesIO(line * 2), "a.jsonl", "", at)] for at in stretches]

    [[first], [second]] = read_in
    assert isinstance(first, Document)
    assert isinstance(second, Skipped)


@given(
    st.lists(st.tuples(LINES, st.sampled_from(("\n", "\r\n"))), max_size=12),
    st.sampled_from(("", "\ufeff")),
    st.booleans(),
    st.integers(1, 120),
)
def test_a_file_cut_into_stretches_reads_as_in_one(
    given_lines: list[tuple[str, str]], mark: str, is_closed: bool, size: int
) -> None:
    lines = [line.replace("%", str(n)) + end for n, (line, end) in enumerate(given_lines)]
    content = (mark + "".join(lines)).encode()
    content = content if is_closed else content.rstrip(b"\r\n")

    cuts = cut_lines(io.BytesIO(content), size)
    items = [x for at in cuts for x in read_jsonl(io.BytesIO(content), "a.jsonl", "0" * 64, at)]

    assert items == read(content)


@pytest.mark.parametrize("size", [1, 10, 33])
def test_a_line_over_the_limit_ends_the_reading_of_stretches_too(size: int) -> None:
    line = b'{"id": "a", "text": "It rains."}\n'
    content = line + b"x" * len(line) + line.replace(b"a", b"b", 1)
    whole = read_jsonl(io.BytesIO(content), "a.jsonl", "", longest=len(line))

    items = [
        item
        for at in cut_lines(io.BytesIO(content), size, longest=len(line))
        for item in read_jsonl(io.BytesIO(content), "a.jsonl", "", at, longest=len(line))
    ]

    # 33 bytes a line: the document behind the long one is not reached.
    assert len(line) == 33
    assert items == [*whole]
