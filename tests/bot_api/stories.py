"""One story in which everything happens that people and a bot can do here."""

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputFile,
    InputTextMessageContent,
    LinkPreviewOptions,
    MenuButtonCommands,
    MessageEntity,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)

from . import BotApi, Chat, Person

__all__ = ["tell_everything"]

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])


async def tell_everything(server: BotApi, bot: Bot) -> None:
    """Let people and the bot do everything once; the updates stay unconfirmed."""
    await bot.get_updates(allowed_updates=Update.ALL_TYPES)
    ada = server.world.person("Ada", username="ada_l")
    forum = server.world.supergroup("Forum", username="forum", is_forum=True)
    room = server.world.group("Room")
    _people_write(server, ada, room, forum)
    _people_come_and_go(server, ada, room)
    await _the_bot_speaks(bot, ada)
    await _the_bot_is_asked(server, bot, ada)
    await _the_bot_introduces_itself(bot, ada)
    await _the_bot_looks_around(bot, ada, forum)
    await bot.set_webhook("https://127.0.0.1:9/")
    await bot.get_webhook_info()
    await bot.delete_webhook()
    ada.blocks_bot()
    room.migrates()
    await bot.leave_chat(forum.chat_id)


def _people_write(server: BotApi, ada: Person, room: Chat, forum: Chat) -> None:
    first = ada.starts("CODE")
    ada.says("why @quoth_test_bot", chat=room)
    ada.says("see https://a.example", reply_to=first, quote="/start")
    ada.edits(first, "/ask again")
    ada.reacts(first, "👍")
    ada.sends_photo(caption="at @ada_l")
    ada.sends_sticker()
    ada.sends_voice()
    ada.sends_document("a.txt", b"bytes", caption="read")
    ada.sends_location(50.5, 4.25)
    ada.forwards(first, chat=room)
    topic = forum.topic("Trade")
    ada.says("in a topic", chat=forum, topic=topic)
    topic.closes()
    ada.forwards(forum.anonymous_admin_says("/settings"))
    news = server.world.channel("News").posts_in_channel("news")
    ada.edits(news, "newer news")
    ada.forwards(news)


def _people_come_and_go(server: BotApi, ada: Person, room: Chat) -> None:
    bob = server.world.person("Bob")
    bob.joins(room)
    bob.becomes(room, "administrator")
    bob.leaves(room)
    ada.becomes(room, "creator")
    ada.removes_bot(room)
    ada.adds_bot(room)
    ada.adds_bot(room, status="administrator")


async def _the_bot_speaks(bot: Bot, ada: Person) -> None:
    await bot.send_chat_action(ada.user_id, "typing")
    theirs = ada.says("it ends in May")
    said = await bot.send_message(
        ada.user_id,
        "it ends",
        entities=[MessageEntity("expandable_blockquote", 0, 7)],
        reply_parameters=ReplyParameters(theirs.message_id, quote="in May", quote_position=8),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_markup=KEYBOARD,
    )
    await bot.send_document(
        ada.user_id,
        InputFile(b"# in May", "talk.md"),
        caption="it ends",
        caption_entities=[MessageEntity("bold", 0, 2)],
        reply_parameters=ReplyParameters(theirs.message_id),
        reply_markup=KEYBOARD,
    )
    await bot.edit_message_text("in May", ada.user_id, said.message_id, reply_markup=KEYBOARD)
    press = ada.presses(ada.chat.posts[said.message_id].button("More"))
    await bot.answer_callback_query(press.query_id, "done")
    await bot.edit_message_reply_markup(ada.user_id, said.message_id)
    await bot.set_message_reaction(ada.user_id, theirs.message_id, "👍")
    for markup in (ForceReply(input_field_placeholder="why"), ReplyKeyboardRemove()):
        await bot.send_message(ada.user_id, "yes", reply_markup=markup)
    await bot.delete_message(ada.user_id, said.message_id)


async def _the_bot_is_asked(server: BotApi, bot: Bot, ada: Person) -> None:
    question = ada.inline("when", chat_type="supergroup")
    content = InputTextMessageContent("in May", entities=[MessageEntity("blockquote", 0, 6)])
    article = InlineQueryResultArticle("1", "May", content, reply_markup=KEYBOARD)
    await bot.answer_inline_query(question.query_id, [article], cache_time=5, is_personal=True)
    message = ada.chooses(question, "1")
    ada.presses(message.buttons[0])
    await bot.edit_message_text("in June", inline_message_id=message.inline_message_id)


async def _the_bot_introduces_itself(bot: Bot, ada: Person) -> None:
    scope = BotCommandScopeChat(ada.user_id)
    await bot.set_my_commands([BotCommand("ask", "ask a question")], scope=scope)
    await bot.get_my_commands(scope=scope)
    await bot.delete_my_commands(scope=scope)
    await bot.set_my_name("Quoth")
    await bot.get_my_name()
    await bot.set_my_description("quotes")
    await bot.get_my_description()
    await bot.set_my_short_description("quotes")
    await bot.get_my_short_description()
    await bot.set_chat_menu_button(ada.user_id, MenuButtonCommands())


async def _the_bot_looks_around(bot: Bot, ada: Person, forum: Chat) -> None:
    await bot.get_me()
    await bot.get_chat(forum.chat_id)
    await bot.get_chat("@forum")
    await bot.get_chat_member(forum.chat_id, ada.user_id)
    await bot.get_chat_administrators(forum.chat_id)
    sent = ada.sends_document("b.txt", b"bytes")
    await bot.get_file(sent.payload["document"]["file_id"])
