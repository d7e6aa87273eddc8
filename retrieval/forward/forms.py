"""The ways of writing a word, numbered while texts are analysed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from retrieval.analysis import ENGLISH, terms_of_word
from retrieval.words import Script, words

__all__ = ["Case", "Form", "Forms", "forms_of", "terms_of"]

# 0 plain, 1 a capital first, 2 more than one character and all capitals.
Case = Literal[0, 1, 2]

LETTER_OF: dict[Script, str] = {"letters": "l", "number": "n", "hangul": "h", "unspaced": "u"}
SCRIPT_OF: dict[str, Script] = {letter: script for script, letter in LETTER_OF.items()}
CASES: tuple[Case, Case, Case] = (0, 1, 2)
# Stretches of text to know by heart, and how long one may be: a hundred bytes or two each.
MOST_KNOWN = 1 << 18
LONGEST_KNOWN = 64
# Signs around a word that are no part of any.
AROUND = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’«»–—…"


@dataclass(frozen=True, slots=True)
class Form:
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
        return cls(word, SCRIPT_OF[letter], language, CASES[int(case)])


class Forms:
    """Numbers forms, from 0, in the order in which they are first met.

    Attributes:
        keys: the forms' keys by number.

    >>> forms = Forms()
    >>> forms.numbers("Rain, rain on Seoul", "en"), len(forms.keys)
    ([0, 1, 2, 3], 4)
    """

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._stretches: dict[str, _Stretches] = {}

    @property
    def keys(self) -> list[str]:
        """The forms' keys by number."""
        return list(self._numbers)

    def numbers(self, text: str, language: str) -> list[int]:
        """Return the numbers of a text's words in order."""
        known = self._stretches.get(language)
        if known is None:
            known = self._stretches[language] = _Stretches(language, self._numbers)
        # White space parts words whatever stands beside it, so that a stretch between two spaces
        # has the same words in every text.
        return list(chain.from_iterable(map(known.__getitem__, text.split())))


class _Stretches(dict[str, tuple[int, ...]]):
    """Numbers of the forms in stretches of text without white space, of one language."""

    def __init__(self, language: str, numbers: defaultdict[str, int]) -> None:
        self._language = _named(language)
        self._numbers = numbers

    def __missing__(self, stretch: str) -> tuple[int, ...]:
        plain = stretch.strip(AROUND)
        if plain.isalnum() and plain.isascii():
            keys = [_key(self._language, _case(plain), "letters", plain.lower())]
        else:
            keys = [form.key for form in forms_of(stretch, self._language)]
        found = tuple([self._numbers[key] for key in keys])
        if len(stretch) <= LONGEST_KNOWN:
            if len(self) == MOST_KNOWN:
                self.clear()
            self[stretch] = found
        return found


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
