"""Replies drawn at random: every kind of part, any Unicode, from nothing to many messages."""

from collections.abc import Sequence
from random import Random
from typing import Final, get_args

from bot.answers import Highlight
from bot.replies import Kind, Pages, Part, Reply

__all__ = ["draw_reply"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
# Each alphabet is of pieces, some of several characters.
WORDS = ["the ", "ferry ", "costs ", "18 crowns. ", "Who? ", "“Yes,” ", "(no) ", "a", "\n", "\n\n"]
EMOJI = [
    *(
        "😀",
        "👍",
        "👍🏽",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇰🇷",
        "🇸🇪",
        "1️⃣",
        "👩🏿‍🚒",
        "🫱🏻‍🫲🏿",
        "🏴\U000e0067\U000e007f",
    ),
    *("\u200d", "\ufe0f", "🏿", "🇦"),
]
BIDI = [
    *("שלום ", "مرحبا ", "עולם", "عليكم. ", "abc ", "(א) ", "٣٤٥ ", "؟ "),
    *"\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c",
]
MARKS = [
    "a",
    "e",
    "ﷺ",
    "क्षि",
    "각",
    *"\u0301\u0308\u030a\u0333\u033f\u0489\u0e33\u20e0\u0345\u1ab0",
]
ASIAN = ["한국어 ", "日本語。", "中文，", "ไทย", "가", "『", "』", "！", "　", "𠮷", "𝔔"]
UNSEEN = [*" \t\r\n\x00\x0b\x0c\x1b\x1c\x7f\x85\xa0\xad\u034f\u115f\u17b4\u180e\u200b\u2028\u2029"]
UNSEEN += [
    *"\u2060\u2800\u3000\u3164\ufeff\uffa0\ufff9\ufffc\ufffd\ufffe\uffff\U000e0001\U0010ffff"
]
HALVES = ["\ud800", "\udbff", "\udc00", "\udfff", "\ud83d", "\ude00", "a", "😀"]
MARKUP = [
    "<b>",
    "</b>",
    "&amp;",
    "*",
    "_",
    "`",
    "[x](y)",
    "@quoth_bot",
    "/ask",
    "#tag",
    "http://a.b",
]
ALPHABETS: Final[Sequence[Sequence[str]]] = (
    *(WORDS, EMOJI, BIDI, MARKS, ASIAN, UNSEEN, HALVES, MARKUP),
    (*WORDS, *EMOJI, *BIDI, *MARKS, *ASIAN, *UNSEEN, *HALVES, *MARKUP),
)
# The least and the most pieces of a part, and how often it has so many: few are long.
LENGTHS = (
    *((1, 12, 600), (12, 60, 350), (60, 600, 40)),
    *((600, 3_000, 8), (3_000, 20_000, 2)),
)
MOST_PARTS, MOST_MARKS = 12, 250


def draw_reply(random: Random) -> Reply:
    """Return a reply; a part of them belong to turns, a part of them are pages."""
    parts = tuple(_part(random) for _ in range(random.randint(1, MOST_PARTS)))
    turn = random.randint(1, 2**40) if random.random() < 0.7 else None
    pages = None
    if turn is None and random.random() < 0.8:
        total = random.randint(1, 9_999)
        pages = Pages("", random.randint(1, total), total)
    return Reply(parts, turn, pages)


def _part(random: Random) -> Part:
    kind, text = random.choice(KINDS), _text(random)
    return Part(kind, text, _marks(random, text) if kind == "quote" else ())


def _text(random: Random) -> str:
    least, most, _ = random.choices(LENGTHS, [weight for *_, weight in LENGTHS])[0]
    alphabet = random.choice((*ALPHABETS, _any(random), _any(random)))
    return "".join(random.choices(alphabet, k=random.randint(least, most)))


def _any(random: Random) -> Sequence[str]:
    """Return characters from all of Unicode, halves of surrogate pairs among them."""
    return [chr(random.randrange(0x110000)) for _ in range(30)]


def _marks(random: Random, text: str) -> tuple[Highlight, ...]:
    """Return pieces of a text, in order and apart."""
    n = min(random.choice((0, 2, 6, 20, 2 * MOST_MARKS)), len(text))
    places = sorted(random.sample(range(len(text) + 1), n))
    pairs = zip(places[::2], places[1::2], strict=False)
    return tuple(Highlight(start, end, "term", "") for start, end in pairs)
