"""The command that tells a chat whose documents it asks."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches

from bot.administering.administration import Command
from bot.administering.numbers import read_number
from bot.assignments import OWN, Assignments
from bot.phrases import administering
from bot.replies import Reply, say

__all__ = ["collecting"]

# What ends that a chat has a collection.
NONE = "-"


def collecting(
    assignments: Assignments,
    names: Callable[[], Sequence[str]],
    settled: Callable[[int], int] = int,
) -> dict[str, Command]:
    """Return the command `collection`.

    Parameters
    ----------
    assignments
        which chat has which collection.
    names
        gives the names of all that are indexed, in order.
    settled
        gives the number that a chat was first known under.
    """

    def collection(by: int, rest: str) -> Reply:
        words = rest.split()
        if not words:
            return say(administering.collections(names(), assignments.listed()))
        chat = read_number(words[0])
        if chat is None or len(words) != 2:
            return say(administering.COLLECTION_FORM)
        name = words[1].lower()
        if name == NONE:
            assignments.assign(settled(chat), OWN, by)
            return say(administering.collection_ended(chat))
        known = names()
        if name not in known:
            return say(administering.no_collection(get_close_matches(name, known, n=3, cutoff=0.5)))
        assignments.assign(settled(chat), name, by)
        return say(administering.collection_set(chat, name))

    return {"collection": collection}
