from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.database import Database
from bot.delivery.crowding import Crowding, Kept
from bot.delivery.inbox import Inbox
from bot.delivery.outbox import Outbox
from bot.delivery.values import Arrival, Entry, Letter, Slip
from tests.bot.delivery.carrying import arrival


@dataclass(slots=True)
class Doorman:
    """Knows vital things by their text, and tells each chat once."""

    told: set[int | None] = field(default_factory=set)

    def is_vital(self, arrival: Arrival) -> bool:
        return "vital" in arrival.raw

    def part(self, arrival: Arrival) -> str:
        return "talk" if "talk" in arrival.raw else ""

    def is_fleeting(self, arrival: Arrival) -> bool:
        return "fleeting" in arrival.raw

    def notice(self, arrival: Arrival) -> Sequence[Letter]:
        if arrival.chat in self.told:
            return ()
        self.told.add(arrival.chat)
        return [Letter(arrival.chat or 0, "sendMessage", {"text": "too many"}, is_notice=True)]


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "quoth.db")


def crowding(database: Database, most: int = 2) -> Crowding:
    return Crowding(Inbox(database), Outbox(database), Doorman(), most=most)


def nobody(chat: int, part: str) -> int:
    return 0


def test_what_exceeds_the_part_of_its_chat_is_settled_and_told_of_once(
    database: Database,
) -> None:
    batch = [arrival(number) for number in range(1, 6)] + [arrival(6, chat=8)]

    excess = crowding(database).excess(batch, lambda chat, part: {7: 1}.get(chat, 0))
    kept = crowding(database).keep(batch, excess)

    # One of chat 7 waits already, so that one more makes two.
    assert excess == {2, 3, 4, 5}
    assert kept == Kept([Entry(1, 7, "7"), Entry(6, 8, "8")], 4, [Slip(1, 7, is_notice=True)])
    rows = database.rows("SELECT update_id, state, raw = '' FROM inbox WHERE update_id <= 3")
    assert rows == [(1, "new", 0), (2, "done", 1), (3, "done", 1)]


def test_what_was_left_out_and_comes_again_is_not_new_and_not_told_of(database: Database) -> None:
    crowd = crowding(database)

    first = crowd.keep([arrival(1)], {1})
    again = [crowd.keep([arrival(1)], {1}), crowd.keep([arrival(1)], ())]

    assert first.n_left_out == 1
    assert again == [Kept([], 0, []), Kept([], 0, [])]


def test_what_is_open_and_comes_again_when_its_chat_is_full_stays_open(database: Database) -> None:
    crowd = crowding(database)
    crowd.keep([arrival(1)], ())

    again = crowd.keep([arrival(1)], {1})

    assert again == Kept([], 0, [])
    assert Inbox(database).open() == [Entry(1, 7, "7")]


def test_what_is_vital_and_what_is_of_no_chat_is_never_left_out(database: Database) -> None:
    batch = [arrival(1), arrival(2), arrival(3), arrival(4, text="vital")]
    homeless = [Arrival(number, None, f"update {number}", "{}") for number in (5, 6, 7)]

    assert crowding(database).excess([*batch, *homeless], nobody) == {3}


def test_talk_takes_no_room_of_questions(database: Database) -> None:
    talk = [arrival(number, text="talk") for number in (1, 2, 3)]
    crowd = crowding(database)

    excess = crowd.excess([*talk, arrival(4)], nobody)
    kept = crowd.keep([*talk, arrival(4)], excess)

    assert excess == {3}
    parts = [Entry(1, 7, "7", "talk"), Entry(2, 7, "7", "talk"), Entry(4, 7, "7")]
    assert kept.new == parts


def test_of_what_is_fleeting_only_the_newest_of_a_lane_is_kept(database: Database) -> None:
    batch = [arrival(1, text="fleeting"), arrival(2, chat=8, text="fleeting")]
    later = [arrival(3, text="fleeting"), arrival(4)]

    assert crowding(database).excess([*batch, *later], nobody) == {1}


def test_without_a_part_nothing_is_left_out(database: Database) -> None:
    batch = [arrival(number) for number in range(200)]
    without_usher = Crowding(Inbox(database), Outbox(database), most=1)

    assert crowding(database, most=0).excess(batch, nobody) == frozenset()
    assert without_usher.excess(batch, nobody) == frozenset()


@given(st.lists(st.sampled_from([7, 8, 9])), st.dictionaries(st.sampled_from([7, 8]), st.just(3)))
def test_no_chat_has_more_waiting_than_its_part_and_none_goes_without_for_another(
    chats: list[int], waiting: dict[int, int]
) -> None:
    most = 5
    crowd = Crowding(None, None, Doorman(), most=most)  # type: ignore[arg-type]  # neither is used
    batch = [arrival(number, chat) for number, chat in enumerate(chats)]

    left_out = crowd.excess(batch, lambda chat, part: waiting.get(chat, 0))

    n_asked = Counter(chats)
    n_left_out = Counter(chats[number] for number in left_out)
    for chat in n_asked:
        room = most - waiting.get(chat, 0)
        assert n_left_out[chat] == max(0, n_asked[chat] - room)
