"""Every programme by its name: what is done, to whom, and in which way the bot receives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from tests.faults.delivery.arms import ARMS, QUOTH, Arm
from tests.faults.delivery.disks import damaged, full_disk, locked
from tests.faults.delivery.kills import compound, kill_running, terminate
from tests.faults.delivery.people import defects, gone_chats
from tests.faults.delivery.polls import bad_polls, poison, repeats
from tests.faults.delivery.sends import floods, unknown_outcomes
from tests.faults.delivery.sizes import Body

__all__ = ["LIGHT", "PROGRAMMES", "Programme"]


@dataclass(frozen=True, slots=True)
class Programme:
    """One way of being disturbed.

    Attributes:
        title: what is done, in a few words.
        body: does it.
        mode: how the bot receives: "polling" or "webhook".
        arms: the bots it is done to.
        environ: further variables for the bot.
    """

    title: str
    body: Body
    mode: str = "polling"
    arms: tuple[Arm, ...] = ARMS
    environ: Mapping[str, str] = field(default_factory=dict)


# Questions a second.
LIGHT: Final = 10.0
HEAVY: Final = 100.0
ALONE: Final = (QUOTH,)
# Telegram takes 30 messages a second; more are for the load.
UNLIMITED: Final = MappingProxyType({"QUOTH_TELEGRAM_LIMITS": "off"})

PROGRAMMES: Final[Mapping[str, Programme]] = MappingProxyType(
    {
        "R1": Programme("SIGKILL, 10 questions a second", kill_running(LIGHT)),
        "R1h": Programme("SIGKILL, 100 questions a second", kill_running(HEAVY), environ=UNLIMITED),
        "R2": Programme("SIGKILL, webhook", kill_running(LIGHT), "webhook"),
        "R3": Programme("SIGTERM, SIGKILL later", terminate(LIGHT)),
        "R4": Programme("SIGKILL amid recovery", compound(LIGHT)),
        "R9": Programme("no room for the database", full_disk, arms=ALONE),
        "R12": Programme("database held by another process", locked, arms=ALONE),
        "R13": Programme("database damaged, read-only", damaged, arms=ALONE),
        "R16": Programme("429 for a chat, for all", floods),
        "R17": Programme("sends whose outcome is unknown", unknown_outcomes),
        "R18": Programme("getUpdates fails", bad_polls),
        "R19": Programme("updates that cannot be read", poison),
        "R20": Programme("updates that come again, polling", repeats),
        "R20w": Programme("updates that come again, webhook", repeats, "webhook"),
        "R22": Programme("defects that questions meet", defects),
        "R23": Programme("chats that are gone", gone_chats),
    }
)
