"""A message in, a reply out; transcripts in tests/transcripts hold whole conversations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import phrases
from bot.answering import Answerer
from bot.conversation import COMMANDS, Conversation
from bot.history import MemoryHistories
from bot.replies import Part, Reply, say

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

    assert plain.parts == commanded.parts
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


def test_a_day_holds_until_it_is_ended_or_for_one_question(conversation: Conversation) -> None:
    once = conversation.reply("a", f"/asof 2021-09-13 {FARE}")
    set_to = conversation.reply("a", "/asof 2021-09-13")
    then = conversation.reply("a", FARE)
    ended = conversation.reply("a", "/asof")
    now = conversation.reply("a", FARE)

    # The only document with the fare is of 2021-09-14.
    assert once.parts[0] == then.parts[0] == Part("note", "As of 2021-09-13.")
    assert set_to == say("As of 2021-09-13.")
    assert ended == say(phrases.AS_OF_ENDED)
    assert quotes(now)[0] == "A return ticket for the ferry costs 18 crowns."
    assert quotes(now)[0] not in quotes(then) + quotes(once)


@pytest.mark.parametrize("day", ["yesterday", "2019", "2019-02-30", "14.11.2019"])
def test_a_day_written_otherwise_is_asked_for_again(day: str, conversation: Conversation) -> None:
    assert conversation.reply("a", f"/asof {day}") == say(phrases.WRONG_DAY)


def test_every_quote_of_the_last_answer_is_compared_with_the_originals(
    conversation: Conversation,
) -> None:
    shown = conversation.reply("a", FARE)

    count, *proofs = conversation.reply("a", "/verify").parts

    n = len(quotes(shown))
    assert count.text == f"{n} of {n} quotes stand in the originals, byte for byte."
    assert len(proofs) == n
    assert all("sha256 " in proof.text for proof in proofs)


def test_the_quotes_of_a_pasted_answer_are_compared_without_being_asked_about(
    conversation: Conversation,
) -> None:
    shown = conversation.reply("a", FARE).plain()

    held = conversation.reply("b", f"/verify\n{shown}").parts
    forged = conversation.reply("b", f"/verify {shown.replace('18', '80')}").parts

    n = shown.count(", sentence ")
    assert held[0].text == f"{n} of {n} quotes stand in the originals, byte for byte."
    assert forged[0].text.startswith(f"{n - 1} of {n} quotes stand")
    assert "Ferry Kestrel sails again, sentence 3: the document says something else there" in [
        part.text for part in forged
    ]
    assert conversation.reply("b", "/verify") == say(phrases.NO_ANSWER_YET)


def test_a_pasted_text_without_quotes_is_said_to_have_none(conversation: Conversation) -> None:
    assert conversation.reply("a", f"/verify {FARE}") == say(phrases.NO_QUOTES)


def test_why_names_the_score_and_what_came_next(conversation: Conversation) -> None:
    conversation.reply("a", FARE)

    shown = conversation.reply("a", "/why").plain()

    assert "Score +" in shown
    assert "Ahead by " in shown
