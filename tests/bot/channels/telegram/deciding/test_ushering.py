import json
from pathlib import Path

import pytest
from telegram import Bot, User

from bot.access import Access
from bot.answering import Answerer
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.moves import Moves
from bot.channels.telegram.deciding.ushering import Usher
from bot.conversation import Conversation
from bot.database import Database
from bot.delivery.values import Arrival
from bot.history import MemoryHistories
from bot.phrases.limits import TOO_MANY_OPEN
from tests.bot_api import Post
from tests.bot_api.world import World

ME = User(700000001, "Quoth", is_bot=True, username="quoth_test_bot")


@pytest.fixture
def usher(answerer: Answerer, tmp_path: Path) -> Usher:
    database = Database(tmp_path / "quoth.db")
    conversation = Conversation(answerer, MemoryHistories())
    desk = Desk(Access("*", frozenset(), database), conversation, Moves(database))
    return Usher(desk, Bot(f"{ME.id}:{'T' * 35}"), lambda: ME)


@pytest.fixture
def world() -> World:
    return World(ME.id)


def left_out(post: Post) -> Arrival:
    return Arrival(1, post.chat.chat_id, "lane", json.dumps(post.update))


def test_a_chat_is_told_in_reply_to_the_first_message_that_is_left_out(
    usher: Usher, world: World
) -> None:
    ada = world.person("Ada")
    first, second = ada.says("when"), ada.says("why")

    (letter,) = usher.notice(left_out(first))

    assert (letter.chat, letter.payload["text"]) == (ada.user_id, TOO_MANY_OPEN)
    assert letter.payload["reply_parameters"]["message_id"] == first.message_id
    assert letter.is_notice
    assert usher.notice(left_out(second)) == ()


def test_nothing_is_said_of_messages_that_are_not_meant_for_the_bot(
    usher: Usher, world: World
) -> None:
    group = world.supergroup("Room")
    talk = Arrival(1, group.chat_id, "lane", json.dumps({
        "update_id": 1,
        "message": {"message_id": 1, "date": 1, "chat": group.as_json(), "text": "good morning"},
    }))  # fmt: skip

    assert usher.notice(talk) == ()


@pytest.mark.parametrize("raw", ["", "[]", "{", '{"update_id": 1}', '{"message": 7}'])
def test_what_cannot_be_read_is_told_to_nobody(usher: Usher, raw: str) -> None:
    assert usher.notice(Arrival(1, 7, "7", raw)) == ()


def test_a_groups_new_number_is_vital_and_its_name_in_a_text_is_not(
    usher: Usher, world: World
) -> None:
    said = world.person("Ada").says('"migrate_to_chat_id": -100')
    moved = Arrival(2, -5, "-5", json.dumps({"message": {"migrate_to_chat_id": -100}}))

    assert usher.is_vital(moved)
    assert not usher.is_vital(left_out(said))


@pytest.mark.parametrize(
    ("chat", "update", "part"),
    [
        (-5, {"message": {"text": "good morning"}}, "talk"),
        (-5, {"message_reaction": {"message_id": 1}}, "talk"),
        (-5, {"message": {"text": "/ask x", "entities": [{"type": "bot_command"}]}}, ""),
        (-5, {"message": {"text": "@quoth x", "entities": [{"type": "mention"}]}}, ""),
        (-5, {"message": {"text": "x", "reply_to_message": {"from": {"id": ME.id}}}}, ""),
        (7, {"message": {"text": "good morning"}}, ""),
        (7, {"message": {"text": '"callback_query": "inline_query":'}}, ""),
        (-5, {"callback_query": {"id": "1"}}, "presses"),
        (7, {"inline_query": {"query": "ferry"}}, "inline"),
    ],
)
def test_questions_presses_typing_and_talk_each_have_a_part_of_their_own(
    usher: Usher, chat: int, update: dict[str, object], part: str
) -> None:
    arrival = Arrival(1, chat, "lane", json.dumps(update))

    assert usher.part(arrival) == part
    assert usher.is_fleeting(arrival) == (part == "inline")
