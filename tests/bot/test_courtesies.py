"""Small talk is answered by a phrase, and nothing that asks something is small talk."""

import pytest

from bot import phrases
from bot.courtesies import courtesy


@pytest.mark.parametrize(
    ("message", "phrase"),
    [
        ("hi", phrases.GREETING),
        ("Good morning, everyone!", phrases.GREETING),
        ("thanks", phrases.WELCOME),
        ("Thank you so much for your help 🙏", phrases.WELCOME),
        ("cheers", phrases.WELCOME),
        ("bye bye", phrases.FAREWELL),
        ("Who are you?", phrases.ABOUT),
        ("what's your name", phrases.ABOUT),
        ("Are you a bot?", phrases.ABOUT),
        ("help", phrases.HELP),
        ("What can you do?", phrases.HELP),
    ],
)
def test_small_talk_gets_its_phrase(message: str, phrase: str) -> None:
    assert courtesy(message) == phrase


@pytest.mark.parametrize(
    "message",
    [
        "",
        "?",
        "Hello, when does the ferry leave?",
        "hi-fi prices",
        "Who are the members?",
        "What is your policy on leave?",
        "help desk number",
        "Thanksgiving",
        "how are you taxed",
        "goodbye party date",
        "what can you do with a library card",
    ],
)
def test_what_asks_something_is_no_small_talk(message: str) -> None:
    assert courtesy(message) == ""
