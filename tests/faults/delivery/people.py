"""R22, R23: one question breaks the bot, one chat is gone; all others hear from it at once."""

import asyncio
import sys
from typing import Final

from bot.phrases import BROKEN
from tests.faults.delivery.arms import QUOTH
from tests.faults.delivery.failpoint import (
    DEADLY,
    ENDLESS,
    FAILING,
    HOLDING,
    SLOW,
    SLOW_SECONDS,
    TWICE,
)
from tests.faults.delivery.history import Question
from tests.faults.delivery.rig import Rig
from tests.faults.delivery.sizes import Size

__all__ = ["defects", "gone_chats"]

# Seconds in which others are answered beside a question that fails.
AT_ONCE: Final = 1.5
# Seconds in which what ends the process each time is given up.
GIVEN_UP: Final = 90.0
APOLOGY: Final = BROKEN.partition("{")[0]
TREATY: Final = "When does the treaty of Brenholm expire {word}?"


async def defects(rig: Rig, size: Size) -> None:
    """Questions meet an exception, always or twice, take long or for ever, or end the process."""
    rig.bot.argv = (sys.executable, "-m", "tests.faults.delivery.failpoint", rig.arm.name)
    await rig.bot.start()
    rig.crowd.ask()
    await rig.answered(rig.deadline)
    errors = {"exception": FAILING, "two exceptions": TWICE, "slow": SLOW}
    ends = {"deadly": DEADLY, "endless": ENDLESS, **({"holding": HOLDING} if size.is_long else {})}
    async with rig.bot.kept():
        for kind, word in errors.items():
            _, taken = await _ask_beside(rig, kind, word, APOLOGY if word == FAILING else "")
            if kind != "slow":
                is_soon = taken is not None and taken < AT_ONCE
                rig.expect(is_soon, f"others waited {taken} s beside {kind}")
        await asyncio.sleep(SLOW_SECONDS)
        for kind, word in ends.items():
            await _end(rig, kind, word)
        rig.calm()
        await rig.drain()
    rig.remarks["restarts"] = str(len(rig.bot.exits))
    await rig.finish()


async def _ask_beside(
    rig: Rig, kind: str, word: str, expected: str
) -> tuple[Question, float | None]:
    """Ask what meets a defect; return it, and how long others waited beside it."""
    victim, *others = rig.crowd.people
    asked = rig.crowd.ask(victim, text=TREATY.format(word=word), expected=expected)
    taken = await _until_answered(rig, [rig.crowd.ask(person) for person in others[:5]])
    rig.remarks[f"others beside {kind}"] = "never" if taken is None else f"{taken:.2f} s"
    return asked, taken


async def _end(rig: Rig, kind: str, word: str) -> None:
    """Ask what ends the process each time, or holds it up: it is given up, others are answered."""
    asked, taken = await _ask_beside(rig, kind, word, APOLOGY)
    if rig.arm is QUOTH:
        given_up = await rig.answered(GIVEN_UP)
        rig.remarks[f"{kind} given up"] = "never" if given_up is None else f"{given_up:.0f} s later"
        rig.expect(taken is not None, f"others are not answered beside {kind}")
        rig.expect(given_up is not None, f"{kind} is not given up")
        return
    # The control would meet it again for as long as it is there.
    rig.server.world.updates.forget([asked.update_id])
    if rig.bot.is_running:
        await rig.bot.kill()


async def _until_answered(rig: Rig, asked: list[Question]) -> float | None:
    """Return the seconds until certain questions are answered; None for too many."""
    start = asyncio.get_running_loop().time()
    owed = {(each.chat, each.message_id) for each in asked}
    # The control answers them at once or never.
    seconds = rig.deadline if rig.arm is QUOTH else rig.deadline / 2
    is_done = await rig.server.world.pulse.until(
        lambda: owed <= rig.witness.answered, timeout=seconds
    )
    return asyncio.get_running_loop().time() - start if is_done else None


async def gone_chats(rig: Rig, size: Size) -> None:
    """Whoever asked blocks the bot, throws it out, is deleted, closes the topic, or moves."""
    world = rig.server.world
    blocker, leaver, member, *others = rig.crowd.people
    room, moving = world.group("Room"), world.group("Moving")
    forum = world.supergroup("Forum", is_forum=True)
    topic = forum.topic("Boats")
    for person in (blocker, leaver):
        rig.crowd.ask(person, is_owed=False)
    rig.crowd.ask(member, chat=room, is_owed=False)
    member.says("/ask When does the treaty of Brenholm expire?", chat=forum, topic=topic)
    moved = rig.crowd.ask(member, chat=moving, is_owed=False)
    blocker.blocks_bot()
    leaver.chat.deactivated = True
    room.members[world.bot_id] = "kicked"
    topic.closes()
    successor = moving.migrates()
    rig.crowd.questions.append(
        Question(moved.update_id, successor.chat_id, None, moved.expected, moved.at)
    )
    beside = [rig.crowd.ask(person) for person in others[:10]]
    await rig.bot.start()
    await rig.called()
    taken = await _until_answered(rig, beside)
    rig.remarks["others"] = "never" if taken is None else f"{taken:.2f} s"
    rig.expect(taken is not None, "others are not answered beside chats that are gone")
    rig.crowd.ask(member, chat=successor)
    rig.calm()
    await rig.finish()
    for name, chat in (("blocked", blocker.chat), ("deleted", leaver.chat), ("kicked", room)):
        n_sent = sum(each.chat == chat.chat_id for each in rig.witness.sendings)
        rig.expect(n_sent <= 1, f"{n_sent} messages to a chat that is {name}")
