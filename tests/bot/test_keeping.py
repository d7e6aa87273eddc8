"""The commands about what is kept: what they do, and what they say when they cannot."""

import pytest

from bot import phrases
from bot.answering import Answerer
from bot.conversation import Conversation
from bot.feedback import MemoryFeedback
from bot.history import ChatKey, MemoryHistories
from bot.keeping import Keeping
from bot.phrases import keeping as said
from bot.replies import say

FARE = "What does a return ticket for the ferry cost?"


class Elsewhere:
    """Notes which chats it is told to forget."""

    def __init__(self) -> None:
        self.forgotten: list[ChatKey] = []

    def forget(self, chat: ChatKey) -> None:
        self.forgotten.append(chat)


@pytest.fixture
def feedback() -> MemoryFeedback:
    return MemoryFeedback()


@pytest.fixture
def elsewhere() -> Elsewhere:
    return Elsewhere()


@pytest.fixture
def conversation(
    answerer: Answerer, feedback: MemoryFeedback, elsewhere: Elsewhere
) -> Conversation:
    return Conversation(answerer, MemoryHistories(), Keeping(feedback, 7, (elsewhere,)))


def test_privacy_says_how_many_days_things_are_kept(conversation: Conversation) -> None:
    reply = conversation.reply("a", "/privacy")

    assert reply == say(said.privacy(7))
    assert "for 7 days" in reply.plain()


def test_a_new_conversation_has_no_last_answer(conversation: Conversation) -> None:
    conversation.reply("a", FARE)

    begun = conversation.reply("a", "/new")

    assert begun == say(said.BEGUN)
    assert conversation.reply("a", "/sources") == say(phrases.NO_ANSWER_YET)
    assert conversation.reply("a", "/export") == say(said.NOTHING_TO_EXPORT)


@pytest.mark.parametrize(
    ("typed", "name", "media_type"),
    [
        ("/export", "conversation.md", "text/markdown"),
        ("/export md", "conversation.md", "text/markdown"),
        ("/export JSON", "conversation.json", "application/json"),
        ("/export bibtex", "citations.bib", "application/x-bibtex"),
        ("/export csl", "citations.json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_a_conversation_is_exported_in_the_form_that_is_named(
    typed: str, name: str, media_type: str, conversation: Conversation
) -> None:
    conversation.reply("a", FARE)
    conversation.reply("b", "Who tended the lighthouse?")

    reply = conversation.reply("a", typed)

    assert reply.attachment is not None
    assert (reply.attachment.name, reply.attachment.media_type) == (name, media_type)
    assert "Ferry Kestrel sails again" in reply.attachment.content
    assert "lighthouse" not in reply.attachment.content
    assert reply.plain().startswith("1 question, quotes from ")


def test_a_form_that_does_not_exist_is_named_none(conversation: Conversation) -> None:
    conversation.reply("a", FARE)

    assert conversation.reply("a", "/export pdf") == say(said.UNKNOWN_FORM)


def test_nothing_is_forgotten_before_it_is_confirmed(
    conversation: Conversation, feedback: MemoryFeedback, elsewhere: Elsewhere
) -> None:
    conversation.reply("a", FARE)
    conversation.reply("a", "/feedback helpful")

    asked = [conversation.reply("a", typed) for typed in ("/forget", "/forget no", "/forget yess")]

    assert asked == [say(said.FORGET)] * 3
    assert conversation.reply("a", "/export").attachment is not None
    assert (feedback.counts(), elsewhere.forgotten) == ({"helpful": 1}, [])


def test_what_is_confirmed_is_forgotten_everywhere_in_that_chat_alone(
    conversation: Conversation, feedback: MemoryFeedback, elsewhere: Elsewhere
) -> None:
    for chat in ("a", "b"):
        conversation.reply(chat, FARE)
        conversation.reply(chat, "/feedback helpful")

    done = conversation.reply("a", "/forget YES")

    assert done == say(said.FORGOTTEN)
    assert conversation.reply("a", "/export") == say(said.NOTHING_TO_EXPORT)
    assert conversation.reply("b", "/export").attachment is not None
    assert (feedback.counts(), elsewhere.forgotten) == ({"helpful": 1}, ["a"])


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("/feedback helpful", "helpful"),
        ("/feedback Not helpful", "not helpful"),
        ("/feedback not asked, I meant the train", "not asked"),
        ("/feedback wrong: it is 20", "wrong"),
        ("/FEEDBACK  incomplete", "incomplete"),
        ("/feedback\noutdated", "outdated"),
    ],
)
def test_feedback_counts_for_the_last_answer(
    typed: str, verdict: str, conversation: Conversation, feedback: MemoryFeedback
) -> None:
    conversation.reply("a", FARE)

    reply = conversation.reply("a", typed, user=42)

    assert reply == say(said.NOTED)
    assert feedback.counts() == {verdict: 1}


@pytest.mark.parametrize("typed", ["/feedback", "/feedback great", "/feedback helpfully"])
def test_feedback_without_a_verdict_is_asked_for_again(
    typed: str, conversation: Conversation
) -> None:
    conversation.reply("a", FARE)

    assert conversation.reply("a", typed) == say(said.FEEDBACK_FORM)


def test_feedback_needs_an_answer(conversation: Conversation) -> None:
    assert conversation.reply("a", "/feedback helpful") == say(phrases.NO_ANSWER_YET)
