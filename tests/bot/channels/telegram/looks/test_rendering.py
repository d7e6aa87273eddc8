import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers import Highlight
from bot.channels.telegram.looks.cleaning import is_blank
from bot.channels.telegram.looks.rendering import MOST_ENTITIES, Entity, Message, render
from bot.replies import Part, Reply, say
from bot.visible import visible
from tests.bot.channels.telegram.replies import REPLIES
from tests.bot_api import Strictness
from tests.bot_api.entities import check_entities, check_text

LIMITS = st.sampled_from([40, 200, 4096])
DROPPED = "\u030a\u0333\u033f"


def ink(text: str) -> str:
    """Return what is seen of a text, letters and marks apart, without what Telegram drops."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(each for each in apart if each not in DROPPED and not is_blank(each))


@settings(max_examples=150, deadline=None)
@given(REPLIES, LIMITS)
def test_the_server_accepts_every_message_of_any_reply(reply: Reply, limit: int) -> None:
    for message in render(reply, limit):
        entities = [
            {"type": entity.look, "offset": entity.offset, "length": entity.length}
            for entity in message.entities
        ]

        check_text(message.text, Strictness(), longest=limit)
        check_entities(message.text, entities, Strictness())
        assert len(entities) <= 100


@settings(max_examples=150, deadline=None)
@given(REPLIES, LIMITS)
def test_the_messages_together_show_the_whole_reply_and_nothing_else(
    reply: Reply, limit: int
) -> None:
    shown = "".join(message.text for message in render(reply, limit))

    assert ink(shown) == ink(visible(reply.plain()))


@settings(max_examples=100, deadline=None)
@given(REPLIES, LIMITS)
def test_a_message_is_sent_as_telegram_keeps_it(reply: Reply, limit: int) -> None:
    for message in render(reply, limit):
        assert message.text == message.text.strip()
        assert not is_blank(message.text)
        assert not set(message.text) & set(f"\r\t\x00\u2028\u202e\ud800{DROPPED}")


def test_a_quote_is_a_blockquote_its_citation_italic_and_its_highlights_bold() -> None:
    reply = Reply(
        (
            Part("note", "Understood as: 😀 when"),
            Part("quote", "On 5 May.", (Highlight(3, 8, "term", "5 may"),)),
            Part("citation", "Log, sentence 1"),
        )
    )

    (message,) = render(reply)

    # The note has 15 + 2 + 5 = 22 units, a blank line is 2, the quote has 9, a line break is 1.
    assert message == Message(
        "Understood as: 😀 when\n\nOn 5 May.\nLog, sentence 1",
        (
            Entity("italic", 0, 22),
            Entity("blockquote", 24, 9),
            Entity("bold", 27, 5),
            Entity("italic", 34, 15),
        ),
    )


def test_a_quote_cut_in_two_is_a_blockquote_in_both_messages() -> None:
    reply = Reply((Part("quote", "One two. Three four.", (Highlight(4, 14, "term", ""),)),))

    messages = render(reply, limit=12)

    # The highlight is "two. Three": its end is in the second message.
    assert messages == [
        Message("One two.", (Entity("blockquote", 0, 8), Entity("bold", 4, 4))),
        Message("Three four.", (Entity("blockquote", 0, 11), Entity("bold", 0, 5))),
    ]


def test_past_a_hundred_entities_highlights_go_first() -> None:
    marks = tuple(Highlight(2 * n, 2 * n + 1, "term", "a") for n in range(150))
    reply = Reply((Part("quote", "a " * 150, marks), Part("citation", "Log")))

    (message,) = render(reply)

    assert len(message.entities) == MOST_ENTITIES
    assert [e.look for e in message.entities if e.look != "bold"] == ["blockquote", "italic"]


def test_markup_in_a_quote_stays_what_it_is() -> None:
    (message,) = render(say("<b>*not_ bold*</b> &amp; [x](y)"))

    assert message == Message("<b>*not_ bold*</b> &amp; [x](y)", ())


def test_a_letter_with_a_ring_keeps_it_and_the_marks_behind_it_keep_their_place() -> None:
    reply = Reply((Part("quote", "Bla\u030a havet", (Highlight(5, 10, "term", "hav"),)),))

    (message,) = render(reply)

    # With the ring in the letter, "havet" is at 4.
    assert message == Message("Blå havet", (Entity("blockquote", 0, 9), Entity("bold", 4, 5)))


def test_what_shows_no_ink_is_no_message() -> None:
    hidden = "\u200b\u2800 \u3164"

    assert render(say(hidden)) == []
    assert [message.text for message in render(say(f"{hidden}\n\n{'a' * 8}"), 8)] == ["a" * 8]
