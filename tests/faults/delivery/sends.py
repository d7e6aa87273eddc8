"""R16, R17: the server refuses messages for a while, or leaves it unknown what became of them."""

import math
import time
from collections.abc import Mapping
from typing import Final

from tests.bot_api import Act, Fault, Person, dropped, half, hung, page, refused
from tests.faults.delivery.rig import Rig
from tests.faults.delivery.sizes import Size

__all__ = ["floods", "unknown_outcomes"]

# Seconds that the server tells a bot to wait, and those in which others are answered meanwhile.
HALT: Final = 3
AT_ONCE: Final = 2.0
# Seconds from a refusal to the moment when the bot has read it.
READING: Final = 0.05
# Questions a second, and the share of the messages that each fault meets.
RATE: Final = 10.0
SHARE: Final = 0.05

TOO_MANY: Final = "Too Many Requests: retry after"
UNKNOWN: Final[Mapping[str, Act]] = {
    "500": refused(500, "Internal Server Error"),
    "502 applied": page(502, applied=True),
    "504 applied": refused(504, "Gateway Timeout", applied=True),
    "dropped": dropped(),
    "dropped applied": dropped(applied=True),
    "half applied": half(applied=True),
}


async def floods(rig: Rig, size: Size) -> None:
    """429 for one chat, with and without parameters, then for whoever comes first."""
    await rig.bot.start()
    rig.crowd.ask()
    await rig.answered(rig.deadline)
    first, second, *others = rig.crowd.people
    halting = refused(429, f"{TOO_MANY} {HALT}", parameters={"retry_after": HALT})
    fault = Fault("sendMessage", halting, chat_id=first.user_id)
    n_early = await _flood(rig, first, others, fault)
    rig.expect(n_early == 0, f"{n_early} messages to a chat during its halt")
    mute = Fault("sendMessage", refused(429, TOO_MANY), 2, chat_id=second.user_id)
    await _flood(rig, second, others[5:], mute)
    rig.hinder(Fault("sendMessage", halting, 3))
    for person in others[:5]:
        rig.crowd.ask(person)
    rig.calm()
    await rig.finish()


async def _flood(rig: Rig, halted: Person, others: list[Person], fault: Fault) -> int:
    """Halt one chat, expect no delay elsewhere; return the messages to it during the halt."""
    rig.hinder(fault)
    rig.crowd.ask(halted)
    await rig.server.world.pulse.until(lambda: bool(fault.met), timeout=rig.deadline)
    start = time.monotonic()
    asked = [rig.crowd.ask(person) for person in (halted, *others[:5])][1:]
    await rig.answered(HALT + 0.5)
    chats = {each.chat for each in asked}
    seen = [each for each in rig.witness.sendings if each.arrived >= start]
    halt = (start + READING, start + HALT)
    n_early = sum(each.chat == halted.user_id and halt[0] < each.arrived < halt[1] for each in seen)
    done = [each.applied - start for each in seen if each.chat in chats and each.applied]
    others_at = max(done, default=math.inf) if len(done) == len(asked) else math.inf
    rig.remarks[f"others while {halted.first_name} is halted"] = f"{others_at:.2f} s"
    rig.expect(others_at < AT_ONCE, f"others waited {others_at:.1f} s for a halted chat")
    return n_early


async def unknown_outcomes(rig: Rig, size: Size) -> None:
    """Answers of the server are lost, with and without the message standing in the chat."""
    faults = {
        name: Fault("sendMessage", act, None, share=SHARE, chance=rig.chance)
        for name, act in UNKNOWN.items()
    }
    if size.is_long:
        faults["hung applied"] = Fault("sendMessage", hung(applied=True))
    rig.hinder(*faults.values())
    await rig.bot.start()
    async with rig.crowd.asking(RATE):
        await rig.server.world.pulse.until(
            lambda: len(rig.crowd.questions) >= size.n_questions, timeout=10 * size.n_questions
        )
    await rig.answered(rig.deadline)
    rig.hinder()
    rig.calm()
    await rig.finish()
    n_unknown = sum(each.applied is not None and not each.told for each in rig.witness.sendings)
    rig.remarks["faults"] = str(sum(len(fault.met) for fault in faults.values()))
    rig.remarks["applied, not told"] = str(n_unknown)
