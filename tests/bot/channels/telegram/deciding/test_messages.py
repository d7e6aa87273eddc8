"""Every message is held to the limits, whatever it is about."""

import pytest

from bot import phrases
from bot.phrases import buttons, inline
from bot.quotas import Quotas, rules
from tests.bot.channels.telegram.conftest import Start
from tests.bot.channels.telegram.in_process import BREAKS, Bot
from tests.bot.channels.telegram.talk import ANSWER, QUESTION, texts
from tests.bot_api import BotApi, Chat, Person
from tests.bot_api.detection import written

# With one question a minute a user has two commands.
LIMITS = rules(1, 0, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/settings", buttons.SETTINGS),
        ("/start q_xx", inline.BROKEN_LINK),
        ("/add", phrases.NOT_ADMIN),
        ("/open", phrases.NOT_ADMIN),
    ],
)
async def test_each_branch_counts_what_it_answers(
    server: BotApi, start: Start, ada: Person, text: str, said: str
) -> None:
    async with start(quotas=Quotas(LIMITS)) as bot:
        for _ in range(5):
            ada.says(text)
        await settled(server, bot)

    # Two answers, and one word of the limit.
    assert [each == said for each in texts(ada.chat.messages)] == [True, True, False]


async def test_a_group_is_not_told_again_and_again_who_may_forget(
    server: BotApi, start: Start, ada: Person
) -> None:
    group = server.world.supergroup("Room")
    async with start(quotas=Quotas(LIMITS)) as bot:
        for _ in range(5):
            ada.says("/forget yes", chat=group)
        await settled(server, bot)

    assert texts(group.messages)[:2] == [buttons.ONLY_ADMINS] * 2
    assert len(group.messages) == 3
    # An update is counted once, though it is looked at again once it is known who Ada is.
    assert len(server.calls_of("getChatMember")) == 2


async def test_who_is_denied_is_told_once_whatever_they_send(
    server: BotApi, start: Start, ada: Person
) -> None:
    async with start(chats=(), admins=(4000,)) as bot:
        for text in ("/add", "/remove a", "/open", "/settings", "/start q_xx", "when"):
            ada.says(text)
        await settled(server, bot)

    assert texts(ada.chat.messages) == [phrases.not_allowed(ada.user_id)]


@pytest.mark.parametrize("text", ["/FORGET yes", "\u3000/forget yes", "/Forget\u3000yes "])
async def test_a_command_in_another_dress_is_the_same_command(
    server: BotApi, bot: Bot, ada: Person, text: str
) -> None:
    group, name = server.world.supergroup("Room"), server.world.bot_json()["username"]
    ada.says(f"/ask {QUESTION}", chat=group)
    (answer,) = await group.until(1)

    ada.says(f"@{name} {text}", chat=group)
    ada.says(text, chat=group, reply_to=answer)
    question = ada.says(QUESTION, chat=group, reply_to=answer)
    await group.until(4)
    ada.edits(question, text)
    await settled(server, bot)

    assert texts(group.messages) == [ANSWER, *[buttons.ONLY_ADMINS] * 2, ANSWER]
    assert bot.database.rows("SELECT count(*) FROM turns") == [(2,)]


async def test_a_question_that_nobody_asked_the_bot_gets_no_apology(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    group = server.world.supergroup("Room", members={ada.user_id: "administrator"})
    await wants_sure_answers(server, bot, ada, group)

    ada.says(f"Was there a {BREAKS}, or what does a return ticket for the ferry cost?", chat=group)
    await settled(server, bot)

    assert texts(group.messages)[1:] == []
    assert bot.service.counts.dead == 1


async def test_who_writes_in_the_name_of_a_channel_is_held_to_what_a_user_may(
    server: BotApi, start: Start, ada: Person
) -> None:
    group, channel = server.world.supergroup("Room"), server.world.channel("News")
    mask = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
    sender = {"from": mask, "sender_chat": channel.as_json()}
    async with start(quotas=Quotas(LIMITS)) as bot:
        for _ in range(4):
            server.world.publish(group, written(f"/ask {QUESTION}"), sender=sender)
        await settled(server, bot)

    assert texts(group.messages)[0] == ANSWER
    # One answer, and one word of the limit.
    assert len(group.messages) == 2


async def wants_sure_answers(server: BotApi, bot: Bot, ada: Person, group: Chat) -> None:
    ada.says("/settings", chat=group)
    (post,) = await group.until(1)
    press = ada.presses(post.button(buttons.choice("sure", is_on=False)))
    await server.until(lambda: press.answer is not None)
    await settled(server, bot)


async def settled(server: BotApi, bot: Bot) -> None:
    """Wait until everything is received and answered."""
    await server.until_confirmed()
    await bot.service.deliverer.until_open(0)
