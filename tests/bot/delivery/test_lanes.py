from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.lanes import Lanes
from bot.delivery.values import Entry


def filled(*lanes: str) -> Lanes:
    """Return lanes with an entry each time a lane is named; what precedes a colon is the chat."""
    made = Lanes()
    for number, lane in enumerate(lanes):
        made.add(Entry(number, int(lane.partition(":")[0]), lane))
    return made


def taken(lanes: Lanes) -> list[int]:
    """Take what can be taken, and return the numbers."""
    entries = iter(lanes.take, None)
    return [entry.update_id for entry in entries]


def test_a_lane_gives_nothing_more_until_it_is_released() -> None:
    lanes = filled("7", "7", "8")

    first = taken(lanes)
    lanes.release("7")

    assert (first, taken(lanes)) == ([0, 2], [1])


def test_chats_take_turns_however_much_one_of_them_says() -> None:
    lanes = filled("7", "7", "7", "8", "9")

    order = []
    while (entry := lanes.take()) is not None:
        order.append(entry.update_id)
        lanes.release(entry.lane)

    # Chat 7 has its next turn after 8 and 9 had theirs.
    assert order == [0, 3, 4, 1, 2]


def test_the_topics_of_a_chat_share_its_turns() -> None:
    lanes = filled("7:1", "7:2", "8")

    # One of chat 7, then 8, then the other topic of 7.
    assert taken(lanes) == [0, 2, 1]


def test_a_lane_that_is_held_from_the_start_waits() -> None:
    lanes = Lanes()
    lanes.hold("7")
    lanes.add(Entry(0, 7, "7"))

    before = lanes.take()
    lanes.release("7")

    assert (before, taken(lanes)) == (None, [0])


@given(st.lists(st.sampled_from(["1", "2", "2:5", "2:6", "3"])), st.data())
def test_everything_comes_out_once_and_in_the_order_of_its_lane(
    names: list[str], data: st.DataObject
) -> None:
    lanes, held = filled(*names), list[str]()
    order: defaultdict[str, list[int]] = defaultdict(list)

    while lanes.n_waiting:
        if (entry := lanes.take()) is not None:
            order[entry.lane].append(entry.update_id)
            held.append(entry.lane)
        if held and (entry is None or data.draw(st.booleans())):
            lanes.release(held.pop(data.draw(st.integers(0, len(held) - 1))))

    assert sum(len(numbers) for numbers in order.values()) == len(names)
    assert all(numbers == sorted(numbers) for numbers in order.values())


def test_what_waits_is_counted_by_chat_and_what_is_taken_does_not_wait() -> None:
    lanes = filled("7:1", "7:2", "7:2", "8")

    before = [lanes.n_of(chat) for chat in (7, 8, 9)]
    taken(lanes)

    # One of each lane of chat 7 is taken, and the one of chat 8.
    assert (before, [lanes.n_of(chat) for chat in (7, 8, 9)]) == ([3, 1, 0], [1, 0, 0])


def test_what_waits_is_counted_apart_for_each_part_of_a_chat() -> None:
    lanes = Lanes()
    for number, part in enumerate(["", "", "talk"]):
        lanes.add(Entry(number, 7, "7", part))
    lanes.take()

    assert (lanes.n_of(7), lanes.n_of(7, "talk"), lanes.n_of(8)) == (1, 1, 0)
