"""A sentence cut into words as they are written, and what it is to answer."""

import datetime
import re
from typing import NamedTuple

from bot.answers import Highlight

__all__ = ["Sentence", "Word", "cut"]

# A number with its separators, initials with their stops, a word with its hyphens and inner
# apostrophes but without the ending of a possessive.
_WORD = re.compile(
    r"\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![^\W_])"
    r"|(?:[^\W\d_]\.){2,}"
    r"|(?<!\w['’])[^\W_]+(?:(?:['’](?![sS]\b)|[-‐](?=[^\W_]))[^\W_]+)*"
)


class Word(NamedTuple):
    """A word and where it stands.

    Attributes:
        start: first character in the sentence, from 0.
        end: one past the last.
        text: as written.
        folded: in small letters.
    """

    start: int
    end: int
    text: str
    folded: str


class Sentence(NamedTuple):
    """A text and its words in order.

    Attributes:
        text: the sentence.
        words: its words in order.
        question: as typed.
        published: the day of the document; None where unknown.
    """

    text: str
    words: tuple[Word, ...]
    question: str = ""
    published: datetime.date | None = None

    def gap(self, number: int) -> str:
        """Return what stands between a word, counted from 0, and the one in front of it."""
        front = self.words[number - 1].end if number else 0
        return self.text[front : self.words[number].start]

    def behind(self, number: int) -> str:
        """Return what stands between a word and the next one, or the end."""
        rest = number + 1
        until = self.words[rest].start if rest < len(self.words) else len(self.text)
        return self.text[self.words[number].end : until]

    def folded(self, number: int) -> str:
        """Return a word in small letters; empty before the first and behind the last."""
        return self.words[number].folded if 0 <= number < len(self.words) else ""

    def highlight(self, first: int, last: int, kind: str) -> Highlight:
        """Return the piece from one word to another, both included, its value as it stands."""
        start, end = self.words[first].start, self.words[last].end
        return Highlight(start, end, kind, self.text[start:end])

    def shown(self, first: int, last: int) -> str:
        """Return the text from one word to another, both included."""
        return self.text[self.words[first].start : self.words[last].end]


def cut(text: str, question: str = "", published: datetime.date | None = None) -> Sentence:
    """Cut a sentence into words.

    >>> [word.text for word in cut("Seoul's U.S. allies paid $1,250.5 for a four-year pact.").words]
    ['Seoul', 'U.S.', 'allies', 'paid', '1,250.5', 'for', 'a', 'four-year', 'pact']
    """
    words = (Word(m.start(), m.end(), m[0], m[0].lower()) for m in _WORD.finditer(text))
    return Sentence(text, tuple(words), question, published)
