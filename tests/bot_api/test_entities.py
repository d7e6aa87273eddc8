"""Entities fit the text and each other; offsets count UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .detection import detect_entities
from .entities import check_entities, check_text
from .refusals import Json, Refusal
from .strictness import Strictness
from .text import utf16_find, utf16_length, utf16_slice

STRICT = Strictness()
LAX = Strictness(parse_mode=False, text_edges=False, entity_edges=False, entity_count=False)
TEXT = "a😀b word"  # units: a 0, 😀 1-2, b 3, space 4, word 5-8; 9 in all


def mark(kind: str, offset: int, length: int, **more: object) -> Json:
    return {"type": kind, "offset": offset, "length": length, **more}


def is_refused(text: str, entities: list[Json], strictness: Strictness = STRICT) -> bool:
    try:
        check_entities(text, entities, strictness)
    except Refusal:
        return True
    return False


USER = {"id": 5, "is_bot": False, "first_name": "Ada"}

# (what is refused, its accepted neighbour)
NEIGHBOURS = [
    ([mark("bold", 5, 5)], [mark("bold", 5, 4)]),  # one unit past the end
    ([mark("bold", -1, 2)], [mark("bold", 0, 1)]),
    ([mark("bold", 0, 0)], [mark("bold", 0, 1)]),
    ([mark("bold", 1, 1)], [mark("bold", 1, 2)]),  # half of 😀
    ([mark("bold", 2, 2)], [mark("bold", 3, 1)]),  # begins with its other half
    ([mark("bold", 3, 2)], [mark("bold", 3, 1)]),  # ends in the space
    ([mark("bold", 4, 5)], [mark("bold", 5, 4)]),  # starts with the space
    ([mark("loud", 0, 1)], [mark("spoiler", 0, 1)]),
    ([mark("text_link", 0, 1)], [mark("text_link", 0, 1, url="https://a.example/")]),
    (
        [mark("text_link", 0, 1, url="ftp://a.example")],
        [mark("text_link", 0, 1, url="http://a.example")],
    ),
    ([mark("text_link", 0, 1, url="https://")], [mark("text_link", 0, 1, url="tg://user?id=1")]),
    ([mark("bold", 0, 1, url="https://a.example")], [mark("bold", 0, 1)]),
    ([mark("code", 0, 1, language="python")], [mark("pre", 0, 1, language="python")]),
    ([mark("text_mention", 0, 1)], [mark("text_mention", 0, 1, user=USER)]),
    ([mark("custom_emoji", 1, 2)], [mark("custom_emoji", 1, 2, custom_emoji_id="9")]),
    # crossing ranges, and one inside the other
    (
        [mark("bold", 0, 4), mark("italic", 3, 6)],
        [mark("bold", 0, 9), mark("italic", 3, 6)],
    ),
    # side by side is fine, twice the same kind in one another is not
    ([mark("bold", 0, 9), mark("bold", 3, 1)], [mark("bold", 0, 3), mark("bold", 3, 1)]),
    (
        [mark("blockquote", 0, 9), mark("blockquote", 5, 4)],
        [mark("blockquote", 0, 4), mark("blockquote", 5, 4)],
    ),
    (
        [mark("blockquote", 0, 9), mark("expandable_blockquote", 5, 4)],
        [mark("blockquote", 0, 9), mark("bold", 5, 4)],
    ),
    (
        [mark("blockquote", 0, 9), mark("expandable_blockquote", 0, 9)],
        [mark("blockquote", 0, 9), mark("underline", 0, 9)],
    ),
    ([mark("pre", 0, 9), mark("bold", 5, 4)], [mark("blockquote", 0, 9), mark("code", 5, 4)]),
    ([mark("bold", 0, 9), mark("code", 5, 4)], [mark("bold", 0, 4), mark("code", 5, 4)]),
    (
        [mark("text_link", 0, 9, url="https://a.example"), mark("mention", 5, 4)],
        [mark("text_link", 0, 9, url="https://a.example"), mark("italic", 5, 4)],
    ),
]


@pytest.mark.parametrize(("wrong", "right"), NEIGHBOURS)
def test_an_entity_that_does_not_fit_is_refused_and_its_neighbour_accepted(
    wrong: list[Json], right: list[Json]
) -> None:
    assert is_refused(TEXT, wrong)
    assert not is_refused(TEXT, right)


def test_the_order_in_the_list_does_not_matter() -> None:
    crossing = [mark("italic", 3, 6), mark("bold", 0, 4)]
    nested = [mark("italic", 3, 1), mark("bold", 0, 9)]

    assert is_refused(TEXT, crossing)
    assert not is_refused(TEXT, nested)


def test_white_space_at_an_entitys_edge_is_refused_only_when_strict() -> None:
    assert is_refused(TEXT, [mark("bold", 3, 2)])
    assert not is_refused(TEXT, [mark("bold", 3, 2)], LAX)


def test_a_hundred_entities_are_accepted_and_one_more_is_not() -> None:
    dots = [mark("bold", offset, 1) for offset in range(101)]

    assert not is_refused("." * 101, dots[:100])
    assert is_refused("." * 101, dots)
    assert not is_refused("." * 101, dots, LAX)


@pytest.mark.parametrize(
    ("wrong", "right", "why"),
    [
        ("", "a", "empty"),
        (" \n", "a", "empty"),
        ("a" * 4097, "a" * 4096, "too long"),
        ("😀" * 2048 + "a", "😀" * 2048, "too long"),  # two units each
        (" a", "a", "white space"),
        ("a\n", "a\n\na", "white space"),
    ],
)
def test_a_text_has_1_to_4096_units_and_no_white_space_around(
    wrong: str, right: str, why: str
) -> None:
    check_text(right, STRICT)

    with pytest.raises(Refusal, match=why):
        check_text(wrong, STRICT)


def test_white_space_around_a_text_is_refused_only_when_strict() -> None:
    check_text(" a ", LAX)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text("😀a ", max_size=3))
def test_units_found_are_the_units_cut_out(text: str, part: str) -> None:
    whole = text + part

    offset = utf16_find(whole, part)

    assert utf16_slice(whole, offset, utf16_length(part)) == part
    assert utf16_length(whole) == len(whole.encode("utf-16-le")) // 2


def test_commands_mentions_and_addresses_are_found_where_they_stand() -> None:
    text = "😀 /ask@quoth_bot @ada_l see https://a.example/x?y=1. a@b.example 1/2"

    found = [
        (entity["type"], utf16_slice(text, entity["offset"], entity["length"]))
        for entity in detect_entities(text)
    ]

    assert found == [
        ("bot_command", "/ask@quoth_bot"),
        ("mention", "@ada_l"),
        ("url", "https://a.example/x?y=1"),
    ]
