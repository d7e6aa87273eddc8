import json

import pytest

from bot.channels.telegram.api.receiving import Reader
from bot.delivery.values import Arrival


def update(number: object, **message: object) -> dict[str, object]:
    return {"update_id": number, "message": message}


def test_a_chat_is_a_lane_and_so_is_each_topic_of_a_forum() -> None:
    private = update(1, chat={"id": 7}, text="a")
    topic = update(2, chat={"id": -5}, message_thread_id=3, is_topic_message=True)
    thread = update(3, chat={"id": -5}, message_thread_id=3)

    found = Reader().arrivals([private, topic, thread])

    assert found == [
        Arrival(1, 7, "7", json.dumps(private)),
        Arrival(2, -5, "-5:3", json.dumps(topic)),
        # A thread of replies in a group is no topic.
        Arrival(3, -5, "-5", json.dumps(thread)),
    ]


@pytest.mark.parametrize(
    "odd",
    [
        {"update_id": 1},
        {"update_id": 1, "message": None},
        {"update_id": 1, "message": [], "x": "\ud83d"},
        update(1, chat=7),
        update(1, chat={"id": "7"}),
        update(1, chat={"id": True}),
        update(1, chat={"id": 2**70}),
    ],
)
def test_what_is_of_no_chat_is_kept_by_itself(odd: dict[str, object]) -> None:
    assert Reader().arrivals([odd]) == [Arrival(1, None, "update 1", json.dumps(odd))]


@pytest.mark.parametrize(
    "worse", [None, [], "1", {}, {"update_id": "1"}, update(-1), update(2**63), update(True)]
)
def test_what_has_no_number_cannot_be_kept(worse: object) -> None:
    assert Reader().arrivals([worse]) == []


def test_a_group_keeps_its_lane_when_it_becomes_a_supergroup() -> None:
    reader = Reader()

    found = reader.arrivals(
        [
            update(1, chat={"id": -5}, migrate_to_chat_id=-1009),
            update(2, chat={"id": -1009}, migrate_from_chat_id=-5),
        ]
    )

    assert [(each.chat, each.lane) for each in found] == [(-5, "-5"), (-5, "-5")]


def test_a_move_that_is_not_worked_off_yet_is_remembered_at_the_next_start() -> None:
    reader = Reader()

    reader.remember([json.dumps(update(1, chat={"id": -5}, migrate_to_chat_id=-1009))])

    (found,) = reader.arrivals([update(2, chat={"id": -1009})])
    assert found.lane == "-5"


@pytest.mark.parametrize(
    "kind", ["message", "edited_message", "message_reaction", "my_chat_member"]
)
def test_whatever_happens_in_a_chat_keeps_its_order(kind: str) -> None:
    (found,) = Reader().arrivals([{"update_id": 1, kind: {"chat": {"id": -5}}}])

    assert (found.chat, found.lane) == (-5, "-5")


def test_a_press_belongs_to_the_chat_of_its_message() -> None:
    press = {"update_id": 1, "callback_query": {"id": "1", "message": {"chat": {"id": -5}}}}

    (found,) = Reader().arrivals([press])

    assert (found.chat, found.lane) == (-5, "-5")


def test_inline_questions_of_one_asker_come_one_after_the_other() -> None:
    (found,) = Reader().arrivals([{"update_id": 1, "inline_query": {"from": {"id": 42}}}])

    assert (found.chat, found.lane) == (42, "inline 42")
