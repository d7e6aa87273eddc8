"""The part of a sentence that says why: what stands behind "because" and its like."""

import re

from bot.answers import Highlight
from bot.pieces.sentence import Sentence

__all__ = ["reasons"]

_OPENING = re.compile(
    r"\b(?:because(?: of)?|due (?:in part |largely |mainly |mostly |partly )?to|owing to"
    r"|as a result of|in order (?:to|that)|so that|so as to|thanks to|on account of|for fear of"
    r"|for lack of|for the (?:purpose|sake) of|in (?:response|reaction) to"
    r"|in an (?:effort|attempt) to|(?:caused|prompted|motivated|driven|explained) by"
    r"|attribut(?:ed|able) to|(?:result(?:ed|s|ing)?|stem(?:med|s|ming)?) from"
    r"|on the grounds that|given that"
    r"|since (?=(?:it|they|he|she|there|these|this|most|many|all|no)\b))",
    re.IGNORECASE,
)
# Where nothing says "because", an aim does: one set apart, or with a verb that aims.
_AIMS = """
    accommodate achieve address allow avoid boost commemorate conserve create defend eliminate
    encourage enhance ensure establish expand facilitate fight gain guarantee help honor honour
    improve increase keep maintain make minimize preserve prevent promote protect prove provide
    raise reduce save secure serve solve stop strengthen support train
"""
_AIM = re.compile(
    r"(?:\A[\"“]?To|(?<=, )to) (?!(?:the|an?|this|that|his|her|its|their)\b)[a-z]{2,}"
    rf"|\bto (?:better |further |help )?(?:{'|'.join(_AIMS.split())})\b"
)
# A clause ends before another begins.
_END = re.compile(
    r"[;.](?= |\Z)|[.;]?[)\]]| [-–—] |—| but | although "
    r"|,(?= (?:but|while|although|though|whereas|and (?:it|he|she|they|was|the)|which|who|where"
    r"|making|leading|causing|resulting)\b)"
)
_COMMA = re.compile(r",")
_QUOTATION = "\"'“‘( "


def reasons(sentence: Sentence) -> tuple[Highlight, ...]:
    """Return the clauses that give a reason, from the word that says so to the clause's end.

    Where none says so, the aims: "to" and a verb.

    >>> from bot.pieces.sentence import cut
    >>> [found.value for found in reasons(cut("It closed because of snow, but opened again."))]
    ['because of snow']
    """
    return _clauses(sentence.text, _OPENING) or _clauses(sentence.text, _AIM)


def _clauses(text: str, opening: re.Pattern[str]) -> tuple[Highlight, ...]:
    found: list[Highlight] = []
    for match in opening.finditer(text):
        if not found or match.start() >= found[-1].end:
            end = _end(text, match)
            found.append(Highlight(match.start(), end, "reason", text[match.start() : end]))
    return tuple(found)


def _end(text: str, opening: re.Match[str]) -> int:
    """Return where a clause ends; one that opens the sentence ends at its first comma."""
    opens = not text[: opening.start()].strip(_QUOTATION)
    match = (_COMMA if opens else _END).search(text, opening.end())
    return match.start() if match else len(text.rstrip())
