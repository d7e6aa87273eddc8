import pytest
from telegram import Message

from bot.channels.telegram.deciding.senders import Sender, sender_of
from tests.bot_api import Post
from tests.bot_api.world import World


@pytest.fixture
def world() -> World:
    return World(700000001)


def sender(post: Post) -> Sender:
    return sender_of(Message.de_json(post.payload, None))


def test_a_person_writes_in_private_in_a_group_or_in_a_topic(world: World) -> None:
    ada, group = world.person("Ada"), world.supergroup("Room")
    forum = world.supergroup("Forum", is_forum=True)
    topic = forum.topic("Boats")

    senders = [
        sender(ada.says("a")),
        sender(ada.says("a", chat=group)),
        sender(ada.says("a", chat=forum, topic=topic)),
        sender(ada.says("a", chat=forum)),
    ]

    assert senders == [
        Sender(ada.user_id, ada.user_id, None, is_private=True),
        Sender(group.chat_id, ada.user_id, None, is_private=False),
        Sender(forum.chat_id, ada.user_id, topic.thread_id, is_private=False),
        Sender(forum.chat_id, ada.user_id, None, is_private=False),
    ]


def test_a_reply_in_a_group_without_topics_is_in_no_topic(world: World) -> None:
    ada, group = world.person("Ada"), world.supergroup("Room")

    post = ada.says("b", chat=group, reply_to=ada.says("a", chat=group))

    assert post.payload["message_thread_id"]
    assert sender(post) == Sender(group.chat_id, ada.user_id, None, is_private=False)


def test_whoever_writes_in_the_name_of_a_chat_is_no_user(world: World) -> None:
    group, channel = world.supergroup("Room"), world.channel("News")

    anonymous = sender(group.anonymous_admin_says("a"))
    published = sender(channel.posts_in_channel("a"))

    chats = (group.chat_id, channel.chat_id)
    assert (anonymous, published) == tuple(
        Sender(chat, None, None, is_private=False, behalf=chat) for chat in chats
    )


def test_words_that_are_passed_on_are_not_the_senders_own(world: World) -> None:
    ada, bob = world.person("Ada"), world.person("Bob")
    ada.says("hello")
    written = {"text": "a", "via_bot": world.bot_json()}
    by_bot = world.publish(ada.chat, written, sender={"from": ada.as_json()})

    own = [sender(post).is_own for post in (ada.says("a"), ada.forwards(bob.says("a")), by_bot)]

    assert own == [True, False, False]


def test_each_chat_and_each_topic_is_a_conversation_of_its_own() -> None:
    senders = [
        Sender(42, 42, None, is_private=True),
        Sender(-500, 42, None, is_private=False),
        Sender(-500, 41, None, is_private=False),
        Sender(-500, 42, 7, is_private=False),
    ]

    keys = [each.conversation for each in senders]

    assert keys == ["telegram:42", "telegram:-500", "telegram:-500", "telegram:-500:7"]
