"""Paths of all else: reactions, edits, files, groups, comings and goings."""

from bot import phrases
from bot.phrases import documents
from tests.bot.channels.telegram.mill import QUARRY
from tests.bot.channels.telegram.paths import (
    DELETION,
    EDIT,
    LEAVE,
    MESSAGE,
    Act,
    Path,
    Stage,
)
from tests.bot.channels.telegram.talk import ANSWER, QUESTION

__all__ = ["AROUND"]


def reacting(emoji: str, verdict: str) -> Act:
    async def act(stage: Stage) -> None:
        person = stage.newcomer()
        post = await stage.asked(person, QUESTION)
        person.reacts(post, emoji)
        stage.newcomer().reacts(post, emoji)
        await stage.settled()
        found = stage.rows("SELECT user, verdict FROM feedback ORDER BY rowid DESC LIMIT 1")
        assert found == [(person.user_id, verdict)]

    return act


def editing(before: str, after: str) -> Act:
    async def act(stage: Stage) -> None:
        person = stage.newcomer()
        post = person.says(before)
        await stage.settled()
        person.edits(post, after)

    return act


async def editing_in_channel(stage: Stage) -> None:
    channel = stage.world.channel("News")
    post = channel.posts_in_channel(QUESTION)
    stage.newcomer().edits(post, f"/ask {QUESTION}")


async def sending_everything(stage: Stage) -> None:
    person = stage.newcomer()
    person.sends_photo(caption=QUESTION)
    person.sends_voice()
    person.sends_sticker()
    person.sends_location(50.5, 4.25)
    person.sends_document("a.txt", b"bytes")
    await stage.settled()
    assert [post.text for post in person.chat.messages] == [phrases.TEXT_ONLY] * 5


async def sending_everything_to_a_group(stage: Stage) -> None:
    person, room = stage.newcomer(), stage.room()
    person.sends_photo(caption=QUESTION, chat=room)
    person.sends_voice(chat=room)
    person.sends_sticker(chat=room)
    person.sends_document("a.txt", b"bytes", caption="/add", chat=room)


async def offering(stage: Stage) -> None:
    stage.owner.sends_document("a.txt", b"bytes")


async def forwarding(stage: Stage) -> None:
    person = stage.newcomer()
    stage.newcomer().forwards(person.says(QUESTION))


async def talking(stage: Stage) -> None:
    person, room = stage.newcomer(), stage.room()
    person.says("Lovely weather today", chat=room)
    person.says(QUESTION, chat=room)


async def mentioning(stage: Stage) -> None:
    stage.newcomer().says(f"@quoth_test_bot {QUESTION}", chat=stage.room())


async def replying(stage: Stage) -> None:
    person, room = stage.newcomer(), stage.room()
    post = await stage.asked(person, "/help", room)
    person.says(QUESTION, chat=room, reply_to=post)


async def asking_in_topics(stage: Stage) -> None:
    person = stage.newcomer()
    forum = stage.world.supergroup("Forum", is_forum=True)
    topics = [forum.topic("Trade"), forum.topic("Travel")]
    for topic in topics:
        person.says(f"/ask {QUESTION}", chat=forum, topic=topic)
    await stage.settled()
    places = {post.payload["message_thread_id"] for post in forum.messages}
    assert places == {topic.thread_id for topic in topics}


async def exporting_in_topic(stage: Stage) -> None:
    person = stage.newcomer()
    forum = stage.world.supergroup("Forum", is_forum=True)
    topic = forum.topic("Trade")
    for text in (f"/ask {QUESTION}", "/export@quoth_test_bot"):
        person.says(text, chat=forum, topic=topic)
        await stage.settled()
    assert {post.payload["message_thread_id"] for post in forum.messages} == {topic.thread_id}


async def posting(stage: Stage) -> None:
    stage.world.channel("News").posts_in_channel(f"/ask {QUESTION}")


