"""The names of a sentence: runs of capitalised words."""

from typing import NamedTuple

from bot.pieces.sentence import Sentence
from retrieval.stopwords import STOP_WORDS

__all__ = ["ADJECTIVE_ENDINGS", "FUNCTION_WORDS", "Run", "is_month", "names"]

# Names that are adjectives end so: "Asian countries".
ADJECTIVE_ENDINGS = ("ish", "ese", "ian", "ean", "can", "ern")
_TITLES = frozenset(
    """mr mrs ms dr prof gen lt col maj capt sgt adm cmdr brig rep sen gov pres rev hon fr st ste
    mt jr sr messrs""".split()
)
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan
    feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday
    sunday""".split()
)
_BEFORE_DATES = frozenset("in on since until till by during early late last next of".split())
# Words that stand inside a name in small letters.
_PARTICLES = frozenset(
    "of the de da do dos das di del della du la le van von der den bin ibn al el y e ben zu".split()
)
_JOINTS = frozenset((" ", "-", " & ", "–"))
# Words that name nothing, though they open a sentence with a capital.
FUNCTION_WORDS = STOP_WORDS | frozenset(
    """after although all another any around because before between both beside besides but
    despite during each early either every few finally first following furthermore given here
    however including instead later many meanwhile more moreover most much neither nevertheless
    nor now once one only other others our over several since some sometimes soon still such
    thereafter therefore though three through throughout thus today together two under unlike
    until upon us using various very when whenever whereas wherever whether while within without
    yet additionally traditionally according due near nearly almost about above across against
    along among amid behind below beneath beyond down inside like off onto outside past per
    towards up via only dozens hundreds thousands millions""".split()
)
_MOST_PARTICLES = 2


class Run(NamedTuple):
    """A name.

    Attributes:
        first: its first word, counted from 0.
        last: its last word.
    """

    first: int
    last: int


def names(sentence: Sentence) -> tuple[Run, ...]:
    """Return the names of a sentence in order, disjoint.

    >>> from bot.pieces.sentence import cut
    >>> found = cut("In May Dr. Ana de Vries of Oslo met Kim Bo-ra's son.")
    >>> [found.shown(*run) for run in names(found)]
    ['Dr. Ana de Vries of Oslo', 'Kim Bo-ra']
    """
    found: list[Run] = []
    for number in range(len(sentence.words)):
        if not _is_capital(sentence, number):
            continue
        if found and _goes_on(sentence, found[-1].last, number):
            found[-1] = Run(found[-1].first, number)
        else:
            found.append(Run(number, number))
    return tuple(run for run in found if not _is_calendar(sentence, run))


def is_month(word: str) -> bool:
    """Say whether a folded word is a month or a weekday."""
    return word in _MONTHS


def _is_capital(sentence: Sentence, number: int) -> bool:
    word = sentence.words[number]
    if not word.text[0].isupper() or word.text == "I":
        return False
    if word.folded in _MONTHS and _is_date(sentence, number):
        return False
    return not (word.folded in FUNCTION_WORDS and _opens(sentence, number))


def _is_date(sentence: Sentence, number: int) -> bool:
    """Say whether a month is no name, as in "Theresa May": a number or "in" stands next to it."""
    return sentence.folded(number - 1) in _BEFORE_DATES or sentence.folded(number + 1)[:1].isdigit()


def _opens(sentence: Sentence, number: int) -> bool:
    """Say whether a capital is owed to the place: it opens the sentence or a speech."""
    gap = sentence.gap(number)
    return number == 0 or any(sign in gap for sign in '.!?:;"“‘([-–—')


def _goes_on(sentence: Sentence, last: int, number: int) -> bool:
    """Say whether a capitalised word continues the name that ends with `last`."""
    between = number - last - 1
    if between > _MOST_PARTICLES:
        return False
    if any(sentence.folded(n) not in _PARTICLES for n in range(last + 1, number)):
        return False
    if between and sentence.folded(last + 1) == "the":
        return False
    return all(_joins(sentence, n) for n in range(last + 1, number + 1))


def _joins(sentence: Sentence, number: int) -> bool:
    gap = sentence.gap(number)
    if gap in _JOINTS:
        return True
    front, word = sentence.folded(number - 1), sentence.folded(number)
    if gap == ". ":
        return front in _TITLES or len(front) == 1
    return gap in (", ", " ") and word in ("jr", "sr")


def _is_calendar(sentence: Sentence, run: Run) -> bool:
    return all(is_month(sentence.folded(n)) for n in range(run.first, run.last + 1))
