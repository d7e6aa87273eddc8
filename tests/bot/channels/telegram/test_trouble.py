import re

from structlog.testing import capture_logs

from bot import phrases
from tests.bot.channels.telegram.conftest import Start
from tests.bot.channels.telegram.in_process import BREAKS, Bot
from tests.bot.channels.telegram.talk import ANSWER, QUESTION, QUOTE, answered, texts
from tests.bot_api import BotApi, Chat, Person, Proceed, Reply, Request
from tests.bot_api.refusals import bad_request


class Refusing:
    """Refuses the next `n_left` messages to a chat, as Telegram does with a text it cannot take."""

    def __init__(self, chat: Chat, n_left: int) -> None:
        self.chat, self.n_left = chat, n_left

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        is_meant = request.parameters.get("chat_id") == self.chat.chat_id
        if request.method != "sendMessage" or not is_meant or self.n_left == 0:
            return await proceed(request)
        self.n_left -= 1
        return Reply.refusing(bad_request("can't parse the text"))


async def test_a_group_that_becomes_a_supergroup_is_answered_there(
    server: BotApi, start: Start, ada: Person
) -> None:
    group = server.world.group("Room")
    ada.says(f"/ask {QUESTION}", chat=group)
    successor = group.migrates()
    ada.says("/sources", chat=successor)

    with capture_logs() as logs:
        async with start(chats=frozenset({group.chat_id})):
            posts = await successor.until(2)

    assert posts[0].text == ANSWER
    assert "reply_to_message" not in posts[0].payload  # the question has another number there
    assert posts[1].text.startswith("Ferry Kestrel sails again, 2021-09-14")
    assert answered(posts[1]) == "/sources"
    assert server.faults == []
    (warning,) = [line for line in logs if line["log_level"] == "warning"]
    assert (warning["old"], warning["new"]) == (group.chat_id, successor.chat_id)


async def test_somebody_who_blocks_the_bot_disturbs_nobody(
    server: BotApi, start: Start, ada: Person
) -> None:
    bob = server.world.person("Bob")
    bob.says(QUESTION)
    bob.blocks_bot()
    ada.says(QUESTION)

    with capture_logs() as logs:
        async with start():
            posts = await ada.chat.until(1)

    assert texts(posts) == [ANSWER]
    assert [line["event"] for line in logs if line["log_level"] != "info"] == []
    assert server.faults == []


async def test_a_message_that_telegram_refuses_is_logged_and_told_under_one_number(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    bob = server.world.person("Bob")
    server.rules += [Refusing(ada.chat, 1), Refusing(bob.chat, 2)]

    with capture_logs() as logs:
        for person in (ada, bob, ada, bob):
            person.says(QUESTION)
        posts = [*await ada.chat.until(2), *await bob.chat.until(1)]

    errors = [line for line in logs if line["log_level"] == "error"]
    assert len(errors) == 2
    assert texts(posts) == [phrases.broken(errors[0]["reference"]), ANSWER, ANSWER]
    # Bob could not even be told.
    (untold,) = [line for line in logs if line["log_level"] == "warning"]
    assert untold["reference"] == errors[1]["reference"]


async def test_a_failure_is_one_honest_line_with_the_number_it_is_logged_under(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    with capture_logs() as logs:
        ada.says(f"Where is the {BREAKS}?")
        ada.says(QUESTION)
        posts = await ada.chat.until(2)

    (error,) = [line for line in logs if line["log_level"] == "error"]
    assert texts(posts) == [phrases.broken(error["reference"]), ANSWER]
    assert re.fullmatch(r"[0-9a-f]{8}", error["reference"])
    assert str(error["exc_info"]) == "the disk is full"


async def test_a_question_that_is_deleted_is_answered_all_the_same(
    server: BotApi, start: Start, ada: Person
) -> None:
    ada.deletes(ada.says(QUESTION))

    async with start():
        (post,) = await ada.chat.until(1)

    assert post.text == ANSWER
    assert "reply_to_message" not in post.payload
    assert server.refused == []


async def test_a_question_with_half_a_character_is_a_question(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    ada.says(f"{QUESTION} \ud83d")

    (post,) = await ada.chat.until(1)

    assert QUOTE in post.text
    assert server.refused == []
