import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacing import Limits, Pace
from bot.delivery.stopping import Stop, Stopped


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def pace_of(clock: Clock, limits: Limits | None, stopping: asyncio.Event | None = None) -> Pace:
    return Pace(limits, Stop(stopping or asyncio.Event()), clock)


def test_a_chat_may_say_three_things_at_once_and_then_one_a_second() -> None:
    clock = Clock()
    pace = pace_of(clock, Limits())

    moments = [pace.reserve(7) - clock.now for _ in range(5)]

    assert moments == [0, 0, 0, 1, 2]


def test_a_chat_that_was_quiet_may_say_three_things_again() -> None:
    clock = Clock()
    pace = pace_of(clock, Limits())
    for _ in range(3):
        pace.reserve(7)

    clock.now += 3
    moments = [pace.reserve(7) - clock.now for _ in range(4)]

    assert moments == [0, 0, 0, 1]


def test_chats_do_not_wait_for_each_other() -> None:
    clock = Clock()
    pace = pace_of(clock, Limits())
    for _ in range(10):
        pace.reserve(7)

    assert pace.reserve(8) == clock.now


def test_without_limits_everything_may_go_at_once() -> None:
    clock = Clock()
    pace = pace_of(clock, None)

    assert {pace.reserve(7) for _ in range(100)} == {clock.now}


@given(st.lists(st.floats(0, 30), max_size=80))
def test_a_group_never_hears_more_than_its_share_of_any_minute(pauses: list[float]) -> None:
    clock = Clock()
    pace = pace_of(clock, Limits())

    moments = []
    for pause in pauses:
        clock.now += pause
        moments.append(pace.reserve(-5))

    # Between a message and the twentieth after it there is a minute.
    assert all(
        later - first >= 60 - 1e-6 for first, later in zip(moments, moments[20:], strict=False)
    )
    assert all(second >= first for first, second in pairwise(moments))


async def test_answers_go_before_notices() -> None:
    clock = Clock()
    pace, gone = pace_of(clock, Limits(overall=100.0)), list[str]()

    async def go(name: str, chat: int, *, is_notice: bool) -> None:
        await pace.turn(chat, is_notice=is_notice)
        gone.append(name)

    async with asyncio.TaskGroup() as tasks:
        for chat in range(2):  # two go at once, whatever they are
            tasks.create_task(go("first", chat, is_notice=True))
        await asyncio.sleep(0)
        tasks.create_task(go("notice", 7, is_notice=True))
        tasks.create_task(go("answer", 8, is_notice=False))
        await asyncio.sleep(0)
        clock.now += 1

    assert gone == ["first", "first", "answer", "notice"]


async def test_a_halt_of_a_chat_holds_up_nobody_else() -> None:
    clock, stopping = Clock(), asyncio.Event()
    pace = pace_of(clock, None, stopping)
    pace.halt(7, 30)

    await asyncio.wait_for(pace.turn(8), 1)
    stopping.set()

    with pytest.raises(Stopped):
        await pace.turn(7)


async def test_when_two_chats_are_halted_all_are() -> None:
    clock, stopping = Clock(), asyncio.Event()
    pace = pace_of(clock, None, stopping)
    pace.halt(7, 30)
    pace.halt(8, 30)
    stopping.set()

    with pytest.raises(Stopped):
        await pace.turn(9)


async def test_whoever_waits_is_let_go_of_at_the_stop() -> None:
    stopping = asyncio.Event()
    pace = pace_of(Clock(), Limits(), stopping)
    waiting = [asyncio.ensure_future(pace.turn(chat)) for chat in range(5)]
    await asyncio.sleep(0)

    stopping.set()
    pace.close()
    ends = await asyncio.gather(*waiting, return_exceptions=True)

    # Two went at once.
    assert [type(end) for end in ends] == [type(None)] * 2 + [Stopped] * 3
