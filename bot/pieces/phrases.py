"""Nouns with what belongs to them: "the old town of Oslo, Norway", "Oslo's financial district"."""

from collections.abc import Mapping

from bot.pieces.names import ADJECTIVE_ENDINGS, FUNCTION_WORDS, Run, is_month
from bot.pieces.sentence import Sentence

__all__ = ["PhraseReader"]

_DETERMINERS = frozenset(
    """the a an his her its their this that these those our my some several other all many
    both""".split()
)
_POSSESSIVES = frozenset(("'s ", "’s ", "' ", "’ "))
# Nouns that say what a name is the name of: "the Oslo area".
_HEADS = frozenset(
    """area region province district county city town village valley coast island islands peninsula
    mountain mountains river basin campus border capital desert sea ocean lake bay palace
    countryside state country side suburbs neighborhood airport station hospital university
    school court""".split()
)
_NO_NOUNS = frozenset(
    "upon more most less least so just even also often instead first then thus rather".split()
)
_NO_ADVERBS = frozenset("family assembly supply monopoly anomaly early only elderly".split())
_MOST_WORDS = 5
_MOST_OWNED = 3
_MOST_PARTS = 4


class PhraseReader:
    """Reads the phrases of one sentence.

    Parameters
    ----------
    sentence
        cut into words.
    ends
        the last word of each name by its first, counted from 0.
    """

    def __init__(self, sentence: Sentence, ends: Mapping[int, int]) -> None:
        self.sentence = sentence
        self.ends = ends

    def behind_article(self, number: int) -> int:
        """Return the first word from one on that is no article or the like."""
        while self._follows(number) and self.sentence.folded(number) in _DETERMINERS:
            number += 1
        return number

    def phrase(self, begin: int) -> Run | None:
        """Return the phrase whose first word this is; None where no noun stands there."""
        last = self._nouns_end(begin)
        if last is None:
            return None
        for _ in range(_MOST_PARTS):
            last = self._continued(last)
        return Run(begin, last)

    def _nouns_end(self, begin: int) -> int | None:
        """Return the last of the adjectives and nouns that begin with a word."""
        last = None
        for number in range(begin, begin + _MOST_WORDS):
            if not self._is_noun(number):
                break
            if number in self.ends:
                return self._name_end(self.ends[number])
            if last is not None and self.sentence.folded(number).endswith("ed"):
                break
            last = number
        return last

    def _is_noun(self, number: int) -> bool:
        word = self.sentence.folded(number)
        if not self._follows(number) or word[0].isdigit() or is_month(word):
            return False
        if word.endswith("ly") and number not in self.ends and word not in _NO_ADVERBS:
            return False
        return word not in FUNCTION_WORDS and word not in _NO_NOUNS

    def _follows(self, number: int) -> bool:
        """Say whether there is such a word with only a space in front."""
        return 0 < number < len(self.sentence.words) and self.sentence.gap(number) == " "

    def _name_end(self, last: int) -> int:
        """Return the last word of a name with the nouns that belong to it."""
        following = last + 1
        if following >= len(self.sentence.words):
            return last
        if self.sentence.gap(following) in _POSSESSIVES:
            return self._owned_end(following)
        if not self._is_noun(following) or following in self.ends:
            return last
        is_adjective = self.sentence.folded(last).endswith(ADJECTIVE_ENDINGS)
        is_head = self.sentence.folded(following) in _HEADS
        return following if is_adjective or is_head else last

    def _owned_end(self, first: int) -> int:
        """Return the last word of what a name owns, at most three words."""
        last = first - 1
        for number in range(first, first + _MOST_OWNED):
            if number in self.ends:
                last = self.ends[number]
            elif number > first and not self._is_noun(number):
                break
            elif self.sentence.folded(number) in _HEADS:
                return number
        return last

    def _continued(self, last: int) -> int:
        """Return the last word with "of the city", ", Montana" and "and Asia" behind it."""
        following = last + 1
        if following >= len(self.sentence.words):
            return last
        gap, word = self.sentence.gap(following), self.sentence.folded(following)
        if gap == " " and word == "of":
            end = self._nouns_end(self.behind_article(following + 1))
            return last if end is None else end
        if gap == ", " and following in self.ends:
            return self.ends[following]
        if word in ("and", "or") and gap in (" ", ", "):
            return self._joined_end(following + 1, last)
        return last

    def _joined_end(self, begin: int, last: int) -> int:
        """Return the end of the name behind "and", an adjective before it included; else `last`."""
        for number in (begin, begin + 1):
            if number in self.ends and self._follows(number):
                return self.ends[number]
        return last
