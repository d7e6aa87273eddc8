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
# Accents and points set on a letter, and the vowel signs of Indian scripts: they part no word.
MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0971-\u0dff"
)
LETTER = rf"[^\W_{UNSPACED}{HANGUL}]"
ARABIC = re.compile(r"[\u0600-\u06ff]")
# A number keeps its separators, an acronym loses its dots, a possessive its ending.
WORD = re.compile(
    rf"(?P<unspaced>[{UNSPACED}]+)"
    rf"|(?P<hangul>[{HANGUL}]+)"
    r"|(?P<number>\d+(?:[.,]\d+)+)"
    r"|(?P<acronym>(?:[^\W\d_]\.){2,})(?:['’][sS]\b)?"
    rf"|(?P<word>{LETTER}+(?:[{MARKS}]+{LETTER}*)*)(?:['’][sS]\b)?"
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
        # A letter that only stretches or marks another one leaves nothing when it stands alone.
        if folded := _normal(kind, match[kind]):
            yield Word(folded, _script(kind), *match.span(kind))


@cache
def fold(word: str) -> str:
    """Drop case, compatibility forms and combining marks, and unify Arabic letter forms.

    >>> fold("Ｃａｆé"), fold("İstanbul")
    ('cafe', 'istanbul')
    """
    if word.isascii():
        return word.lower()
    # Decomposed first: a styled capital becomes a plain one, which has a small form.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    bare = "".join(c for c in decomposed if not (unicodedata.combining(c) or c.isspace()))
    # Capitals tell no dotless i from a dotted one.
    folded = unicodedata.normalize("NFKC", bare).replace("ı", "i")
    return folded.translate(ARABIC_FORMS) if ARABIC.search(folded) else folded


def _normal(kind: str, text: str) -> str:
    if kind == "unspaced":
        # Character by character, so that places in it are places in the text.
        return "".join(fold(c) if len(fold(c)) == 1 else c for c in text)
    if kind == "number":
        return fold(text).replace(",", "")
    return fold(text).replace(".", "") if kind == "acronym" else fold(text)


def _script(kind: str) -> Script:
    if kind == "unspaced":
        return "unspaced"
    if kind == "hangul":
        return "hangul"
    return "number" if kind == "number" else "letters"