async def migrating(stage: Stage) -> None:
    person = stage.newcomer()
    old = stage.world.group("Room")
    await stage.asked(person, f"/ask {QUESTION}", old)
    person.says("/sources", chat=old.migrates())


async def coming_and_going(stage: Stage) -> None:
    person, room = stage.newcomer(), stage.room()
    person.joins(room)
    person.becomes(room, "administrator")
    person.leaves(room)
    person.removes_bot(room)
    person.adds_bot(room)
    person.adds_bot(room, status="administrator")


async def joining_where_denied(stage: Stage) -> None:
    room = stage.room()
    await stage.asked(stage.owner, f"/deny {room.chat_id}")
    stage.newcomer().removes_bot(room)
    stage.newcomer().adds_bot(room)
    await stage.settled()
    assert room.bot_status == "left"


async def joining_where_denied_by_the_owner(stage: Stage) -> None:
    room = stage.room()
    await stage.asked(stage.owner, f"/deny {room.chat_id}")
    stage.owner.removes_bot(room)
    stage.owner.adds_bot(room)


async def blocking(stage: Stage) -> None:
    person = stage.newcomer()
    await stage.asked(person, "/help")
    person.blocks_bot()
    await stage.settled()
    person.unblocks_bot()


async def asking_where_denied(stage: Stage) -> None:
    person = stage.newcomer()
    await stage.asked(stage.owner, f"/deny {person.user_id}")
    person.says(QUESTION)
    person.says(QUESTION)


ONE, NONE = (MESSAGE,), ()
AROUND = [
    Path("message_reaction: for it", reacting("👍", "helpful"), ONE),
    Path("message_reaction: against it", reacting("👎", "not helpful"), ONE),
    Path("edited_message: another question", editing("ferry", QUESTION), (MESSAGE, EDIT), ANSWER),
    Path("edited_message: the same", editing(QUESTION, QUESTION), ONE),
    Path(
        "edited_message: more messages",
        editing(QUESTION, f"/timeline {QUARRY}"),
        (MESSAGE, EDIT, MESSAGE),
        "Elm quarry",
    ),
    Path(
        "edited_message: fewer messages",
        editing(f"/timeline {QUARRY}", QUESTION),
        (MESSAGE, MESSAGE, EDIT, DELETION),
        ANSWER,
    ),
    Path("edited_message: a command", editing("/help", "/forget yes"), ONE, phrases.HELP),
    Path("edited_message: a command in capitals", editing(QUESTION, "\u3000/FORGET yes"), ONE),
    Path("channel: a post that is edited", editing_in_channel, NONE),
    Path("channel: a post", posting, NONE),
    Path("file: photo, voice, sticker, place, document", sending_everything, (MESSAGE,) * 5),
    Path("file: in a group", sending_everything_to_a_group, NONE),
    Path("file: an administrator's", offering, ONE, documents.HOW_TO_ADD),
    Path("message: passed on", forwarding, (MESSAGE, MESSAGE), ANSWER),
    Path("group: talk", talking, NONE),
    Path("group: a mention", mentioning, ONE, ANSWER),
    Path("group: a reply to the bot", replying, (MESSAGE, MESSAGE), ANSWER),
    Path("group: topics", asking_in_topics, (MESSAGE, MESSAGE), ANSWER),
    Path("group: a file into a topic", exporting_in_topic, (MESSAGE, MESSAGE, "sendDocument")),
    Path("group: it migrates", migrating, (MESSAGE, MESSAGE), "Ferry Kestrel sails again"),
    Path("my_chat_member: comings and goings", coming_and_going, NONE),
    Path("my_chat_member: where denied", joining_where_denied, (MESSAGE, LEAVE)),
    Path(
        "my_chat_member: where denied, by an administrator",
        joining_where_denied_by_the_owner,
        (MESSAGE, MESSAGE),
        "The number of this chat",
    ),
    Path("my_chat_member: blocked", blocking, ONE),
    Path("access: denied", asking_where_denied, (MESSAGE, MESSAGE), "only where its owner"),
]
