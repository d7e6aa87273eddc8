"""Every programme by its name: what is done, to whom, and in which way the bot receives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from tests.faults.delivery.arms import ARMS, QUOTH, Arm
from tests.faults.delivery.backlog import backlog
from tests.faults.delivery.disks import damaged, full_disk, locked
from tests.faults.delivery.edits import edits
from tests.faults.delivery.instances import two_instances
from tests.faults.delivery.kills import compound, kill_running, terminate
from tests.faults.delivery.people import defects, gone_chats
from tests.faults.delivery.polls import bad_polls, poison, repeats
from tests.faults.delivery.sends import floods, unknown_outcomes
from tests.faults.delivery.shimmed import failing_disk, slow_disk
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
        "R3w": Programme("SIGTERM, SIGKILL later, webhook", terminate(LIGHT), "webhook"),
        "R4": Programme("SIGKILL amid recovery", compound(LIGHT)),
        "R4w": Programme("SIGKILL amid recovery, webhook", compound(LIGHT), "webhook"),
        "R9": Programme("no room for the database", full_disk, arms=ALONE),
        "R10": Programme("one call in so many to the disk fails", failing_disk, arms=ALONE),
        "R11": Programme("a slow disk", slow_disk, "webhook", arms=ALONE),
        "R12": Programme("database held by another process", locked, arms=ALONE),
        "R13": Programme("database damaged, read-only, without its log", damaged, arms=ALONE),
        "R16": Programme("429 for a chat, for all", floods),
        "R17": Programme("sends whose outcome is unknown", unknown_outcomes),
        "R18": Programme("getUpdates fails", bad_polls),
        "R19": Programme("updates that cannot be read", poison),
        "R20": Programme("updates that come again, polling", repeats),
        "R20w": Programme("updates that come again, webhook", repeats, "webhook"),
        "R21": Programme("two instances", two_instances),
        "R22": Programme("defects that questions meet", defects),
        "R23": Programme("chats that are gone", gone_chats),
        "R24": Programme("questions edited, deleted", edits),
        "R25": Programme("a backlog at the start", backlog),
    }
)
