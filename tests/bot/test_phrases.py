"""Fixed phrases are plain, single-voiced and name only commands that exist."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot import phrases
from bot.answers import Reason
from bot.conversation import COMMANDS

WORDS = st.lists(st.text("abcdef", min_size=1), max_size=4, unique=True).map(tuple)
FIXED = [value for name in phrases.__all__ if isinstance(value := getattr(phrases, name), str)]
# Commands that only Telegram has.
ELSEWHERE = {"/open", "/close"}


def test_every_command_that_a_phrase_names_exists() -> None:
    named = set(re.findall(r"(?<!\w)/[a-z]+", " ".join(FIXED)))

    assert named <= {f"/{name}" for name in COMMANDS} | ELSEWHERE


def test_the_help_lists_every_command_once() -> None:
    listed = re.findall(r"^/([a-z]+)", phrases.HELP, re.MULTILINE)

    assert sorted(listed) == sorted(COMMANDS)


def test_no_phrase_raises_its_voice_or_shows_markup() -> None:
    assert not re.findall(r"[!*_<>`]", " ".join(FIXED))


@given(WORDS, st.data())
def test_a_reason_names_each_missing_word_once(
    missing: tuple[str, ...], data: st.DataObject
) -> None:
    unknown = data.draw(st.lists(st.sampled_from(missing), unique=True)) if missing else []

    said = phrases.reason(Reason(missing, tuple(unknown)))

    assert sorted(re.findall(r'"(\w+)"', said)) == sorted(missing)
    assert bool(said) == bool(missing)
    assert "\n" not in said


def test_one_unknown_word_appears_and_several_appear_nowhere() -> None:
    one = phrases.reason(Reason(("a",), ("a",)))
    two = phrases.reason(Reason(("a", "b"), ("a", "b")))

    assert (one, two) == (
        'Missing: "a" stands in no sentence.',
        'Missing: "a", "b" stand in no sentence.',
    )


def test_a_refused_chat_is_told_its_number_and_a_failure_its_reference() -> None:
    assert "-1001" in phrases.not_allowed(-1001)
    assert phrases.broken("ab12").endswith("Reference: ab12")
