"""Every fixed phrase that Quoth says of its own; all else is quoted."""

import datetime
from collections.abc import Sequence

from bot.answers import Reason, Unheld

__all__ = [
    "ABOUT",
    "AS_OF_ENDED",
    "CHANGED",
    "CLOSED",
    "DECLINED",
    "DISAGREEING",
    "FAREWELL",
    "GREETING",
    "HELP",
    "HOLDS_PIECE",
    "IS_NEWER",
    "NEAREST",
    "NOTHING_ASKED",
    "NOTHING_MORE",
    "NOT_ADMIN",
    "NO_ANSWER_YET",
    "NO_QUOTES",
    "NO_TIMELINE",
    "NO_TOPIC",
    "OPENED",
    "PAIRED",
    "TEXT_ONLY",
    "UNKNOWN_COMMAND",
    "WELCOME",
    "WRONG_DAY",
    "also_in",
    "as_of",
    "broken",
    "carried",
    "dated",
    "held",
    "margin",
    "not_allowed",
    "page",
    "points",
    "reason",
    "score",
    "timeline",
    "understood",
]

GREETING = (
    "Ask a question in your own words. The answer is quoted from the documents, word for word, "
    "with its source. Where they are silent, I say so. /help lists the commands."
)
HELP = """\
Type a question, for example: when does GSOMIA expire

/ask QUESTION  ask, also in a group
/timeline TOPIC  what happened, by date; /more shows the next page
/asof YYYY-MM-DD  only what was published by then; /asof ends it
/sources  the documents behind the last answer
/context  the sentences around its quotes
/why  what adds up to the score of its first quote
/verify  compare its quotes, or a pasted answer, with the originals
/new  a new conversation, which takes nothing over
/export FORM  this conversation as a file: md, json, bibtex or csl
/feedback VERDICT  how the last answer was: helpful, wrong, outdated and so on
/privacy  what is kept about this chat
/forget  delete what is kept about this chat
/help  this list"""
NOTHING_ASKED = "Type the question after the command, for example: /ask when does GSOMIA expire"
NO_ANSWER_YET = "There is no answer yet to show this for. Ask a question first."
UNKNOWN_COMMAND = "There is no such command. /help lists those there are."
DECLINED = "The documents do not answer this."
HOLDS_PIECE = "holds a piece of the kind asked for"
IS_NEWER = "It leads because it is newer than what it differs from."
NEAREST = "The nearest they come:"
CHANGED = "Changed since. Before:"
DISAGREEING = "The sources disagree. Another:"
WELCOME = "You are welcome."
FAREWELL = "Goodbye."
ABOUT = (
    "I am Quoth, a program. I answer questions in the words of documents, with their source, and "
    "say nothing of my own. /help lists the commands."
)
NO_TIMELINE = "The documents give no dates for this."
NO_TOPIC = "Type the topic after the command, for example: /timeline GSOMIA"
NO_QUOTES = "There is no quote with its citation in that. Paste an answer after /verify."
NOTHING_MORE = "There is nothing more to show."
AS_OF_ENDED = "Everything is searched again, whenever it was published."
WRONG_DAY = "Type the day as year, month and day, for example: /asof 2019-11-14"
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

    >>> reason(Reason(("price",), (Unheld("signatory", ("signed", "signing")),)))
    'Missing: "price"; "signatory" appears nowhere (nearest: "signed", "signing").'
    """
    parts = [_listed(why.lacking)] if why.lacking else []
    alone = [unheld.word for unheld in why.unheld if not unheld.nearest]
    if alone:
        parts.append(f"{_listed(alone)} {'appears' if len(alone) == 1 else 'appear'} nowhere")
    parts += [_nearest(unheld) for unheld in why.unheld if unheld.nearest]
    return f"Missing: {'; '.join(parts)}." if parts else ""


def _nearest(unheld: Unheld) -> str:
    return f'"{unheld.word}" appears nowhere (nearest: {_listed(unheld.nearest)})'


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)


def as_of(day: datetime.date) -> str:
    """Say that only what was published by a day is searched."""
    return f"As of {day.isoformat()}."


def also_in(n: int) -> str:
    """Introduce other documents that hold the same sentence."""
    return f"the same in {n} other{'' if n == 1 else 's'}"


def dated(words: str, iso: str) -> str:
    """Say which day or period the words of a quote mean.

    >>> dated("Nov. 23", "2019-11-23")
    '[Nov. 23 = 2019-11-23]'
    """
    return f"[{words} = {iso}]"


def score(total: float) -> str:
    """Introduce what adds up to a score."""
    return f"Score {total:+.3f}, the sum of:"


def points(value: float, name: str) -> str:
    """Say what one thing adds."""
    return f"{value:+.3f}  {name}"


def margin(by: float) -> str:
    """Introduce the sentence that comes next."""
    return f"Ahead by {by:.3f} of:"


def carried(words: Sequence[str]) -> str:
    """Name what a follow-up took over."""
    return f"Taken over from before: {_listed(words)}."


def held(n_held: int, n: int) -> str:
    """Say how many quotes were found again in the originals."""
    return f"{n_held} of {n} quotes stand in the originals, byte for byte."


def timeline(topic: str, n: int) -> str:
    """Introduce a timeline."""
    return f"{topic}: {n} event{'' if n == 1 else 's'}"


def page(number: int, n: int) -> str:
    """Say which page this is, and how to see the next."""
    return f"Page {number} of {n}." + (" /more shows the next." if number < n else "")


def understood(text: str) -> str:
    """Show what was searched for, where that is not what was typed."""
    return f"Understood as: {text}"
