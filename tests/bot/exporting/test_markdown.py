"""Whatever a quote says, Markdown shows just that, in a block quote of its own."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.exporting.markdown import escaped, markdown
from bot.history import Turn
from bot.visible import visible
from tests.bot.exporting.making import CLAIM, TURN, TURNS

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SPECIAL = st.text(
    st.sampled_from("\\`*_[](){}<>#+-=.!|~&$:;\"'1 \n\tab") | st.characters(), min_size=1
).filter(lambda text: visible(text).strip())


def shown(content: str, kind: str) -> list[str]:
    """Return what the blocks of a kind show."""
    texts, depth = [], 0
    for token in READER.parse(content):
        if token.type == f"{kind}_open":
            depth += 1
            texts.append("")
        elif token.type == f"{kind}_close":
            depth -= 1
        elif token.type == "inline" and depth:
            assert {each.type for each in token.children or ()} <= {
                "text",
                "text_special",
                "softbreak",
                "hardbreak",
            }
            parts = [
                "\n" if each.type.endswith("break") else each.content
                for each in token.children or ()
            ]
            texts[-1] += "\n" + "".join(parts)
        elif depth:
            assert token.type in {"paragraph_open", "paragraph_close"}
    return texts


def words(text: str) -> list[str]:
    return text.split()


def test_a_conversation_is_a_section_for_each_question() -> None:
    assert markdown([TURN]) == (
        "# Questions and quotes\n\n"
        "## What does it cost?\n\n"
        "- Asked 2023-11-14 22:13 UTC\n"
        "- Understood as: What does it cost? ferry\n"
        "- As of 2021-09-30.\n"
        "- Index g-000001\n\n"
        "> A return ticket for the ferry costs 18 crowns.\n\n"
        "Ferry Kestrel sails again, 2021-09-14, Coast Desk, sentence 3\\\n"
        f"2021/ferry.txt, SHA-256 {CLAIM.sha256}, characters 40-86, bytes 40-86\n"
    )


def test_a_question_that_is_not_answered_says_so_before_what_comes_nearest() -> None:
    declined = replace(TURN, is_answered=False)

    near, nothing = (markdown([each]) for each in (declined, replace(declined, quotes=())))

    assert "\n\nThe documents do not answer this. The nearest they come:\n\n> A return" in near
    assert nothing.endswith("\n\nThe documents do not answer this.\n")


@given(SPECIAL)
def test_a_quote_shows_every_word_of_it_and_nothing_else(text: str) -> None:
    content = markdown([replace(TURN, quotes=(replace(CLAIM, text=text),))])

    (quote,) = shown(content, "blockquote")

    assert words(quote) == words(visible(text))


@given(st.lists(SPECIAL, min_size=1, max_size=4))
def test_each_line_of_a_quote_is_a_line_of_what_is_shown(lines: list[str]) -> None:
    text = "\n".join(lines)
    content = markdown([replace(TURN, quotes=(replace(CLAIM, text=text),))])

    (quote,) = shown(content, "blockquote")

    expected = [line.split() for line in visible(text).split("\n") if line.strip()]
    assert [line.split() for line in quote.split("\n") if line.strip()] == expected


@given(SPECIAL)
def test_a_question_is_a_heading_whatever_it_says(text: str) -> None:
    headings = shown(markdown([replace(TURN, question=text)]), "heading")

    assert [words(each) for each in headings] == [
        ["Questions", "and", "quotes"],
        words(visible(text)),
    ]


@given(TURNS)
def test_there_is_a_block_quote_for_each_quote(turns: list[Turn]) -> None:
    n = sum(bool(visible(quote.text).strip()) for turn in turns for quote in turn.quotes)

    found = [each for each in shown(markdown(turns), "blockquote") if each.strip()]

    assert len(found) == n


@pytest.mark.parametrize("text", ["plain words", "18 crowns, paid at 10:30", "e.g. a-b (c)"])
def test_what_means_nothing_stays_as_it_is(text: str) -> None:
    assert escaped(text) == text
