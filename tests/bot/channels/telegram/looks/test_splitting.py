import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.looks.splitting import LONGEST_MESSAGE, split, units

# Words, borders of every kind, letters of one and two units, marks, joiners and skin tones.
BORDERS = ["word", "a", " ", "\n", "\n\n", ". ", "?”", "。", "\u3000"]
LETTERS = [
    "한국어",
    "😀",
    "e\u0301",
    "\u0301",
    "\u0323",
    "👩\u200d💻",
    "👍\U0001f3fd",
    "\u200d",
    "क्षि",
]
PIECES = st.sampled_from([*BORDERS, *LETTERS])
TEXTS = st.lists(PIECES, max_size=120).map("".join)
LIMITS = st.integers(2, 60)
# How long an example takes says more of the machine than of the code.
unhurried = settings(deadline=None)


def clings(text: str, place: int) -> bool:
    """Say whether what stands at a place belongs to what stands before it."""
    after = text[place]
    is_mark = unicodedata.category(after)[0] == "M" or "\U0001f3fb" <= after <= "\U0001f3ff"
    return is_mark or after == "”" or "\u200d" in text[place - 1 : place + 1]


def test_units_are_counted_as_utf_16_counts_them() -> None:
    text = "a한😀e\u0301"

    # 1 + 1 + 2 + 1 + 1
    assert units(text) == 6
    assert units(text) == len(text.encode("utf-16-le")) // 2


@unhurried
@given(TEXTS, LIMITS)
def test_the_pieces_follow_on_each_other_and_cover_the_text(text: str, limit: int) -> None:
    spans = split(text, limit)

    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    assert "".join(text[start:end] for start, end in spans) == text


@unhurried
@given(TEXTS, LIMITS)
def test_no_piece_is_empty_or_over_the_limit(text: str, limit: int) -> None:
    lengths = [len(text[start:end].encode("utf-16-le")) // 2 for start, end in split(text, limit)]

    assert all(length <= limit for length in lengths)
    assert text == "" or all(length > 0 for length in lengths)


@unhurried
@given(TEXTS, LIMITS)
def test_a_mark_leaves_its_base_only_when_the_limit_leaves_no_other_place(
    text: str, limit: int
) -> None:
    for start, end in split(text, limit)[:-1]:
        # Where it does, every place to cut before is just as bad.
        assert not clings(text, end) or all(clings(text, n) for n in range(start + 1, end))


@unhurried
@given(TEXTS, LIMITS)
def test_a_text_within_the_limit_is_one_piece(text: str, limit: int) -> None:
    short = text[: limit // 2]  # at most two units a character

    assert split(short, limit) == [(0, len(short))]


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("One.\n\nTwo. Three.", 11, ["One.\n\n", "Two. Three."]),  # a paragraph before a sentence
        ("One. Two.\nThree.", 12, ["One. Two.\n", "Three."]),  # a line before a sentence
        ("One two. Three four.", 14, ["One two. ", "Three four."]),  # a sentence before a word
        ("One two three", 9, ["One two ", "three"]),  # a word
        ("「一。」二三四五", 5, ["「一。」", "二三四五"]),  # no space after a sentence
        ("(一二。)三四五", 4, ["(一二", "。)三四", "五"]),  # no message opens with a bracket closed
        ("abcdef", 4, ["abcd", "ef"]),  # no border at all
        ("a\n\nbcdefghij", 8, ["a\n\nbcdef", "ghij"]),  # a border too early is none
        ("xxe\u0301", 3, ["xx", "e\u0301"]),
        ("x👍\U0001f3fd", 4, ["x", "👍\U0001f3fd"]),  # 1 unit, then 2 + 2
        ("😀😀", 3, ["😀", "😀"]),
    ],
)
def test_a_text_is_cut_at_the_best_border_there_is(
    text: str, limit: int, pieces: list[str]
) -> None:
    assert [text[start:end] for start, end in split(text, limit)] == pieces


def test_a_message_may_have_4096_units() -> None:
    assert split("a" * 4096) == [(0, 4096)]
    assert split("a" * 4097) == [(0, 4096), (4096, 4097)]
    assert split("😀" * 2048) == [(0, 2048)]
    assert LONGEST_MESSAGE == 4096


@pytest.mark.no_cover
def test_a_megabyte_is_split_in_one_pass() -> None:
    text = "All words and no border worth the name" * 27_000  # 1,026,000 characters

    assert "".join(text[start:end] for start, end in split(text)) == text
