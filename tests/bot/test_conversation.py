"""A message in, a reply out; transcripts in tests/transcripts hold whole conversations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import phrases
from bot.answering import Answerer
from bot.conversation import COMMANDS, Conversation
from bot.history import MemoryHistories
from bot.replies import Reply, say

FARE = "What does a return ticket for the ferry cost?"


@pytest.fixture
def conversation(answerer: Answerer) -> Conversation:
    return Conversation(answerer, MemoryHistories())


def quotes(reply: Reply) -> list[str]:
    return [part.text for part in reply.parts if part.kind == "quote"]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_known_in_any_case(name: str, conversation: Conversation) -> None:
    small, large = (conversation.reply("a", f"/{each}") for each in (name, name.upper()))

    assert small == large != say(phrases.UNKNOWN_COMMAND)


@pytest.mark.parametrize("message", ["/dance", "/", "//", "/ help", "/sources2"])
def test_any_other_command_is_unknown(message: str, conversation: Conversation) -> None:
    assert conversation.reply("a", message) == say(phrases.UNKNOWN_COMMAND)


def test_a_question_may_follow_its_command(conversation: Conversation) -> None:
    plain, commanded = (conversation.reply("a", text) for text in (FARE, f"/ask   {FARE} "))

    assert plain == commanded
    assert quotes(plain)[0] == "A return ticket for the ferry costs 18 crowns."


@pytest.mark.parametrize("message", ["", "  \n", "/ask", "/ask   "])
def test_nothing_asked_is_said_to_be_nothing(message: str, conversation: Conversation) -> None:
    assert conversation.reply("a", message) == say(phrases.NOTHING_ASKED)


def test_a_follow_up_shows_what_it_was_understood_as(conversation: Conversation) -> None:
    conversation.reply("a", "When did the ferry Kestrel resume its crossings?")

    reply = conversation.reply("a", "and who repaired it?")

    assert reply.parts[0].text == "Understood as: and who repaired it? Kestrel"
    assert reply.parts[0].kind == "note"


def test_chats_do_not_share_a_subject_or_an_answer(conversation: Conversation) -> None:
    conversation.reply("a", FARE)

    assert conversation.reply("b", "/sources") == say(phrases.NO_ANSWER_YET)
    assert conversation.reply("a", "/sources") != say(phrases.NO_ANSWER_YET)


def test_sources_and_context_belong_to_the_last_answer(conversation: Conversation) -> None:
    conversation.reply("a", FARE)
    conversation.reply("a", "Is anchoring forbidden inside the breakwater?")

    shown = conversation.reply("a", "/context")

    assert "Anchoring is forbidden inside the breakwater." in shown.plain()
    assert "Rules of the quay" in conversation.reply("a", "/sources").plain()


def test_a_command_in_between_does_not_make_the_subject_forgotten(
    conversation: Conversation,
) -> None:
    conversation.reply("a", "When did the ferry Kestrel resume its crossings?")
    conversation.reply("a", "/help")

    assert "Kestrel" in conversation.reply("a", "and who repaired it?").parts[0].text


@given(message=st.text())
def test_every_message_gets_a_reply_with_each_citation_beside_a_quote(
    message: str, answerer: Answerer
) -> None:
    conversation = Conversation(answerer, MemoryHistories())

    reply = conversation.reply("a", message)

    kinds = [part.kind for part in reply.parts]
    assert kinds
    assert all(
        before == "quote"
        for before, kind in zip([None, *kinds], kinds, strict=False)
        if kind == "citation"
    )
    assert kinds.count("quote") == kinds.count("citation")
