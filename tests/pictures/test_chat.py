"""A picture of a chat is well formed, shows every word, and lets nothing stick out."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, fromstring

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.looks.rendering import render
from bot.replies import Reply
from tests.bot.channels.telegram.replies import REPLIES

from .chat import WIDTH, draw_chat
from .said import File, Said, caption, notice
from .shapes import QUOTE, QUOTE_BAR

BUTTONS = st.lists(st.lists(st.text(max_size=30), min_size=1, max_size=3), max_size=3)
TEXTS = st.text(max_size=90)
OTHERS = st.one_of(
    TEXTS.map(notice),
    TEXTS.map(caption),
    st.builds(
        Said,
        TEXTS,
        answers=TEXTS,
        speaker=TEXTS,
        file=st.builds(File, TEXTS, st.integers(0, 50 << 20)),
        is_from_bot=st.booleans(),
        is_edited=st.booleans(),
    ),
)


def drawn(messages: Sequence[Said]) -> Element:
    return fromstring(draw_chat(messages))  # noqa: S314 -- the picture was just made here


def elements(picture: Element, name: str) -> list[Element]:
    return list(picture.iter(f"{{http://www.w3.org/2000/svg}}{name}"))


def written(picture: Element) -> list[str]:
    return [element.text or "" for element in elements(picture, "text")]


def of_reply(reply: Reply, rows: Sequence[Sequence[str]] = ()) -> list[Said]:
    """Return the messages of a reply, as a server would have them."""
    return [
        Said(
            message.text,
            [{"type": e.look, "offset": e.offset, "length": e.length} for e in message.entities],
            rows,
        )
        for message in render(reply, 400)[:3]
    ]


@settings(max_examples=60, deadline=None)
@given(REPLIES, BUTTONS, OTHERS)
def test_nothing_sticks_out_of_a_picture(
    reply: Reply, rows: Sequence[Sequence[str]], other: Said
) -> None:
    picture = drawn([*of_reply(reply, rows), other])

    high = float(picture.attrib["height"])
    for box in elements(picture, "rect"):
        x, y, wide, tall = (float(box.attrib[each]) for each in ("x", "y", "width", "height"))
        assert 0 <= x <= x + wide <= WIDTH
        assert 0 <= y <= y + tall <= high
    for line in elements(picture, "text"):
        assert float(line.attrib["x"]) + float(line.attrib.get("textLength", 0)) <= WIDTH
        assert float(line.attrib["y"]) < high


@settings(max_examples=60, deadline=None)
@given(REPLIES)
def test_a_picture_shows_every_letter_of_its_messages(reply: Reply) -> None:
    messages = of_reply(reply)

    shown = "".join(written(drawn(messages)))

    said = "".join(message.text for message in messages)
    sound = said.replace("\x00", "\ufffd").replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert "".join(shown.split()) == "".join(sound.split())


def test_a_quotation_has_one_ground_and_one_bar_and_the_bold_word_stands_in_it() -> None:
    entities = [
        {"type": "blockquote", "offset": 0, "length": 9},
        {"type": "bold", "offset": 3, "length": 5},
        {"type": "italic", "offset": 10, "length": 3},
    ]

    picture = drawn([Said("On 5 May.\nLog", entities)])

    colours = [box.attrib["fill"] for box in elements(picture, "rect")]
    looks = {
        line.text: line.attrib.get("font-weight") or line.attrib.get("font-style")
        for line in elements(picture, "text")
    }
    assert (colours.count(QUOTE), colours.count(QUOTE_BAR)) == (1, 1)
    assert looks == {"On ": None, "5 May": "bold", ".": None, "Log": "italic"}


def test_buttons_stand_under_their_message_with_their_words() -> None:
    picture = drawn([Said("An answer", rows=[["Why", "Verify"], ["Copy"]]), Said("Next")])

    assert written(picture) == ["An answer", "Why", "Verify", "Copy", "Next"]
    heights = [float(line.attrib["y"]) for line in elements(picture, "text")]
    assert heights[0] < heights[1] == heights[2] < heights[3] < heights[4]


def test_the_bot_speaks_on_the_left_and_a_person_on_the_right() -> None:
    picture = drawn([Said("a"), Said("b", is_from_bot=False)])

    _, bot, person = elements(picture, "rect")
    left, right = float(bot.attrib["x"]), float(person.attrib["x"])
    assert left == WIDTH - right - float(person.attrib["width"])
    assert left < right


def test_a_reply_shows_the_start_of_what_it_replies_to() -> None:
    picture = drawn([Said("Yes.", answers="a long question " * 20)])

    above, below = written(picture)
    assert above.startswith("a long question")
    assert above.endswith("…")
    assert below == "Yes."


def test_a_file_shows_its_name_and_size_under_who_sends_it_and_above_what_is_said() -> None:
    picture = drawn([Said("Here.", speaker="Ada", file=File("a.txt", 1234), is_edited=True)])

    assert written(picture) == ["Ada", "a.txt", "1,234 bytes", "Here.", "edited"]


def test_a_notice_lies_on_a_ground_of_its_own_and_a_caption_on_none() -> None:
    said_to = drawn([notice("Noted.")])
    done = drawn([caption("Ada presses a button")])

    assert (written(said_to), len(elements(said_to, "rect"))) == (["Noted."], 2)
    assert (written(done), len(elements(done, "rect"))) == (["Ada presses a button"], 1)


def test_markup_in_a_message_is_only_text_and_the_title_is_said() -> None:
    text = draw_chat([Said("</text><script>&\x01")], 'A "chat"')

    picture = fromstring(text)  # noqa: S314 -- the picture was just made here
    assert written(picture) == ["</text><script>&\ufffd"]
    assert [title.text for title in elements(picture, "title")] == ['A "chat"']


def test_the_same_messages_give_the_same_picture() -> None:
    messages = [Said("a", rows=[["b"]]), Said("c", is_from_bot=False)]

    assert draw_chat(messages) == draw_chat(messages)
