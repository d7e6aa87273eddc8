"""What kind of thing a word of an English sentence is: a year, a name, a unit, a reason."""

import re
from collections.abc import Sequence

from retrieval.stopwords import STOP_WORDS
from retrieval.words import Word

__all__ = ["KINDS", "NAMES", "is_number", "kinds", "marks"]

# Kinds of words, then kinds of marks; a sentence's evidence is which of them it holds.
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
YEAR = re.compile(r"1\d{3}|20\d\d")
DECADE = re.compile(r"\d{3,4}s")
COUNTED = re.compile(r"\d+(?:st|nd|rd|th)")
MARKS = (
    ("money", re.compile(r"[$€£¥]")),
    ("percent", re.compile(r"%")),
    ("quotation", re.compile(r"[\"“”]")),
    ("bracket", re.compile(r"\(")),
    ("colon", re.compile(r"[;:]")),
)


def kinds(text: str, found: Sequence[Word]) -> list[int]:
    """Return the number of each word's kind in `KINDS`.

    >>> from retrieval.words import words
    >>> text = "In 1965 Park signed it in Tokyo."
    >>> [KINDS[kind] for kind in kinds(text, list(words(text)))]
    ['stop word', 'year', 'name', 'other', 'stop word', 'stop word', 'place name']
    """
    numbers = []
    before, is_after_name = "", False
    for place, word in enumerate(found):
        raw = text[word.start : word.end]
        kind = _kind(word.text, raw, before, is_first=place == 0, is_after_name=is_after_name)
        numbers.append(NUMBER[kind])
        before, is_after_name = word.text, raw[0].isupper() and word.text not in STOP_WORDS
    return numbers


def is_number(word: str) -> bool:
    """Say whether a folded word is a number or part of a date, however it is written."""
    if word[:1].isdigit() or KIND_OF.get(word) in ("number word", "ordinal"):
        return True
    return word in CAPITALISED and word not in ("may", "march")


def marks(text: str) -> list[int]:
    """Return the numbers, in `KINDS`, of the marks that a sentence holds."""
    return [NUMBER[kind] for kind, mark in MARKS if mark.search(text)]


def _kind(word: str, raw: str, before: str, *, is_first: bool, is_after_name: bool) -> str:
    if raw[0].isdigit():
        return _number(word)
    is_capital = raw[0].isupper()
    if is_capital and word in CAPITALISED:
        return CAPITALISED[word]
    if word in STOP_WORDS and not (is_capital and not is_first and word not in ("i", "the", "a")):
        return "stop word"
    if word in KIND_OF and not (is_capital and KIND_OF[word] == "reason"):
        return KIND_OF[word]
    return _name(raw, before, is_first, is_after_name) if is_capital else "other"


def _number(word: str) -> str:
    if YEAR.fullmatch(word):
        return "year"
    if DECADE.fullmatch(word):
        return "decade"
    return "ordinal" if COUNTED.fullmatch(word) else "number"


def _name(raw: str, before: str, is_first: bool, is_after_name: bool) -> str:
    if len(raw) > 1 and raw.isupper():
        return "acronym"
    if is_first:
        return "first word"
    if is_after_name:
        return "run of names"
    if before in BEFORE_PLACE:
        return "place name"
    return "agent" if before == "by" else "name"
