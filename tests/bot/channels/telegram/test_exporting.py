import json

from tests.bot.channels.telegram.in_process import Bot
from tests.bot.channels.telegram.talk import QUESTION, QUOTE
from tests.bot_api import BotApi, Person


async def test_a_conversation_is_sent_as_a_file(server: BotApi, bot: Bot, ada: Person) -> None:
    ada.says(QUESTION)
    await ada.chat.until(1)

    ada.says("/export json")

    _, _, post = await ada.chat.until(3)
    document = post.payload["document"]
    content = server.world.files.stored[document["file_id"]].content
    assert document["file_name"].endswith(".json")
    assert json.loads(content)[0]["quotes"][0]["text"] == QUOTE
    assert server.refused == []
