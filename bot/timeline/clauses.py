"""The clauses of an English sentence: which name a topic, and whether they look forward or back."""

import re

__all__ = ["Span", "clauses_about", "looks_ahead", "tells_of_past"]

Span = tuple[int, int]

# Where a clause ends behind which another one tells something else.
_JOINT = re.compile(r", (?:and|but|so|while|whereas|yet) |; ")
_AHEAD = re.compile(
    r"\b(?:will|shall|may|(?:is|are) to|due|set to|expected|scheduled|plan(?:s|ned)? to"
    r"|going to|deadline|[Uu]nless)\b"
)
_AHEAD_OF = re.compile(r"\b(?:[Bb]y|[Uu]ntil|[Tt]ill) \Z")
# The part of a sentence before anything that leans on it.
_MAIN = re.compile(
    r"\A(?:(?!, |\b(?:which|who|that|what|when|where|how|why|after|before|if|as)\b).)+"
)
_NOT_YET = re.compile(r"\b(?:will|is|are|has|have|may|could|would|should|can)\b")
# Past tense, told by the commonest verbs of news and the regular ending.
_HAPPENED = re.compile(
    r"\b(?:\w{2,}[^e\W]ed|was|were|had|said|told|met|held|took|gave|made|left|began|struck|won|lost"
    r"|came|went|fell|rose|led|sent|put|set|cut|hit|saw|drew|brought|flew|spoke|chose|broke"
    r"|withdrew|became)\b"
)


def clauses_about(text: str, naming: list[int]) -> list[Span]:
    """Return where the clauses stand that name a topic; all of them where none does.

    Parameters
    ----------
    text
        a sentence.
    naming
        where words of the topic begin.

    >>> text = "Seoul paid in May, and the pact ended in June; nobody cried."
    >>> [text[start:end] for start, end in clauses_about(text, [text.index("pact")])]
    [', and the pact ended in June']
    """
    ends = [joint.start() for joint in _JOINT.finditer(text)]
    clauses = list(zip([0, *ends], [*ends, len(text)], strict=True))
    about = [(start, end) for start, end in clauses if any(start <= at < end for at in naming)]
    return about or clauses


def looks_ahead(text: str, start: int, clause: Span) -> bool:
    """Say whether a clause looks forward to the date that begins at `start`."""
    return bool(_AHEAD.search(text, *clause) or _AHEAD_OF.search(text[:start]))


def tells_of_past(text: str) -> bool:
    """Say whether the main clause of a sentence is in the past tense.

    >>> tells_of_past("Two ships met at sea."), tells_of_past("Two ships that met will meet again.")
    (True, False)
    """
    main = _MAIN.match(text)
    if main is None or _NOT_YET.search(text[: main.end() + 12]):
        return False
    return _HAPPENED.search(main[0]) is not None
