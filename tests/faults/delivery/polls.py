"""R18 to R20: updates do not come, come broken, or come again, and the bot goes on."""

import asyncio
import math
from collections.abc import Mapping
from typing import Any, Final

from tests.bot_api import Act, Fault, dropped, half, hung, page, refused
from tests.faults.delivery.rig import Rig
from tests.faults.delivery.sizes import Size

__all__ = ["bad_polls", "poison", "repeats"]

# Seconds in which polling must go on, and those of which the calls are counted.
RESUMED: Final = 15.0
COUNTED: Final = 2.0
# Seconds in which others are answered beside a broken update; polls a second meanwhile.
AT_ONCE: Final = 1.0
MOST_POLLS: Final = 2.0
# Minutes of 401 after which a bot must have given up, in seconds.
LONG_ENOUGH: Final = 600.0

CONFLICT: Final = "Conflict: terminated by other getUpdates request"
BAD_POLLS: Final[Mapping[str, Act]] = {
    "404": refused(404, "Not Found"),
    "401": refused(401, "Unauthorized"),
    "409": refused(409, CONFLICT),
    "502": refused(502, "Bad Gateway"),
    "page 502": page(502),
    "page 200": page(200),
    "half a body": half(),
    "dropped": dropped(),
}
POISON: Final[Mapping[str, Mapping[str, Any]]] = {
    "a message that is a number": {"message": 5},
    "a chat that is a number": {"message": {"message_id": 1, "date": 0, "chat": 5}},
    "a date in words": {
        "message": {"message_id": 1, "date": "today", "chat": {"id": 1, "type": "private"}}
    },
    "an unknown kind": {"telepathy": {"text": "why?"}},
    "a huge one": {
        "message": {
            "message_id": 1,
            "date": 0,
            "chat": {"id": 1, "type": "channel", "title": "x"},
            "text": "why? " * 60_000,
        }
    },
}


async def bad_polls(rig: Rig, size: Size) -> None:
    """Polls fail twice in each way; the bot polls again by itself."""
    acts = {**BAD_POLLS, **({"hung": hung()} if size.is_long else {})}
    await rig.bot.start()
    rig.crowd.ask()
    await rig.answered(rig.deadline)
    n_silent = 0
    for name, act in acts.items():
        fault = Fault("getUpdates", act, 1 if name == "hung" else 2)
        rig.hinder(fault)
        rig.crowd.ask()  # ends the poll that waits
        await _met(rig, fault)
        rig.crowd.ask()
        taken = await rig.answered(120.0 if name == "hung" else RESUMED)
        rig.remarks[name] = "never" if taken is None else f"{taken:.1f} s"
        rig.expect(taken is not None, f"polling does not go on after {name}")
        if taken is None:
            n_silent += rig.bot.is_running
            await rig.bot.kill()
            await rig.bot.start()
    rig.remarks["silent deaths"] = str(n_silent)
    rig.hinder()
    rig.calm()
    if size.is_long:
        await _unauthorised(rig)
    await rig.finish()


async def _met(rig: Rig, fault: Fault) -> None:
    await rig.server.world.pulse.until(lambda: bool(fault.met), timeout=RESUMED)


async def _unauthorised(rig: Rig) -> None:
    """401 for ever: the process ends with a code that says so, and the next one answers."""
    rig.hinder(Fault("getUpdates", refused(401, "Unauthorized"), None))
    rig.crowd.ask()
    code = await rig.bot.ended(LONG_ENOUGH)
    rig.remarks["401 for ever"] = "goes on" if code is None else f"exit {code}"
    rig.expect(code, f"401 for ever: exit code {code}")
    rig.hinder()
    if not rig.bot.is_running:
        await rig.bot.start()


async def poison(rig: Rig, size: Size) -> None:
    """Updates that cannot be read come between questions, which are answered all the same."""
    await rig.bot.start()
    rig.crowd.ask()
    await rig.answered(rig.deadline)
    most_polls, longest = 0.0, 0.0
    for name, content in POISON.items():
        poisoned = _tell(rig, content)
        for person in rig.crowd.people[:3]:
            rig.crowd.ask(person)
        taken = await rig.answered(5.0)
        longest = max(longest, math.inf if taken is None else taken)
        before = len(rig.server.calls_of("getUpdates"))
        await asyncio.sleep(COUNTED)
        most_polls = max(most_polls, (len(rig.server.calls_of("getUpdates")) - before) / COUNTED)
        rig.expect(taken is not None, f"{name} keeps others from being answered")
        if taken is None:
            await rig.bot.kill()
            rig.server.world.updates.forget([poisoned])
            await rig.bot.start()
            await rig.answered(rig.deadline)
    rig.remarks["others"] = f"{longest:.2f} s"
    rig.remarks["polls a second"] = f"{most_polls:.1f}"
    rig.expect(longest < AT_ONCE, f"others waited {longest:.1f} s for a broken update")
    rig.expect(most_polls <= MOST_POLLS, f"{most_polls:.0f} polls a second")
    rig.calm()
    await rig.finish()


def _tell(rig: Rig, content: Mapping[str, Any]) -> int:
    """Queue an update as it is, and return its id."""
    updates = rig.server.world.updates
    update_id, updates.next_id = updates.next_id, updates.next_id + 1
    updates.add_again({"update_id": update_id, **content}, lane=0)
    return update_id


async def repeats(rig: Rig, size: Size) -> None:
    """Updates come again, before and after a restart, and new ones come with smaller ids."""
    updates = rig.server.world.updates
    await rig.bot.start()
    posts = [rig.crowd.ask() for _ in range(10)]
    await rig.answered(rig.deadline)
    _repeat(rig)
    await _confirmed(rig)
    await rig.bot.stop()
    _repeat(rig)
    updates.next_id = posts[0].update_id - 1000
    for _ in range(5):
        rig.crowd.ask()
    await rig.bot.start()
    await rig.answered(rig.deadline)
    if rig.mode == "webhook":
        # An address is told in any order; a poll cannot ask for less than it confirmed.
        updates.next_id -= 200
        for _ in range(5):
            rig.crowd.ask()
        _repeat(rig)
    rig.calm()
    await rig.finish()


def _repeat(rig: Rig) -> None:
    """Queue every update of a question again."""
    for person in rig.crowd.people:
        for post in list(person.chat.posts.values()):
            if post.update is not None:
                rig.server.world.updates.add_again(post.update, person.user_id)


async def _confirmed(rig: Rig) -> None:
    """Wait until nothing is unconfirmed."""
    updates = rig.server.world.updates
    await rig.server.world.pulse.until(lambda: not updates.pending, timeout=rig.deadline)
