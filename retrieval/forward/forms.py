"""The ways of writing a word, numbered while texts are analysed."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis import ENGLISH, terms_of_word
from retrieval.ragged import entries
from retrieval.words import Script, words

__all__ = ["CASES", "Case", "Form", "Forms", "forms_of", "terms_of"]

# 0 plain, 1 a capital first, 2 more than one character and all capitals.
Case = Literal[0, 1, 2]

LETTER_OF: dict[Script, str] = {"letters": "l", "number": "n", "hangul": "h", "unspaced": "u"}
SCRIPT_OF: dict[str, Script] = {letter: script for script, letter in LETTER_OF.items()}
CASES: tuple[Case, Case, Case] = (0, 1, 2)
CASE_OF: dict[str, Case] = {str(case): case for case in CASES}
# Stretches of text to learn before beginning anew, some hundred bytes each, and the characters of
# one to know by heart.
MOST_STRETCHES = 1 << 19
LONGEST_KNOWN = 64
# Signs around a word that are no part of any.
AROUND = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’«»–—…"


class Form(NamedTuple):
    """One way of writing a word in a language.

    Attributes:
        word: folded.
        script: what kind of run it is.
        language: code; English for text whose language is not told.
        case: how its capitals stand.
    """

    word: str
    script: Script
    language: str
    case: Case

    @property
    def key(self) -> str:
        r"""The form as one string, which leads back to it.

        >>> Form("seoul", "letters", "en", 1).key
        'en\t1\tl\tseoul'
        """
        return _key(self.language, self.case, self.script, self.word)

    @classmethod
    def parse(cls, key: str) -> "Form":
        r"""Return the form that has a key.

        >>> Form.parse("ko\t0\th\t일본은")
        Form(word='일본은', script='hangul', language='ko', case=0)
        """
        language, case, letter, word = key.split("\t")
        return cls(word, SCRIPT_OF[letter], language, CASE_OF[case])


class Forms:
    """Numbers forms, from 0, in the order in which they are first met.

    White space parts words whatever stands beside it, so that a stretch between two spaces has the
    same words in every text: each is read once and known by a number of its own.

    Attributes:
        keys: the forms' keys by number; it grows.

    >>> forms = Forms()
    >>> forms.numbers("Rain, rain on Seoul", "en"), len(forms.keys)
    ([0, 1, 2, 3], 4)
    """

    def __init__(self) -> None:
        self.keys: list[str] = []
        self._numbers: dict[str, int] = {}
        self._stretches: dict[str, _Stretches] = {}
        # The forms of stretches, stretch after stretch, and where those of each end.
        self._flat, self._ends = array("i"), array("q", [0])

    @property
    def is_full(self) -> bool:
        """Whether others should take its place, for memory's sake."""
        return len(self._ends) > MOST_STRETCHES

    def numbers(self, text: str, language: str) -> list[int]:
        """Return the numbers of a text's words in order."""
        numbers, _ = self.of_stretches(self.stretches(text.split(), language))
        return [*map(int, numbers)]

    def stretches(self, stretches: Sequence[str], language: str) -> NDArray[np.int32]:
        """Return the numbers of stretches without white space, for `of_stretches`."""
        known = self._stretches.get(language)
        if known is None:
            known = self._stretches[language] = _Stretches(partial(self._learn, _named(language)))
        return np.fromiter(map(known.__getitem__, stretches), np.int32, len(stretches))

    def of_stretches(
        self, stretches: NDArray[np.int32]
    ) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Return the numbers of the words of stretches, and how many words each has."""
        ends = np.array(self._ends)
        flat = np.array(self._flat, np.int32)
        place, _ = entries(ends, stretches)
        return flat[place], np.diff(ends)[stretches]

    def _learn(self, language: str, stretch: str) -> int:
        """Number a stretch and its forms."""
        plain = stretch.strip(AROUND)
        if plain.isalnum() and plain.isascii():
            self._flat.append(self._number(_key(language, _case(plain), "letters", plain.lower())))
        else:
            self._flat.extend([self._number(form.key) for form in forms_of(stretch, language)])
        self._ends.append(len(self._flat))
        return len(self._ends) - 2

    def _number(self, key: str) -> int:
        number = self._numbers.setdefault(key, len(self.keys))
        if number == len(self.keys):
            self.keys.append(key)
        return number


class _Stretches(dict[str, int]):
    """Numbers of stretches of text in one language.

    Parameters
    ----------
    learn
        numbers one that is new.
    """

    def __init__(self, learn: Callable[[str], int]) -> None:
        self._learn = learn

    def __missing__(self, stretch: str) -> int:
        number = self._learn(stretch)
        if len(stretch) <= LONGEST_KNOWN:
            self[stretch] = number
        return number


def forms_of(text: str, language: str) -> Iterator[Form]:
    r"""Yield the forms of a text's words in order.

    >>> [form.key for form in forms_of("NATO's pact", "und")]
    ['en\t2\tl\tnato', 'en\t0\tl\tpact']
    """
    for word in words(text):
        case = _case(text[word.start : word.end])
        yield Form(word.text, word.script, _named(language), case)


def terms_of(form: Form) -> tuple[str, ...]:
    """Return the index terms of a form, as often as it gives them; none for a stop word.

    >>> terms_of(Form("expires", "letters", "en", 0)), terms_of(Form("the", "letters", "en", 1))
    (('expir',), ())
    """
    return terms_of_word(form.word, form.script, form.language)


def _key(language: str, case: Case, script: Script, word: str) -> str:
    return f"{language}\t{case}\t{LETTER_OF[script]}\t{word}"


def _named(language: str) -> str:
    return "en" if language in ENGLISH else language


def _case(raw: str) -> Case:
    if not raw[0].isupper():
        return 0
    return 2 if len(raw) > 1 and raw.isupper() else 1
