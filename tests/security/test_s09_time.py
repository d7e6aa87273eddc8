"""S9: no text takes a time that grows faster than its length."""

import time
from collections.abc import Callable

import pytest

from bot.conversation import Conversation
from bot.courtesies import courtesy
from bot.timeline import topic
from corpus.blocks import split_blocks
from corpus.languages import detect_language
from corpus.sentences import sentence_spans

PIECES = [
    "a", "((", "[", "<", "`", "*", "'", '"', ".", "... ", "! ", "- ", "- \n", "\n", "a\n",
    "a ", "A. ", "Mr. ", "1.", "1, ", "https://a.", "@a ", "&amp;", "e\u0301", "👍🏽", "한", " ",
    "--", "|", "the timeline of ", "what happened to ", "please ", "in 2019 ",
    "who and ", "thanks ",
]  # fmt: skip
READERS: list[Callable[[str], object]] = [
    lambda text: list(split_blocks(text)),
    lambda text: sentence_spans(text, 0, len(text)),
    detect_language,
    topic,
    courtesy,
]
SHORT = 50_000
# A message of Telegram's greatest length, on one core, in seconds; most take a tenth of it.
LONGEST_MESSAGE, PATIENCE = 4096, 0.6
# Twice the text may take twice the time, some more for what the machine does besides, and what is
# too short to be measured.
FACTOR, NOISE = 2.8, 0.03


def seconds(work: Callable[[str], object], text: str) -> float:
    """Return the shortest of three processor times."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work(text)
        times.append(time.process_time() - start)
    return min(times)


def filled(piece: str, n: int) -> str:
    return (piece * n)[:n]


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    short, long = filled(piece, SHORT), filled(piece, 2 * SHORT)

    slow = [
        (reader, once, twice)
        for reader in READERS
        if (twice := seconds(reader, long)) > FACTOR * (once := seconds(reader, short)) + NOISE
    ]

    assert slow == []


@pytest.mark.parametrize("command", ["", "/ask ", "/timeline ", "/verify ", "/asof 2019-11-14 "])
def test_the_longest_message_is_answered_at_once_whatever_it_holds(
    asked: Conversation, command: str
) -> None:
    def reply(text: str) -> object:
        return asked.reply("chat", text)

    taken = {piece: seconds(reply, command + filled(piece, LONGEST_MESSAGE)) for piece in PIECES}

    assert {piece: time for piece, time in taken.items() if time > PATIENCE} == {}


def test_a_text_far_over_the_limit_is_cut_before_it_costs(asked: Conversation) -> None:
    taken = [
        seconds(lambda text: asked.reply("chat", text), filled(piece, 200_000))
        for piece in ("a ", "a\n", "((", "한")
    ]

    assert max(taken) < 2 * PATIENCE
