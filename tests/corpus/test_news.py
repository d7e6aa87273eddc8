"""News headers: what they say becomes metadata, exactly, and nothing of them a sentence."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document
from corpus.news import Header, parse_header, read_news
from corpus.reading import read_file
from tests.corpus.originals_of import original_of

EXAMPLE = Path(__file__).parents[3] / "shared" / "data" / "news_example"

NAMES = st.lists(st.sampled_from(["Ana", "Kim", "Min-su", "van", "O'Hara", "Öz", "J."]), max_size=8)
AUTHORS = NAMES.map(lambda names: " ".join(["Lee", *names, "Roe"]))
PLACES = st.sampled_from(["BUSAN", "NEW YORK", "ST. PAUL", "OSLO/BERGEN", "WASHINGTON, D.C."])
MONTHS = st.sampled_from(["Jan.", "Feb.", "March", "April", "May", "June", "July", "Sept.", "Dec."])
HEADLINES = st.from_regex(
    r"[^\s][^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]{0,60}[^\s]", fullmatch=True
)
BODY = "The bridge opened on Monday. It is new."


def sentences(document: Document) -> list[str]:
    return [document.text[s.start : s.end] for s in document.sentences]


def read(text: str) -> Document:
    header = parse_header(text)
    assert header is not None
    return read_news("a.txt", text, header, original_of(text, "news"))


@settings(max_examples=300)
@given(
    title=HEADLINES,
    day=st.dates(min_value=datetime.date(1000, 1, 1)),
    author=AUTHORS | st.just(""),
    agency=st.from_regex(r"[A-Z][A-Za-z]{1,9}( News)?", fullmatch=True) | st.just(""),
    place=PLACES,
    month=MONTHS,
    dash=st.sampled_from(["--", "—", "–"]),
    lead=st.sampled_from(["", " ", "\n"]),
    line_break=st.sampled_from(["\n", "\r\n", "\n\n"]),
)
def test_a_written_header_reads_back_exactly(
    title: str,
    day: datetime.date,
    author: str,
    agency: str,
    place: str,
    month: str,
    dash: str,
    lead: str,
    line_break: str,
) -> None:
    byline = f"By {author}{line_break}" if author else ""
    dateline = f"{place}, {month} {day.day} ({agency}) {dash} " if agency else ""
    text = f"{lead}date {day} {title}{line_break}{byline}{dateline}{BODY}"

    header = parse_header(text)

    # Blank lines before the text belong to neither; where there is a dateline it takes them.
    end = len(text) - len(BODY)
    assert header is not None
    assert text[header.end : end].strip() == ""
    assert header == Header(title, day, author, agency, header.end)
    assert sentences(read(text)) == ["The bridge opened on Monday.", "It is new."]


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("OSLO, Nov. 3 (AP) -- ", "AP"),
        ("OSLO, Norway, Nov. 3, 2021 (AP) — ", "AP"),
        ("OSLO (Reuters) - ", "Reuters"),
        ("Oslo, 3 May (Post) – ", "Post"),
        ("(AP) -- ", "AP"),
        ("OSLO, May 3 -- ", ""),
        ("", ""),
    ],
)
def test_a_dateline_gives_the_agency_and_no_words(dateline: str, agency: str) -> None:
    document = read(f"date 2021-05-03 Bridge opens\n{dateline}{BODY}\n")

    assert document.source == agency
    assert sentences(document) == ["The bridge opened on Monday.", "It is new."]


@pytest.mark.parametrize(
    "opening",
    ["The agency (IAEA) -- it is in Vienna -- met.", "By noon the talks had ended.", "NATO met."],
)
def test_a_first_sentence_that_only_resembles_a_dateline_or_byline_is_kept(opening: str) -> None:
    document = read(f"date 2021-05-03 Bridge opens\n{opening}\n")

    assert (document.author, document.source) == ("", "")
    assert document.text[document.sentences[0].start :].startswith(opening[:8])


def test_signs_of_the_wire_are_no_sentences() -> None:
    text = f"date 2021-05-03 Bridge opens\n(LEAD)\n{BODY}\n\ndesk@example.org\n(END)\n"

    assert sentences(read(text)) == ["The bridge opened on Monday.", "It is new."]


def test_of_two_header_lines_the_first_counts_and_neither_is_quoted() -> None:
    document = read(f"date 2021-05-03 Bridge opens\ndate 2021-05-04 Bridge opened\n{BODY}")

    assert (document.title, document.date) == ("Bridge opens", datetime.date(2021, 5, 3))
    assert len(document.sentences) == 2


@pytest.mark.parametrize(
    "line",
    ["date 2021-02-30 Bridge opens", "date 2021-2-3 Bridge", "date 2021-02-03", "Date night", ""],
)
def test_without_a_valid_date_and_headline_there_is_no_header(line: str) -> None:
    assert parse_header(f"{line}\n{BODY}") is None


@given(
    st.text()
    | st.text(st.sampled_from("date 2021-05-03 (AP) -\n,ABy")).map("date 2021-05-03 x\n".__add__)
)
def test_any_text_parses_or_does_not(text: str) -> None:
    header = parse_header(text)

    assert header is None or 0 < header.end <= len(text)


@pytest.mark.skipif(not EXAMPLE.is_dir(), reason="needs ../shared/data/news_example")
def test_the_news_example_is_read_exactly() -> None:
    path = next(EXAMPLE.glob("*.txt"))

    (document,) = read_file(path, path.name)

    assert isinstance(document, Document)
    assert document.title == (
        "S. Korea, Japan to hold director-general talks this week ahead of planned GSOMIA expiry"
    )
    assert document.date == datetime.date(2019, 11, 14)
    assert (document.author, document.source) == ("Song Sang-ho", "Yonhap")
    assert (document.language, document.original.format) == ("en", "news")
    # Eight paragraphs of one sentence each.
    assert [sentence.paragraph for sentence in document.sentences] == list(range(8))
    assert not any("@" in shown or "(END)" in shown for shown in sentences(document))
    assert document.text.encode() == path.read_bytes()
