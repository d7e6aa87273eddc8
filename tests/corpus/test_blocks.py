"""Where blocks begin and end, and of what kind they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.blocks import ends_sentence, is_mark, split_blocks

LINES = st.lists(
    st.sampled_from(
        [
            "",
            " ",
            "A line of words that goes on for a while and then stops.",
            "Heading",
            "- item",
            "a@b.org",
            "(END)",
            "----",
            "1. one",
            "small words that wrap around somewhere near the end",
        ]
    )
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in split_blocks(text)]


@given(LINES, st.sampled_from(["\n", "\r\n"]))
def test_blocks_are_sorted_disjoint_and_not_empty(lines: list[str], line_break: str) -> None:
    text = line_break.join(lines)

    blocks = list(split_blocks(text))

    edges = [edge for block in blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    assert all(text[block.start : block.end].strip() for block in blocks)


@given(LINES)
def test_windows_line_breaks_change_no_block(lines: list[str]) -> None:
    unix = kinds("\n".join(lines))
    windows = kinds("\r\n".join(lines))

    assert [(kind, shown.replace("\r\n", "\n")) for kind, shown in windows] == unix


@given(st.text(), st.integers(0, 40))
def test_every_character_outside_the_blocks_is_space_or_a_marker(text: str, start: int) -> None:
    blocks = list(split_blocks(text, start))

    at = start
    for block in blocks:
        gap = text[at : block.start].strip()
        assert not gap or block.kind == "item"
        at = block.end
    assert not text[at:].strip()


def test_a_blank_line_parts_paragraphs() -> None:
    text = "The first one ends here.\n\nThe second one ends here."

    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph"]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The river rose again in the night, and by the morning the lower road\n"
        "was under water, so that the post came late and the school stayed\n"
        "shut."
    )

    assert kinds(text) == [("paragraph", text)]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = "The river rose again in the night, and by the morning " * 3 + "it was gone."

    assert kinds(f"{line}\n{line}\n{line}") == [("paragraph", line)] * 3


def test_a_heading_right_above_wrapped_text_stays_apart() -> None:
    body = "The river rose again in the night, and by the morning the lower road\nwas under water."

    assert kinds(f"THE FLOOD\n{body}") == [("heading", "THE FLOOD"), ("paragraph", body)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Chapter Two", "heading"),
        ("4.2 How long we keep it", "heading"),
        ("東京の歴史", "heading"),
        ("Opening hours: nine to five", "paragraph"),
        ("It rains.", "paragraph"),
        ("雨が降る。", "paragraph"),
        ("- milk and bread", "item"),
        ("12) the last of them", "item"),
        ("desk@example.org", "mark"),
        ("https://example.org/a", "mark"),
        ("(END)", "mark"),
        ("(2ND LD)", "mark"),
        ("* * *", "mark"),
        ("-----", "mark"),
    ],
)
def test_a_single_line_is_judged_by_its_form(line: str, kind: str) -> None:
    assert [found for found, _ in kinds(line)] == [kind]


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "  – ", "1. ", "(2) ", "a) ", "iv) "])
def test_the_marker_of_an_item_stands_outside_its_block(marker: str) -> None:
    assert kinds(f"{marker}Bring a coat.") == [("item", "Bring a coat.")]


@pytest.mark.parametrize(
    "text", ["Stop.", "Why?", "Ha!", "“Yes.”", "(No.)", "好。", "ہے۔", "है।", "**Go.**"]
)
def test_a_closed_sentence_is_seen_in_any_script(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Stop", "Mon, Tue", "A: b", ""])
def test_a_fragment_does_not_close(text: str) -> None:
    assert not ends_sentence(text)


def test_prose_is_no_mark() -> None:
    assert not is_mark("Write to desk@example.org for more.")
