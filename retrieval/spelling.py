"""Words of an index that look like one that it does not hold."""

from functools import cached_property

from retrieval.forward.forms import Form
from retrieval.forward.texts import Forward
from retrieval.words import words

__all__ = ["Spelling"]

# Likeness from 0 to 1; words that share a stem of four letters and little else have .8.
ALIKE = 0.8
# No word with less by Jaro's measure alone reaches that.
WORTH_A_LOOK = 2 / 3
MOST_LOOKED_AT = 64
# A word much shorter or longer than another is not a slip of it, nor of its family.
LEAST_OF_LENGTH = 0.6
LONGEST_PREFIX = 4
PREFIX_SHARE = 0.1


class Spelling:
    """Looks for words that are spelt alike.

    Parameters
    ----------
    forward
        knows the words of the index.
    """

    def __init__(self, forward: Forward) -> None:
        self._forward = forward

    def nearest(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """Return the words spelt most like a word, best first, folded; words without a letter none.

        Likeness is Jaro's share j of letters in nearly the same order, raised by how many of the
        first four, p, are the same: j + p (1 - j) / 10 (W. Winkler, String comparator metrics and
        enhanced decision rules, 1990).

        Parameters
        ----------
        word
            as it was typed.
        limit
            how many to return at most.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import Jaro

        folded = "".join(found.text for found in words(word))
        if not any(character.isalpha() for character in folded):
            return ()
        found = process.extract(
            folded,
            self._words,
            scorer=Jaro.similarity,
            score_cutoff=WORTH_A_LOOK,
            limit=MOST_LOOKED_AT,
        )
        likeness = {
            match: _raised(folded, match, jaro)
            for match, jaro, _ in found
            if min(len(match), len(folded)) >= LEAST_OF_LENGTH * max(len(match), len(folded))
        }
        alike = [match for match, value in likeness.items() if value >= ALIKE]
        return tuple(sorted(alike, key=lambda match: (-likeness[match], match))[:limit])

    @cached_property
    def _words(self) -> list[str]:
        """All words of nothing but letters, sorted."""
        forms = map(Form.parse, self._forward.keys())
        return sorted({form.word for form in forms if form.word.isalpha()})


def _raised(one: str, other: str, jaro: float) -> float:
    from rapidfuzz.distance import Prefix

    prefix = min(Prefix.similarity(one, other), LONGEST_PREFIX)
    return jaro + prefix * PREFIX_SHARE * (1 - jaro)
