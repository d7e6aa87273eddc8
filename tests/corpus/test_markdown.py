"""Markdown: which parts are quoted, as spans of the raw text."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document
from corpus.markdown import read_markdown
from tests.corpus.originals_of import original_of

PARTS = st.lists(
    st.sampled_from(
        [
            "# Top",
            "Some *words* here.",
            "> quoted. More.",
            "> on",
            "- item",
            "- Full item.",
            "  It goes on.",
            "",
            "```",
            "| a. | b. |",
            "|---|---|",
            "1. One.",
            "    code.",
            "<p>html.</p>",
            "---",
            "title: x",
            "\ttab.",
            "===",
            "[a]: /b",
        ]
    )
)


def read(text: str) -> Document:
    return read_markdown("a.md", text, original_of(text, "markdown"))


def quotes(text: str) -> list[str]:
    return [text[s.start : s.end] for s in read(text).sentences]


@given(PARTS, st.sampled_from(["\n", "\r\n", "\r"]))
def test_spans_are_sorted_disjoint_and_trimmed(parts: list[str], line_break: str) -> None:
    text = line_break.join(parts)

    sentences = read(text).sentences

    edges = [edge for sentence in sentences for edge in (sentence.start, sentence.end)]
    assert edges == sorted(edges)
    assert all(shown == shown.strip() != "" for shown in quotes(text))


@given(PARTS)
def test_windows_line_breaks_change_no_quote(parts: list[str]) -> None:
    unix = quotes("\n".join(parts))

    assert [quote.replace("\r\n", "\n") for quote in quotes("\r\n".join(parts))] == unix


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert read(text).text == text


def test_headings_code_tables_and_html_are_not_quoted() -> None:
    text = (
        "# Rain.\n\nIt rains.\n\n## More.\n\n```\ncode.\n```\n\n    indented.\n\n"
        "| a. | b. |\n|----|----|\n| c. | d. |\n\n<div>\nhtml.\n</div>\n\nUnder.\n------\n"
    )

    assert quotes(text) == ["It rains."]


def test_items_are_quoted_without_markers_when_they_are_sentences() -> None:
    text = "- milk\n- Shut the door.\n  Then go.\n\n2. Wait here.\n\n> Said so.\n> Twice.\n"

    assert quotes(text) == ["Shut the door.", "Then go.", "Wait here.", "Said so.", "Twice."]


def test_inline_marks_stay_in_the_quote() -> None:
    assert quotes("See **the** [road](/r) now. Go.") == ["See **the** [road](/r) now.", "Go."]


def test_a_paragraph_all_in_bold_is_a_heading() -> None:
    assert quotes("**Rain and wind**\n\nIt rains.\n\n![map](m.png)\n") == ["It rains."]


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_front_matter_gives_the_metadata(line_break: str) -> None:
    lines = [
        "---",
        'title: "The road"',
        "date: 2021-05-03",
        "author: Ana Roe",
        "---",
        "",
        "# Other",
        "",
        "Go.",
    ]

    document = read(line_break.join(lines))

    assert (document.title, document.author) == ("The road", "Ana Roe")
    assert document.date == datetime.date(2021, 5, 3)
    assert len(document.sentences) == 1


def test_without_front_matter_the_first_top_heading_is_the_title() -> None:
    document = read("## Small\n\n# The *road*\n\nGo.\n\n# Next\n")

    assert (document.title, document.date) == ("The *road*", None)
