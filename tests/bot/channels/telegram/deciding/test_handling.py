from bot import phrases
from bot.phrases import keeping
from bot.phrases.keeping import privacy
from bot.retention import RETENTION_DAYS
from tests.bot.channels.telegram.conftest import Start
from tests.bot.channels.telegram.in_process import BREAKS, Bot
from tests.bot.channels.telegram.talk import ANSWER, QUESTION, QUOTE, answered, texts
from tests.bot_api import BotApi, Person

PRIVACY = keeping.privacy(RETENTION_DAYS)


async def test_a_private_question_is_answered_in_quotes_that_look_like_quotes(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    ada.says(QUESTION)

    (post,) = await ada.chat.until(1)

    assert post.text == ANSWER
    assert post.marked("blockquote") == [QUOTE]
    assert post.marked("italic") == [ANSWER.removeprefix(f"{QUOTE}\n")]
    assert post.marked("bold") == ["return", "ticket", "ferry", "costs"]
    assert answered(post) == QUESTION
    assert ada.chat.actions == ["typing"]
    assert post.payload["link_preview_options"] == {"is_disabled": True}
    assert server.refused == []


async def test_a_group_hears_only_answers_to_what_is_meant_for_the_bot(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    group = server.world.group("Room")
    for text in ("hello", f"/ask {QUESTION}", "/start", "/ask@other_bot no", "@quoth_test_bot /x"):
        ada.says(text, chat=group)
    ada.sends_photo(caption="/ask", chat=group)
    ada.says("/help@quoth_test_bot", chat=group)

    posts = await group.until(3)
    ada.says("/privacy", chat=group, reply_to=posts[0])
    posts = await group.until(4)

    assert texts(posts) == [ANSWER, phrases.UNKNOWN_COMMAND, phrases.HELP, privacy(RETENTION_DAYS)]
    assert len(group.actions) == 4
    assert server.refused == []


async def test_what_is_no_text_gets_one_line_in_private_and_none_in_a_group(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    group = server.world.group("Room")
    for chat in (group, ada.chat):
        ada.sends_photo(chat=chat)
        ada.sends_voice(chat=chat)
        ada.sends_sticker(chat=chat)
        ada.sends_document("notes.txt", b"notes", chat=chat)
        ada.sends_location(52.5, 13.4, chat=chat)
    ada.says("/privacy", chat=group)

    await group.until(1)

    assert texts(await ada.chat.until(5)) == [phrases.TEXT_ONLY] * 5
    assert texts(group.messages) == [privacy(RETENTION_DAYS)]
    assert server.refused == []


async def test_an_album_gets_one_line(server: BotApi, bot: Bot, ada: Person) -> None:
    album = server.world.files.photo(b"a photo") | {"media_group_id": "7"}
    for _ in range(3):
        server.world.publish(ada.chat, album, sender={"from": ada.as_json()})
    ada.says("/privacy")

    assert texts(await ada.chat.until(2)) == [phrases.TEXT_ONLY, privacy(RETENTION_DAYS)]


async def test_what_a_channel_publishes_gets_no_answer(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    channel = server.world.channel("News")
    post = channel.posts_in_channel("/ask when")
    server.world.updates.add("channel_post", post.payload, channel.chat_id)
    ada.says("/privacy")

    await ada.chat.until(1)

    assert channel.messages == []


async def test_a_topic_is_answered_in_itself_and_has_its_own_history(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    forum = server.world.supergroup("Forum", is_forum=True)
    boats, tickets = forum.topic("Boats"), forum.topic("Tickets")
    ada.says("/ask When did the Kestrel resume its crossings?", chat=forum, topic=boats)
    ada.says("/ask and what does a ticket for it cost?", chat=forum, topic=tickets)
    ada.says("/ask and what does a ticket for it cost?", chat=forum, topic=boats)

    posts = await forum.until(3)

    # Topics do not wait for each other, so they are looked at one by one.
    first, third = (p for p in posts if p.payload["message_thread_id"] == boats.thread_id)
    (second,) = (p for p in posts if p.payload["message_thread_id"] == tickets.thread_id)
    typed = [call.parameters["message_thread_id"] for call in server.calls_of("sendChatAction")]
    assert sorted(typed) == [boats.thread_id, boats.thread_id, tickets.thread_id]
    assert not first.text.startswith("Understood as")
    assert not second.text.startswith("Understood as")
    assert third.text.startswith("Understood as: and what does a ticket for it cost? Kestrel")
    assert server.refused == []


async def test_who_may_not_ask_hears_it_once_and_sees_no_typing(
    server: BotApi, start: Start, ada: Person
) -> None:
    group, owner = server.world.group("Room"), server.world.person("Olga")
    async with start(chats=frozenset(), admins=frozenset({owner.user_id, 1087968824})) as bot:
        ada.says("hello")
        ada.sends_photo()
        ada.says(f"/ask {QUESTION}", chat=group)
        group.anonymous_admin_says(f"/ask {QUESTION}")
        ada.says("hello again")
        await server.until_confirmed()
        await bot.service.deliverer.until_open(0)
        owner.says("/open")
        await owner.chat.until(1)
        ada.says(QUESTION)
        posts = await ada.chat.until(2)

    assert texts(posts) == [phrases.not_allowed(ada.user_id), ANSWER]
    assert group.messages == []
    assert (group.actions, ada.chat.actions) == ([], ["typing"])


async def test_the_owner_pairs_and_opens_the_bot(server: BotApi, start: Start, ada: Person) -> None:
    bob = server.world.person("Bob")
    async with start(chats=frozenset()) as bot:
        ada.starts(str(bot.access.pairing_code))
        bob.says(QUESTION)
        await bob.chat.until(1)
        ada.says("/open")
        await ada.chat.until(2)
        bob.says(QUESTION)
        await bob.chat.until(2)
        ada.says("/close")

        posts = await ada.chat.until(3), await bob.chat.until(2)

    assert texts(posts[0]) == [phrases.PAIRED, phrases.OPENED, phrases.CLOSED]
    assert texts(posts[1]) == [phrases.not_allowed(bob.user_id), ANSWER]


async def test_the_history_outlives_the_bot(server: BotApi, start: Start, ada: Person) -> None:
    async with start():
        ada.says(QUESTION)
        await ada.chat.until(1)

    async with start():
        ada.says("/sources")
        posts = await ada.chat.until(2)

    assert posts[1].text.startswith("Ferry Kestrel sails again, 2021-09-14")


async def test_one_thread_does_all_that_touches_the_database(
    server: BotApi, start: Start, ada: Person
) -> None:
    group = server.world.group("Room")
    # The settings name no chat, so that the database is asked who may ask.
    async with start(chats=frozenset(), admins=frozenset({ada.user_id})) as bot:
        for text in (QUESTION, "/sources", "/open", f"{BREAKS}?"):
            ada.says(text)
        ada.sends_photo()
        ada.says("/ask", chat=group)
        group.migrates()
        ada.says("/close")
        await ada.chat.until(6)

        threads = bot.database.threads

    assert threads == {"desk_0"}
