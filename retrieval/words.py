"""Words of a text and where they stand, folded so that spellings of the same word meet."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

__all__ = ["Script", "Word", "fold", "words"]

Script = Literal["letters", "number", "hangul", "unspaced"]

HANGUL = "\u1100-\u11ff\uac00-\ud7af"
# Thai, Lao, Burmese, Khmer, kana and Han stand without spaces between words.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
ARABIC = re.compile(r"[\u0600-\u06ff]")
# A number keeps its separators, an acronym loses its dots, a possessive its ending.
WORD = re.compile(
    rf"(?P<unspaced>[{UNSPACED}]+)"
    rf"|(?P<hangul>[{HANGUL}]+)"
    r"|(?P<number>\d+(?:[.,]\d+)+)"
    r"|(?P<acronym>(?:[^\W\d_]\.){2,})"
    rf"|(?P<word>[^\W_{UNSPACED}{HANGUL}]+(?:\u0640[^\W_]+)*)(?:['’]s\b)?"
)
# Letters of Arabic script that are written one for the other, and the tatweel that only stretches.
ARABIC_FORMS = str.maketrans("أإآٱىیئةکۀؤ", "ااااييyهكهو".replace("y", "ي"), "\u0640")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number, or a run of characters written without spaces.

    Attributes:
        text: folded.
        script: what kind of run it is.
        start: first character in the text, from 0.
        end: one past the last.
    """

    text: str
    script: Script
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order.

    >>> [word.text for word in words("The U.S. paid 1,250.5 for Seoul's Café-bar.")]
    ['the', 'us', 'paid', '1250.5', 'for', 'seoul', 'cafe', 'bar']
    """
    for match in WORD.finditer(text):
        kind = match.lastgroup or "word"
        start, end = match.span(kind)
        yield Word(_normal(kind, match[kind]), _script(kind), start, end)


@cache
def fold(word: str) -> str:
    """Drop case, compatibility forms and combining marks, and unify Arabic letter forms.

    >>> fold("Ｃａｆé"), fold("İstanbul")
    ('cafe', 'istanbul')
    """
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    folded = unicodedata.normalize("NFKC", bare)
    return folded.translate(ARABIC_FORMS) if ARABIC.search(folded) else folded


def _normal(kind: str, text: str) -> str:
    if kind == "number":
        return fold(text).replace(",", "")
    return fold(text).replace(".", "") if kind == "acronym" else fold(text)


def _script(kind: str) -> Script:
    if kind == "unspaced":
        return "unspaced"
    if kind == "hangul":
        return "hangul"
    return "number" if kind == "number" else "letters"
