"""Paths of what people press: every button under answers, timelines and settings."""

import time

from bot.channels.telegram.looks.buttons import Press
from bot.phrases import buttons as words
from tests.bot.channels.telegram.mill import FLOOD, MILL
from tests.bot.channels.telegram.paths import EDIT, LOOK_UP, MESSAGE, NOTICE, Act, Path, Stage
from tests.bot.channels.telegram.talk import ANSWER, QUESTION
from tests.bot_api.posts import Button

__all__ = ["PRESSED"]


def pressing(text: str, *labels: str) -> Act:
    """Let somebody new type a text and press buttons under the answer, one after the other."""

    async def act(stage: Stage) -> None:
        person = stage.newcomer()
        post = await stage.asked(person, text)
        for label in labels:
            await stage.press(person, post, label)

    return act


def pressing_made(press: Press, age: float = 0.0) -> Act:
    """Let somebody press what was made so many seconds ago, about an answer of theirs."""

    async def act(stage: Stage) -> None:
        person = stage.newcomer()
        question = person.says(QUESTION)
        await stage.settled()
        of = question.update["update_id"] if question.update else 0
        made = Press(press.action, of, press.page)
        (post,) = person.chat.messages
        await stage.press_made(person, post, made, lambda: time.time() - age)

    return act


async def back_to_the_answer(stage: Stage) -> None:
    person = stage.newcomer()
    post = await stage.asked(person, QUESTION)
    await stage.press(person, post, words.WHY)
    await stage.press(person, post, words.BACK)
    assert post.text == ANSWER


async def pressing_twice(stage: Stage) -> None:
    person = stage.newcomer()
    post = await stage.asked(person, QUESTION)
    button = post.button(words.WHY)
    person.presses(button)
    person.presses(button)


async def pressing_anothers(stage: Stage) -> None:
    room = stage.room()
    post = await stage.asked(stage.newcomer(), f"/ask {QUESTION}", room)
    await stage.press(stage.newcomer(), post, words.WHY)


async def pressing_made_up(stage: Stage) -> None:
    person = stage.newcomer()
    post = await stage.asked(person, QUESTION)
    person.presses(Button("Why", {"text": "Why", "callback_data": "why 500001"}, post))


async def pressing_forgotten(stage: Stage) -> None:
    person = stage.newcomer()
    post = await stage.asked(person, QUESTION)
    await stage.asked(person, "/forget yes")
    await stage.press(person, post, words.WHY)


async def pressing_deleted(stage: Stage) -> None:
    person = stage.newcomer()
    post = await stage.asked(person, QUESTION)
    button = post.button(words.WHY)
    person.deletes(post)
    person.presses(button)


async def pressing_in_topic(stage: Stage) -> None:
    person = stage.newcomer()
    forum = stage.world.supergroup("Forum", is_forum=True)
    person.says(f"/ask {QUESTION}", chat=forum, topic=forum.topic("Trade"))
    await stage.settled()
    (post,) = forum.messages
    await stage.press(person, post, words.CONTEXT)
    assert "Cyclists" in post.text


async def choosing_in_group(stage: Stage) -> None:
    person = stage.newcomer()
    room = stage.room(person)
    post = await stage.asked(person, "/settings", room)
    await stage.press(person, post, words.choice("sure", is_on=False))
    person.says(QUESTION, chat=room)
    person.says("Nothing to see here", chat=room)


async def choosing_as_member(stage: Stage) -> None:
    person, administrator = stage.newcomer(), stage.newcomer()
    room = stage.room(administrator)
    post = await stage.asked(administrator, "/settings", room)
    administrator.becomes(room, "member")
    await stage.press(administrator, post, words.choice("sure", is_on=False))
    await stage.press(person, post, words.choice("sure", is_on=False))


async def without_buttons(stage: Stage) -> None:
    person = stage.newcomer()
    post = await stage.asked(person, "/settings")
    await stage.press(person, post, words.choice("buttons", is_on=True))
    answer = await stage.asked(person, QUESTION)
    assert answer.buttons == []


SHOWN = (MESSAGE, NOTICE, EDIT)
TURNED = (*SHOWN, NOTICE, EDIT)
REASONS = {
    "wrong": words.WRONG,
    "incomplete": words.INCOMPLETE,
    "outdated": words.OUTDATED,
    "not asked": words.NOT_ASKED,
}
PRESSED = [
    Path("button context", pressing(QUESTION, words.CONTEXT), SHOWN, "Cyclists pay nothing"),
    Path("button context, page 2", pressing(FLOOD, words.CONTEXT, "2/2 ›"), TURNED, "‹ 1/2"),
    Path(
        "button context, page 1 again",
        pressing(FLOOD, words.CONTEXT, "2/2 ›", "‹ 1/2"),
        (*TURNED, NOTICE, EDIT),
        "2/2 ›",
    ),
    Path("button why", pressing(QUESTION, words.WHY), SHOWN, "Score"),
    Path("button verify", pressing(QUESTION, words.VERIFY), SHOWN, "1 of 1"),
    Path("button sources", pressing(QUESTION, words.SOURCES), SHOWN, "sha256"),
    Path("button answer", back_to_the_answer, TURNED, ANSWER),
    Path("button page", pressing(f"/timeline {MILL}", "2/2 ›"), SHOWN, "Page 2 of 2"),
    Path(
        "button page back", pressing(f"/timeline {MILL}", "2/2 ›", "‹ 1/2"), TURNED, "Page 1 of 2"
    ),
    Path("button helpful", pressing(QUESTION, words.HELPFUL), (MESSAGE, NOTICE), words.NOTED),
    Path("button unhelpful", pressing(QUESTION, words.NOT_HELPFUL), SHOWN, words.WHAT_IS_WRONG),
    *(
        Path(f"button {name}", pressing(QUESTION, words.NOT_HELPFUL, label), TURNED, words.NOTED)
        for name, label in REASONS.items()
    ),
    Path("button buttons", without_buttons, (*SHOWN, MESSAGE), "Buttons under answers: off"),
    Path("button sure", choosing_in_group, (*SHOWN, MESSAGE, LOOK_UP, LOOK_UP), ANSWER),
    Path(
        "callback_query: no administrator any more",
        choosing_as_member,
        (MESSAGE, NOTICE, NOTICE, LOOK_UP, LOOK_UP),
        words.ONLY_ADMINS,
    ),
    Path("callback_query: twice", pressing_twice, (*SHOWN, NOTICE)),
    Path("callback_query: another's", pressing_anothers, (MESSAGE, NOTICE), words.NOT_YOURS),
    Path("callback_query: made up", pressing_made_up, (MESSAGE, NOTICE), words.NOT_YOURS),
    Path(
        "callback_query: too old",
        pressing_made(Press("why", page=1), age=8 * 86_400),
        (MESSAGE, NOTICE),
        words.TOO_OLD,
    ),
    Path(
        "callback_query: no such page",
        pressing_made(Press("why", page=9)),
        (MESSAGE, NOTICE),
        words.NO_MORE,
    ),
    Path(
        "callback_query: forgotten", pressing_forgotten, (MESSAGE, MESSAGE, NOTICE), words.NO_MORE
    ),
    Path(
        "callback_query: the message is deleted", pressing_deleted, (MESSAGE, NOTICE), words.NO_MORE
    ),
    Path("callback_query: in a topic", pressing_in_topic, SHOWN),
]
