"""What administrators are told."""

import datetime
from collections.abc import Iterable, Sequence

__all__ = [
    "COLLECTION_FORM",
    "GAPS_OFF",
    "NOBODY_ALLOWED",
    "NOBODY_DENIED",
    "NO_GAPS",
    "NO_NUMBER",
    "administers",
    "allowed",
    "asked",
    "chats",
    "collection_ended",
    "collection_set",
    "collections",
    "denied",
    "feedback",
    "gaps",
    "holds",
    "no_collection",
    "numbers",
    "shared",
    "up",
]

NO_NUMBER = "Give the number of a chat or a user, for example: /allow -1001234567890"
NOBODY_ALLOWED = "No chat is allowed by /allow."
NOBODY_DENIED = "Nobody is denied by /deny."
COLLECTION_FORM = (
    "Give the number of a chat and the name of a collection, for example: "
    "/collection -1001234567890 recipes; with - for the name it asks no collection any more."
)
GAPS_OFF = (
    "Questions are shown to nobody. QUOTH_GAPS=on in the settings lets administrators see "
    "which are declined, without who asked them."
)
NO_GAPS = "No question that is kept was declined."


def numbers(role: str, ids: Sequence[int]) -> str:
    """List chats and users; empty where there are none.

    >>> numbers("denied", [-5, 7])
    'denied: -5, 7'
    """
    return f"{role}: {', '.join(map(str, ids))}" if ids else ""


def allowed(who: int) -> str:
    """Say that a chat or a user may ask."""
    return f"{who} may ask now. /deny {who} ends that."


def denied(who: int) -> str:
    """Say that a chat or a user may not ask."""
    return f"{who} may not ask any more, wherever it is. /allow {who} ends that."


def administers(who: int) -> str:
    """Say that somebody who administers cannot be denied."""
    return f"{who} administers this bot: take the number out of QUOTH_ADMINS first."


def shared(who: int, why: str) -> str:
    """Say that a number is not one person's."""
    return f"{who} {why}: give the number of a person or of a chat."


def collections(names: Sequence[str], chats: Sequence[tuple[int, str]]) -> str:
    """List the collections, each with the chats that ask it."""
    known = sorted({*names, *(name for _, name in chats)})
    if not known:
        return "There is no collection. `quoth index --collection NAME SOURCE` makes one."
    asked_by = {name: [str(chat) for chat, its in chats if its == name] for name in known}
    lines = [f"{name}: {', '.join(ids) or 'no chat'}" for name, ids in asked_by.items()]
    return "\n".join(lines)


def collection_set(chat: int, name: str) -> str:
    """Say that a chat asks a collection."""
    return (
        f"{chat} asks the collection {name} now, and nothing else. Its conversation is forgotten."
    )


def collection_ended(chat: int) -> str:
    """Say that a chat asks the home's own documents."""
    return f"{chat} asks no collection now."


def no_collection(nearest: Sequence[str]) -> str:
    """Say that there is no such collection."""
    hint = (
        f"did you mean {' or '.join(nearest)}?" if nearest else "/collection lists those there are."
    )
    return f"There is no such collection: {hint}"


def gaps(found: Sequence[tuple[str, int]]) -> str:
    r"""List what was declined most, by the words that were searched for.

    >>> gaps([("ferry fare", 3)])
    'Declined most:\n3  ferry fare'
    """
    return "\n".join(["Declined most:", *(f"{n}  {searched}" for searched, n in found)])


def asked(when: str, n_answered: int, n_declined: int) -> str:
    """Say how many questions there were."""
    return f"Questions {when}: {n_answered} answered, {n_declined} declined."


def chats(n: int) -> str:
    """Say how many chats asked lately."""
    return f"Chats in 7 days: {n}."


def holds(generation: str, n_documents: int, n_passages: int) -> str:
    """Say what is searched."""
    return f"Documents: {n_documents:,}, passages: {n_passages:,}, generation {generation}."


def feedback(counts: Iterable[tuple[str, int]]) -> str:
    """Say what people said of answers.

    >>> feedback([("helpful", 3), ("wrong", 1)])
    'Feedback: 3 helpful, 1 wrong.'
    """
    said = ", ".join(f"{n} {verdict}" for verdict, n in counts if n)
    return f"Feedback: {said or 'none'}."


def up(time: datetime.timedelta) -> str:
    """Say how long the bot has been running."""
    return f"Running for {time}."
