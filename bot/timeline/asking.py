"""Whether an English question asks for a timeline, and of what."""

import re

from bot.timeline.periods import without_periods
from retrieval.stopwords import STOP_WORDS

__all__ = ["topic"]

_LIST = (
    r"(?:time ?lines?|chronolog(?:y|ies)|sequence of events|(?:order|course) of events"
    r"|(?:key|important|main|major) (?:dates|events|moments))"
)
_OF = r"(?:of|for|in|about|around|on|behind|surrounding|leading up to|related to|regarding)"
_POLITE = (
    r"(?:(?:please|can you|could you|would you|show|give|tell|make|build|draw|list|write|get|i want"
    r"|i need|me|us|a|an|the|what is|what's|what are|what was|full|complete|short|brief|detailed"
    r"|whole|see|up)\s+)*"
)
_HAPPENED = (
    r"what(?: has|'s| had| all| ever| else| exactly)?(?: all| since)? (?:happened|been happening"
    r"|occurred|went on|gone on|took place|taken place)"
)
_WHERE = r"(?:to|with|in|at|during|around|regarding|concerning|between|over|about|on|under)"
_UNFOLD = r"(?:unfold(?:ed)?|develop(?:ed)?|evolved?|come about|progress(?:ed)?|play(?:ed)? out)"
_PATTERNS = (
    rf"{_POLITE}{_LIST}\s*(?:{_OF}|:)\s+(?P<topic>.+)",
    rf"{_POLITE}(?P<topic>.+?)['’]?s?\s+(?:timeline|chronology)",
    rf"{_HAPPENED}\s+{_WHERE}\s+(?P<topic>.+)",
    rf"how (?:did|has|have) (?P<topic>.+?) {_UNFOLD}(?P<rest>\s+(?:in|since|over|between)\s.+)?",
    rf"(?:list|show|give|tell)(?: me)? (?:all |the )*(?:events|developments) {_OF} (?P<topic>.+)",
)
_ASKED = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
_EDGES = " \t\r\n?!.,;:\"'“”‘’()"
_ENDS = re.compile(r"\s+(?:please|so far|until now|up to now|to date|by date)\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# Characters. What is longer asks for no timeline; the time that the patterns take grows with the
# square of the length.
_LONGEST = 300


def topic(text: str) -> str | None:
    """Return the topic of a question that asks what happened, None for any other question.

    A period stays part of the topic; one alone is no topic.

    >>> topic("What happened to the pact in 2019?"), topic("timeline of the radar dispute")
    ('the pact in 2019', 'the radar dispute')
    >>> topic("When does GSOMIA expire?"), topic("what happened in August 2019")
    (None, None)
    """
    asked = " ".join(text.split()).strip(_EDGES)
    if len(asked) > _LONGEST:
        return None
    for pattern in _ASKED:
        match = pattern.fullmatch(asked)
        if match is not None:
            about = match["topic"] + (match.groupdict().get("rest") or "")
            return _cleaned(about)
    return None


def _cleaned(about: str) -> str | None:
    shown = _ENDS.sub("", about.strip(_EDGES)).strip(_EDGES)
    return shown if _names_something(shown) else None


def _names_something(shown: str) -> bool:
    words = _WORD.findall(without_periods(shown).lower())
    return any(word not in STOP_WORDS for word in words)
