"""Fixed phrases are plain, single-voiced and name only commands that exist."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot import phrases
from bot.answers import Reason, Unheld
from bot.conversation import COMMANDS

WORDS = st.lists(st.text("abcdef", min_size=1), max_size=4, unique=True).map(tuple)
FIXED = [value for name in phrases.__all__ if isinstance(value := getattr(phrases, name), str)]
# Commands that only Telegram has.
ELSEWHERE = {"/open", "/close"}


def test_every_command_that_a_phrase_names_exists() -> None:
    named = set(re.findall(r"(?<!\w)/[a-z]+", " ".join(FIXED)))

    assert named <= {f"/{name}" for name in COMMANDS} | ELSEWHERE


def test_the_help_lists_every_command_once() -> None:
    listed = re.findall(r"(?:^|; )/([a-z]+)\b(?! ends)", phrases.HELP, re.MULTILINE)

    assert sorted(listed) == sorted(COMMANDS)


def test_no_phrase_raises_its_voice_or_shows_markup() -> None:
    assert not re.findall(r"[!*_<>`]", " ".join(FIXED))


@given(WORDS, WORDS)
def test_a_reason_names_each_missing_word_once(
    lacking: tuple[str, ...], unheld: tuple[str, ...]
) -> None:
    said = phrases.reason(Reason(lacking, tuple(Unheld(word) for word in unheld)))

    assert sorted(re.findall(r'"(\w+)"', said)) == sorted(lacking + unheld)
    assert bool(said) == bool(lacking or unheld)
    assert "\n" not in said


def test_one_unknown_word_appears_and_several_appear_nowhere() -> None:
    one = phrases.reason(Reason(unheld=(Unheld("a"),)))
    two = phrases.reason(Reason(("x",), (Unheld("a"), Unheld("b"), Unheld("cd", ("ce", "de")))))

    assert (one, two) == (
        'Missing: "a" appears nowhere.',
        'Missing: "x"; "a", "b" appear nowhere; "cd" appears nowhere (nearest: "ce", "de").',
    )


def test_a_refused_chat_is_told_its_number_and_a_failure_its_reference() -> None:
    assert "-1001" in phrases.not_allowed(-1001)
    assert phrases.broken("ab12").endswith("Reference: ab12")
