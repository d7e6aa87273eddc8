"""Drawn replies render soundly; the check that says so finds what is planted."""

from random import Random
from typing import Any

import pytest

from bot.channels.telegram.looks.writing import contents
from bot.replies import Part, Reply
from tests.bot.channels.telegram.any_reply import draw_reply
from tests.bot.channels.telegram.rendering_many import Found, examine, problems, summary

REPLY = Reply((Part("quote", "The ferry costs 18 crowns."), Part("citation", "Log, sentence 1")))


def kinds(reply: Reply, messages: list[dict[str, Any]], *markups: dict[str, Any]) -> list[str]:
    none: dict[str, Any] = {"inline_keyboard": []}
    return [kind for kind, _ in problems(reply, messages, list(markups) or [none])]


def button(**action: object) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Go", **action}]]}


def test_five_hundred_drawn_replies_are_sound() -> None:
    found = Found()

    for number in range(500):
        examine(20, number, found)

    assert found.wrong == {}
    assert found.counts["answers"] == 500
    assert found.counts["messages"] > 500
    assert found.longest > 4_000


def test_the_reply_of_a_number_is_always_the_same() -> None:
    assert draw_reply(Random("1 5")) == draw_reply(Random("1 5"))  # noqa: S311 - no secret
    assert draw_reply(Random("1 5")) != draw_reply(Random("1 6"))  # noqa: S311 - no secret


def test_what_is_rendered_is_sound_by_itself() -> None:
    assert kinds(REPLY, contents(REPLY), button(callback_data="a" * 64)) == []


@pytest.mark.parametrize("text", ["The ferry costs 19 crowns.", "The ferry costs 18 crowns", "18"])
def test_another_text_is_found(text: str) -> None:
    (message,) = contents(REPLY)
    citation = "\nLog, sentence 1"

    assert kinds(REPLY, [message | {"text": text + citation, "entities": []}]) == ["difference"]


def test_messages_out_of_order_or_twice_are_found() -> None:
    first, second = ({"text": "The ferry costs 18 crowns."}, {"text": "Log, sentence 1"})

    assert kinds(REPLY, [first, second]) == []
    assert kinds(REPLY, [second, first]) == ["difference"]
    assert kinds(REPLY, [first, second, second]) == ["difference"]
    assert kinds(REPLY, [first]) == ["difference"]


def test_a_text_over_the_limit_is_found() -> None:
    # An emoji has 2 units: 2,048 of them are as much as a message holds.
    full, over = (Reply((Part("text", "😀" * n),)) for n in (2_048, 2_049))

    assert kinds(full, [{"text": "😀" * 2_048}]) == []
    assert kinds(over, [{"text": "😀" * 2_049}]) == ["text"]


@pytest.mark.parametrize(("offset", "length"), [(0, 43), (0, 0), (3, 2), (-1, 2)])
def test_an_entity_that_does_not_fit_is_found(offset: int, length: int) -> None:
    # The message has 26 + 1 + 15 = 42 units, and a space at 3.
    (message,) = contents(REPLY)
    entities = [{"type": "bold", "offset": offset, "length": length}]

    assert kinds(REPLY, [message | {"entities": entities}]) == ["entities"]


@pytest.mark.parametrize(
    "action",
    [
        {"callback_data": "a" * 65},
        {"copy_text": {"text": "a" * 257}},
        {"copy_text": {"text": ""}},
        {},
    ],
)
def test_a_button_that_does_nothing_is_found(action: dict[str, Any]) -> None:
    assert "keyboard" in kinds(REPLY, contents(REPLY), button(**action))


def test_half_a_character_in_a_call_is_found() -> None:
    copied = button(copy_text={"text": "\ud83d"})

    assert kinds(REPLY, contents(REPLY), copied) == ["call"]


def test_the_summary_counts_what_is_wrong() -> None:
    found = Found()
    found.counts["answers"] = 1_000
    found.wrong["entities"] = ["7: it overlaps", "9: it overlaps"]

    assert summary(found, 3, 90.0) == (
        "rendered 1,000 answers, 0 messages, 0 units, 0 entities, 0 keyboards, 0 blank, longest 0; "
        "wrong: text 0, entities 2, keyboard 0, call 0, difference 0; seed 3, 1.5 minutes"
    )
