"""The words and figures that English dates are made of, as pieces of regular expressions."""

__all__ = [
    "DAY",
    "END",
    "MONTH",
    "MONTH_NAME",
    "NUMBER",
    "ORDINAL",
    "SHIFT",
    "SHIFTS",
    "WEEKDAY",
    "YEAR",
    "month_number",
    "ordinal",
    "quantity",
    "weekday_number",
]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()

_NAMES = "January February March April May June July August September October November December"
MONTH_NAME = rf"(?:{'|'.join(_NAMES.split())}|{'|'.join(_NAMES.upper().split())})(?![^\W\d_])"
"""A month in full, "March" or "MARCH"."""

_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?![^\W\d_]))"
MONTH = rf"(?:{MONTH_NAME}|{_SHORT}|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\.)"
"""A month in full or shortened, "March", "Mar." or "Mar"."""

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w)"
"""A weekday in full."""

DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
"""A day of the month, "3", "03" or "3rd"."""

YEAR = r"(?:1\d{3}|20\d\d|2100)"
"""A year of four digits, 1000 to 2100."""

END = r"(?![\w%°$€£]|[.,:/]\d|[-–]\d)"
"""What follows continues no number."""

SHIFT = r"(?:last|this|next)"
"""Which year, month or week, seen from the day of publication."""

SHIFTS = {"last": -1, "this": 0, "next": 1}

NUMBER = rf"(?:\d{{1,2}}|[Aa]n?|(?i:{'|'.join(_NUMBERS)}))"
"""A quantity up to 99, "3", "three" or "a"."""

ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:{'|'.join(sorted(_ORDINALS, reverse=True))}))"
"""An ordinal, "19th" or "nineteenth"."""


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name, however shortened."""
    return _MONTHS.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    """Return 0 for Monday to 6 for Sunday, as `datetime.date.weekday` counts."""
    return _WEEKDAYS.index(name[:3].lower())


def quantity(shown: str) -> int:
    """Return the number that `NUMBER` matched.

    >>> quantity("a"), quantity("Three"), quantity("12")
    (1, 3, 12)
    """
    if shown.isdecimal():
        return int(shown)
    return 1 if shown.lower() in {"a", "an"} else _NUMBERS.index(shown.lower()) + 1


def ordinal(shown: str) -> int:
    """Return the number that `ORDINAL` matched.

    >>> ordinal("19th"), ordinal("twenty-first")
    (19, 21)
    """
    if shown[0].isdecimal():
        return int(shown[:-2])
    return _ORDINALS.index(shown.lower()) + 1
