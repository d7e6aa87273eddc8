"""R22, R23: one question breaks the bot, one chat is gone; all others hear from it at once."""

import asyncio
import sys
from typing import Final

from bot.phrases import BROKEN
from tests.faults.delivery.failpoint import DEADLY, FAILING, SLOW, SLOW_SECONDS, TWICE
from tests.faults.delivery.history import Question
from tests.faults.delivery.rig import Rig
from tests.faults.delivery.sizes import Size

__all__ = ["defects", "gone_chats"]

# Seconds in which others are answered beside a question that fails.
AT_ONCE: Final = 1.5
APOLOGY: Final = BROKEN.partition("{")[0]
TREATY: Final = "When does the treaty of Brenholm expire {word}?"


async def defects(rig: Rig, size: Size) -> None:
    """Questions meet an exception, always or twice, take long, or end the process."""
    rig.bot.argv = (sys.executable, "-m", "tests.faults.delivery.failpoint", rig.arm.name)
    await rig.bot.start()
    rig.crowd.ask()
    await rig.answered(rig.deadline)
    victim, *others = rig.crowd.people
    kinds = {"exception": FAILING, "two exceptions": TWICE, "slow": SLOW, "deadly": DEADLY}
    async with rig.bot.kept():
        for kind, word in kinds.items():
            expected = APOLOGY if word in (FAILING, DEADLY) else ""
            rig.crowd.ask(victim, text=TREATY.format(word=word), expected=expected)
            beside = [rig.crowd.ask(person) for person in others[:5]]
            taken = await _until_answered(rig, beside)
            rig.remarks[f"others beside {kind}"] = "never" if taken is None else f"{taken:.2f} s"
            if kind in ("exception", "two exceptions"):
                is_soon = taken is not None and taken < AT_ONCE
                rig.expect(is_soon, f"others waited {taken} s beside {kind}")
            if kind == "slow":
                await asyncio.sleep(SLOW_SECONDS)
        rig.calm()
        await rig.drain()
    rig.remarks["restarts"] = str(len(rig.bot.exits))
    await rig.finish()


async def _until_answered(rig: Rig, asked: list[Question]) -> float | None:
    """Return the seconds until certain questions are answered; None for too many."""
    start = asyncio.get_running_loop().time()
    owed = {(each.chat, each.message_id) for each in asked}
    is_done = await rig.server.world.pulse.until(
        lambda: owed <= rig.witness.answered, timeout=rig.deadline / 2
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
