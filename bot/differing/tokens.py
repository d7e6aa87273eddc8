"""The words, numbers and signs of an English sentence, with their meanings."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.differing.lexicon import concept, is_light
from retrieval.stopwords import STOP_WORDS
from retrieval.words import fold

__all__ = ["Token", "is_content", "tokens"]

TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+)"
    r"|(?P<ending>['’][^\W\d_]+)"
    r"|(?P<sign>[$€£¥₩%°,;:()\-–—/.?!\"“”])"
)
# Words that mean something else beside others: where, which, and what.
PHRASES = (
    (re.compile(r"\bdeath (toll)\b", re.IGNORECASE), 1, ""),
    (re.compile(r"\b(?:lost|lose|loses|cost|costs|claimed)\b.{0,12} (lives|life)\b"), 1, "die"),
    (re.compile(r"\b(lost|lose|loses|cost|costs)\b.{0,12} (?:lives|life)\b"), 1, ""),
    (re.compile(r"(?<!at )\b(most)\b", re.IGNORECASE), 1, ""),
    (re.compile(r"\b(runs?|ran|running) (?:out|until|till|through)\b"), 1, "end"),
    (re.compile(r"\b(due) to [a-z]"), 1, ""),
)
# Sentences whose tokens are kept: those of a few questions.
MOST_KEPT = 1024


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign.

    Attributes:
        kind: "number", "word", "ending" (as in "Kim's"), or "sign".
        text: folded.
        start: first character in the sentence, from 0.
        end: one past the last.
        is_capital: true for a word written with a capital first letter.
        concept: its meaning; empty for stop words and signs.
    """

    kind: str
    text: str
    start: int
    end: int
    is_capital: bool
    concept: str


@lru_cache(maxsize=MOST_KEPT)
def tokens(text: str) -> tuple[Token, ...]:
    """Cut a sentence.

    >>> [token.text for token in tokens("It's $2.50, isn't it?")]
    ['it', "'s", '$', '2.50', ',', 'isn', "'t", 'it', '?']
    """
    cut = tuple(_token(match) for match in TOKEN.finditer(text))
    for pattern, part, meaning in PHRASES:
        for match in pattern.finditer(text):
            at = match.start(part)
            cut = tuple(
                replace(token, concept=meaning) if token.start == at else token for token in cut
            )
    return cut


def is_content(token: Token) -> bool:
    """Say whether a token says what its sentence is about."""
    return bool(token.concept) and not is_light(token.text)


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or "sign"
    written = match.group()
    folded = fold(written).replace("’", "'")
    if kind == "word":
        folded = folded.replace(".", "")
    is_word = kind == "word" and folded not in STOP_WORDS and len(folded) > 1
    return Token(
        kind,
        folded,
        match.start(),
        match.end(),
        kind == "word" and written[:1].isupper(),
        concept(folded) if is_word else "",
    )
