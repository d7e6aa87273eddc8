"""English numbers to digits: "two and a half" to 2.5, "5.2 billion" to 5200000000."""

import re
from decimal import Decimal

__all__ = ["NUMBER", "digits"]

_ONES = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}
_SMALL = "|".join((*_TENS, *sorted(_ONES, key=len, reverse=True)))
_SCALE = "|".join(_SCALES)
_FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = rf"(?:{_SMALL})(?:[- ](?:{_SMALL}))?"

NUMBER = (
    rf"(?:(?i:(?:{_FIGURES}|{_WORDS}|an?(?= (?:{_SCALE})\b))(?:[- ](?:{_SCALE})\b)*"
    rf"(?: and a (?:half|quarter)|(?: and)? (?:{_WORDS})(?= |[.,;)]))?)|\d+½)"
)
"""A number in figures or words, without sign, unit or currency."""

_PART = re.compile(rf"{_FIGURES}|[a-z]+|½", re.IGNORECASE)


def digits(shown: str) -> str:
    """Return what `NUMBER` matched in digits, with a point before decimals.

    >>> digits("5.2 billion"), digits("two and a half"), digits("twenty-one"), digits("1,250")
    ('5200000000', '2.5', '21', '1250')
    """
    total = part = Decimal(0)
    for word in _PART.findall(shown.lower()):
        if word in _SCALES:
            part = (part or Decimal(1)) * _SCALES[word]
            if _SCALES[word] > 100:
                total, part = total + part, Decimal(0)
        elif word not in ("and", "a", "an"):
            part += _plain(word)
    return _shown(total + part)


def _plain(word: str) -> Decimal:
    if word in ("half", "½"):
        return Decimal("0.5")
    if word == "quarter":
        return Decimal("0.25")
    if word in _ONES or word in _TENS:
        return Decimal(_ONES.get(word, _TENS.get(word, 0)))
    return Decimal(word.replace(",", ""))


def _shown(value: Decimal) -> str:
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
