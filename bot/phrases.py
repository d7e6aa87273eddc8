"""Every fixed phrase that Quoth says of its own; all else is quoted."""

from bot.answers import Reason

__all__ = [
    "CLOSED",
    "DECLINED",
    "GREETING",
    "HELP",
    "NEAREST",
    "NOTHING_ASKED",
    "NOT_ADMIN",
    "NO_ANSWER_YET",
    "OPENED",
    "PAIRED",
    "PRIVACY",
    "TEXT_ONLY",
    "UNKNOWN_COMMAND",
    "broken",
    "not_allowed",
    "reason",
    "understood",
]

GREETING = (
    "Ask a question in your own words. The answer is quoted from the documents, word for word, "
    "with its source. Where they are silent, I say so. /help lists the commands."
)
HELP = """\
Type a question, for example: when does GSOMIA expire

/ask QUESTION  ask, also in a group
/sources  the documents behind the last answer
/context  the sentences around its quotes
/privacy  what is kept about this chat
/help  this list"""
PRIVACY = (
    "Kept for this chat: its number, and its last questions with the places of the quotes that "
    "answered them, so that follow-up questions work. Nothing is sent anywhere else."
)
NOTHING_ASKED = "Type the question after the command, for example: /ask when does GSOMIA expire"
NO_ANSWER_YET = "There is no answer yet to show this for. Ask a question first."
UNKNOWN_COMMAND = "There is no such command. /help lists those there are."
DECLINED = "The documents do not answer this."
NEAREST = "The nearest they come:"
TEXT_ONLY = "I can only read text. Type the question, or /help."
PAIRED = "You are the owner now. /open lets everybody ask, /close ends that again."
OPENED = "Everybody may ask now. /close ends that."
CLOSED = "Only those named in the settings, and the owner, may ask now."
NOT_ADMIN = "Only the owner and the administrators can do that."
BROKEN = (
    "Something went wrong on this side and the question is not answered. Reference: {reference}"
)


def not_allowed(chat: int) -> str:
    """Say that a chat has no access, and what its owner needs to give it."""
    return f"This bot answers only where its owner allows it. The number of this chat is {chat}."


def broken(reference: str) -> str:
    """Say that a question failed, with the number under which the log has the failure."""
    return BROKEN.format(reference=reference)


def reason(why: Reason) -> str:
    """Say what a question asks about that the documents lack; empty when nothing was missing.

    >>> reason(Reason(missing=("price", "ticket"), unknown=("ticket",)))
    'Missing: "price"; "ticket" stands in no sentence.'
    """
    known = [word for word in why.missing if word not in why.unknown]
    parts = [", ".join(f'"{word}"' for word in known)] if known else []
    if why.unknown:
        verb = "stands" if len(why.unknown) == 1 else "stand"
        parts.append(", ".join(f'"{word}"' for word in why.unknown) + f" {verb} in no sentence")
    return f"Missing: {'; '.join(parts)}." if parts else ""


def understood(text: str) -> str:
    """Show what was searched for, where that is not what was typed."""
    return f"Understood as: {text}"
