from bot import phrases
from bot.phrases import documents as words
from tests.bot.channels.telegram.conftest import Start
from tests.bot.channels.telegram.in_process import Bot
from tests.bot.channels.telegram.talk import texts
from tests.bot_api import BotApi, Person
from tests.bot_api.faults import Fault, refused
from tests.bot_api.rules import Proceed, Reply, Request

TEXT = b"The otter bridge opens on Mondays at seven. It closes at noon for the tide."


async def test_an_administrator_adds_and_removes_a_document(
    server: BotApi, start: Start, ada: Person
) -> None:
    async with start(admins=(ada.user_id,)):
        ada.sends_document("bridge.txt", TEXT, caption="/add")
        (added,) = await ada.chat.until(1, timeout=30)
        ada.says("/remove bridge")
        _, removed = await ada.chat.until(2, timeout=30)

    assert "bridge.txt" in added.text
    assert "bridge" in removed.text
    assert removed.text != added.text
    assert server.refused == []


async def test_what_was_sent_before_is_added_by_a_reply(
    server: BotApi, start: Start, ada: Person
) -> None:
    async with start(admins=(ada.user_id,)):
        file = ada.sends_document("bridge.txt", TEXT)
        (hint,) = await ada.chat.until(1)
        ada.says("/add", reply_to=file)
        _, added = await ada.chat.until(2, timeout=30)

    assert hint.text == words.HOW_TO_ADD
    assert "bridge.txt" in added.text


async def test_nobody_else_adds_anything(server: BotApi, bot: Bot, ada: Person) -> None:
    ada.sends_document("bridge.txt", TEXT, caption="/add")
    ada.says("/remove bridge")
    ada.says("/reindex")

    assert texts(await ada.chat.until(3)) == [phrases.NOT_ADMIN] * 3
    assert server.calls_of("getFile") == []


async def test_who_may_not_ask_is_told_only_that(server: BotApi, start: Start, ada: Person) -> None:
    async with start(chats=(), admins=(4000,)) as bot:
        for _ in range(3):
            ada.sends_document("bridge.txt", TEXT, caption="/add")
        await server.until_confirmed()
        await bot.service.deliverer.until_open(0)

    assert texts(ada.chat.messages) == [phrases.not_allowed(ada.user_id)]


async def test_words_passed_on_add_nothing(server: BotApi, start: Start, ada: Person) -> None:
    async with start(admins=(ada.user_id,)):
        bob = server.world.person("Bob")
        file = bob.sends_document("bridge.txt", TEXT, caption="/add")
        ada.forwards(file)
        (post,) = await ada.chat.until(1)

    assert post.text == phrases.NOT_ADMIN
    assert server.calls_of("getFile") == []


async def test_what_telegram_does_not_hand_over_is_asked_for_again(
    server: BotApi, start: Start, ada: Person
) -> None:
    server.rules.append(Fault("getFile", refused(500, "Internal Server Error")))
    async with start(admins=(ada.user_id,)):
        ada.sends_document("bridge.txt", TEXT, caption="/add")
        (post,) = await ada.chat.until(1)

    assert post.text == words.NOT_FETCHED


async def test_what_is_too_large_is_not_fetched(server: BotApi, start: Start, ada: Person) -> None:
    async with start(admins=(ada.user_id,)):
        ada.sends_document("bridge.txt", TEXT, size=30 << 20, caption="/add")
        (post,) = await ada.chat.until(1)

    assert post.text == words.too_large(20 << 20)
    assert server.calls_of("getFile") == []


async def test_who_is_an_administrator_no_more_after_the_fetching_adds_nothing(
    server: BotApi, start: Start, ada: Person
) -> None:
    async with start() as bot:
        bot.database.rows("INSERT INTO access VALUES ('owner', ?)", ada.user_id)
        server.rules.append(Removing(bot, ada.user_id))
        ada.sends_document("bridge.txt", TEXT, caption="/add")
        (post,) = await ada.chat.until(1)

    assert post.text == phrases.NOT_ADMIN


class Removing:
    """Takes somebody's rights away while a file is fetched."""

    def __init__(self, bot: Bot, user: int) -> None:
        self.bot, self.user = bot, user

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        if request.method == "getFile":
            self.bot.database.rows("DELETE FROM access WHERE id = ?", self.user)
        return await proceed(request)
