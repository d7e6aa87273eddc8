"""What kind of thing a word of an English sentence is: a year, a name, a unit, a reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.forward.forms import CASES, Form
from retrieval.stopwords import STOP_WORDS

__all__ = ["KINDS", "NAMES", "Tables", "is_number", "kinds", "tables"]

# Kinds of words, and those that only marks have; a sentence's evidence is which of them it holds.
KINDS = (
    "other", "stop word", "year", "month", "weekday", "number", "number word", "ordinal", "unit",
    "money", "percent", "time word", "reason", "name", "place name", "agent", "person title",
    "acronym", "first word", "run of names", "decade", "quotation", "bracket", "colon",
)  # fmt: skip
# Kinds that are written with a capital because they name something.
NAMES = ("name", "place name", "agent", "acronym", "run of names")
NUMBER = {kind: number for number, kind in enumerate(KINDS)}

WORDS = {
    "number word": """two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
        ninety hundred hundreds thousand thousands million millions billion billions trillion dozen
        dozens half twice""",
    "ordinal": "first second third fourth fifth sixth seventh eighth ninth tenth",
    "unit": """km kilometers kilometres miles mile meters metres feet foot inches cm mm kg pounds
        tons tonnes acres hectares hours hour minutes seconds days day weeks months years year
        decades mph degrees square percent""",
    "money": "dollar dollars euro euros cents usd yen won yuan",
    "time word": """century centuries today ago during until since decade yesterday tomorrow morning
        era period""",
    "reason": """because due since therefore thus reason reasons cause caused causes result resulted
        hence owing so""",
    "person title": """mr mrs ms dr sir president king queen prince emperor pope st saint lord actor
        singer author director minister general professor senator""",
}
KIND_OF = {word: kind for kind, listed in reversed(WORDS.items()) for word in listed.split()}
CAPITALISED = {
    **dict.fromkeys(
        """january february march april may june july august september october november december
        jan feb mar apr jun jul aug sept sep oct nov dec""".split(),
        "month",
    ),
    **dict.fromkeys("monday tuesday wednesday thursday friday saturday sunday".split(), "weekday"),
}
BEFORE_PLACE = frozenset("in at near from to within across between of".split())
# All other words but numbers are told by their capitals alone.
LISTED = frozenset({*STOP_WORDS, *KIND_OF, *CAPITALISED, *BEFORE_PLACE, "by"})
YEAR = re.compile(r"1\d{3}|20\d\d")
DECADE = re.compile(r"\d{3,4}s")
COUNTED = re.compile(r"\d+(?:st|nd|rd|th)")

# What a name is taken for behind: any other word, a word before places, "by", another name.
BEHIND = np.array([NUMBER[k] for k in ("name", "place name", "agent", "run of names")], np.uint8)
OTHER_WORD, PLACE_WORD, BY, NAME = range(4)


@dataclass(frozen=True, slots=True)
class Tables:
    """What the kind of a word depends on, by form.

    Attributes:
        kinds: (n_forms, 2) uint8 kind of the form where it opens a sentence, and inside one; a
            name inside one is of the kind that the word before it says.
        context: (n_forms,) uint8 place in `BEHIND` of what a name behind the form is.
    """

    kinds: NDArray[np.uint8]
    context: NDArray[np.uint8]


def tables(forms: Iterable[Form]) -> Tables:
    """Tell what the kinds of words depend on.

    >>> from retrieval.forward.forms import forms_of
    >>> found = tables(forms_of("In Tokyo", "en"))
    >>> [[KINDS[kind] for kind in row] for row in found.kinds], found.context.tolist()
    ([['stop word', 'name'], ['first word', 'name']], [1, 3])
    """
    plain = {case: _row(Form("x", "letters", "en", case)) for case in CASES}
    rows = [
        _row(form) if form.word in LISTED or form.word[0].isdigit() else plain[form.case]
        for form in forms
    ]
    columns = np.array(rows, np.uint8).reshape(-1, 3)
    return Tables(columns[:, :2].copy(), columns[:, 2].copy())


def kinds(
    forms: NDArray[np.integer], starts: NDArray[np.integer], by_form: Tables
) -> NDArray[np.uint8]:
    """Return the number of each word's kind in `KINDS`.

    Parameters
    ----------
    forms
        (n_words,) form numbers, row after row.
    starts
        (n_rows,) where the rows begin, from 0.
    by_form
        what `tables` told of the forms.

    >>> from retrieval.forward.forms import forms_of
    >>> found = tables(forms_of("In 1965 Park signed it in Tokyo.", "en"))
    >>> [KINDS[kind] for kind in kinds(np.arange(7), np.array([0]), found)]
    ['stop word', 'year', 'name', 'other', 'stop word', 'stop word', 'place name']
    """
    inside = np.ones(len(forms) + 1, np.int64)
    inside[starts] = 0
    found: NDArray[np.uint8] = by_form.kinds.ravel()[2 * forms.astype(np.int64) + inside[:-1]]
    names = np.flatnonzero(found == BEHIND[OTHER_WORD])
    found[names] = BEHIND[by_form.context[forms[names - 1]]]
    return found


def is_number(word: str) -> bool:
    """Say whether a folded word is a number or part of a date, however it is written."""
    if word[:1].isdigit() or KIND_OF.get(word) in ("number word", "ordinal"):
        return True
    return word in CAPITALISED and word not in ("may", "march")


def _row(form: Form) -> tuple[int, int, int]:
    """Return the number of a form's kind where it opens a sentence and inside one, its context."""
    inside = _kind(form, is_first=False)
    opening = _kind(form, is_first=True) if form.case else inside
    return NUMBER[opening], NUMBER[inside], _context(form)


def _kind(form: Form, *, is_first: bool) -> str:
    word = form.word
    if word[0].isdigit():
        return _number(word)
    if form.case and word in CAPITALISED:
        return CAPITALISED[word]
    if word in STOP_WORDS and not (form.case and not is_first and word not in ("i", "the", "a")):
        return "stop word"
    if word in KIND_OF and not (form.case and KIND_OF[word] == "reason"):
        return KIND_OF[word]
    if form.case == 2:
        return "acronym"
    if not form.case:
        return "other"
    return "first word" if is_first else "name"


def _number(word: str) -> str:
    if YEAR.fullmatch(word):
        return "year"
    if DECADE.fullmatch(word):
        return "decade"
    return "ordinal" if COUNTED.fullmatch(word) else "number"


def _context(form: Form) -> int:
    if form.case and form.word not in STOP_WORDS:
        return NAME
    if form.word in BEFORE_PLACE:
        return PLACE_WORD
    return BY if form.word == "by" else OTHER_WORD
