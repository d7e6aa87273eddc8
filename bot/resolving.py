"""A follow-up question made whole with words of the question before it."""

import re

from bot.history import Turn
from bot.questions import LONGEST_QUESTION

__all__ = ["resolve"]

# A subject is a few words; more would drown what is asked.
MOST_CARRIED = 8
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# Words that point back, and openings that leave the subject out.
POINTERS = frozenset("it its they them their he him his she her this that these those".split())
OPENINGS = re.compile(r"\s*(?:and|but|or|so|also|what about|how about)\b|\s*why\W*$", re.IGNORECASE)
FUNCTION_WORDS = POINTERS | frozenset(
    """
    a an the of in on at to by for with from and or but not is are was were be been do does did
    has have had can could will would should may might who whom whose what which when where why
    how many much long about so also there
    """.split()
)


def resolve(question: str, turns: list[Turn]) -> str:
    """Return what to search for: the question, and for a follow-up the subject it leans on.

    A question leans on the one before it when it points back ("it", "their"), opens like an
    addition ("and who", "what about") or has no word of its own ("why?"). It takes over the
    names, acronyms and numbers there, or, where it has none, all its content words.

    >>> resolve("and who signed it?", [Turn("", "When does GSOMIA expire?", "", ())])
    'and who signed it? GSOMIA'
    >>> resolve("Who is Moon Jae-in?", [Turn("", "When does GSOMIA expire?", "", ())])
    'Who is Moon Jae-in?'
    """
    question = question[:LONGEST_QUESTION]
    if not turns or not _leans(question):
        return question
    present = {word.lower() for word in WORD.findall(question)}
    before = [word for word in WORD.findall(turns[-1].understood) if word.lower() not in present]
    names = [word for n, word in enumerate(before) if _is_name(word, first=n == 0)]
    carried = [word for word in names or before if word.lower() not in FUNCTION_WORDS]
    return " ".join([question, *carried[:MOST_CARRIED]])


def _leans(question: str) -> bool:
    words = {word.lower() for word in WORD.findall(question)}
    return bool(words & POINTERS or OPENINGS.match(question) or words <= FUNCTION_WORDS)


def _is_name(word: str, *, first: bool) -> bool:
    """Take capitals and digits for names; the first word has its capital from the sentence."""
    return any(c.isdigit() for c in word) or any(c.isupper() for c in word[first:])
