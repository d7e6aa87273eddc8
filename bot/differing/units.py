"""Units of measure: which can be told into one another, and which cannot."""

from bot.differing.tokens import Token

__all__ = ["MONEY", "Unit", "unit_at", "unit_of_sign"]

# A unit is a base that amounts are told in, and how many of it there are.
Unit = tuple[str, float]

# Lines of: base, factor, and the words for it. Units of another base are never compared.
TABLE = """
percent 1 percent pct per-cent
point 1 point points
dollar 1 dollar dollars usd
dollar 0.01 cent cents
euro 1 euro euros eur
pound 1 pounds gbp quid
won 1 won krw
yen 1 yen jpy
yuan 1 yuan renminbi
rupee 1 rupee rupees
peso 1 peso pesos
franc 1 franc francs chf
krona 1 krona kronor krone kroner
rouble 1 rouble roubles ruble rubles
minute 1 minute minutes min mins
minute 60 hour hours hr hrs
second 1 second seconds sec
day 1 day days
day 7 week weeks
day 14 fortnight fortnights
month 1 month months
month 12 year years
metre 1 metre metres meter meters m
metre 1000 kilometre kilometres kilometer kilometers km
metre 0.01 centimetre centimetres centimeter centimeters cm
metre 0.001 millimetre millimetres millimeter millimeters mm
mile 1 mile miles
foot 1 foot feet ft
inch 1 inch inches
kilogram 1 kilogram kilograms kilo kilos kg
kilogram 1000 tonne tonnes
kilogram 0.001 gram grams g
ton 1 ton tons
litre 1 litre litres liter liters
degree 1 degree degrees celsius fahrenheit
hectare 1 hectare hectares
acre 1 acre acres
megabyte 1 mb megabyte megabytes
megabyte 1024 gb gigabyte gigabytes
megawatt 1 mw megawatt megawatts
watt 1 watt watts
kilowatt 1 kw kilowatt kilowatts
"""
SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₩": "won"}
BEHIND = {"%": "percent", "°": "degree"}
MONEY = frozenset("dollar euro pound won yen yuan rupee peso franc krona rouble".split())
UNITS: dict[str, Unit] = {
    word: (base, float(factor))
    for base, factor, *names in (line.split() for line in TABLE.strip().splitlines())
    for word in names
}
# "Working days" are not days.
OWN_KIND = frozenset("working business school light square cubic".split())


def unit_of_sign(token: Token) -> Unit | None:
    """Return the unit of a sign in front of a figure.

    >>> from bot.differing.tokens import tokens
    >>> unit_of_sign(tokens("$3")[0])
    ('dollar', 1.0)
    """
    base = SIGNS.get(token.text)
    return None if base is None else (base, 1.0)


def unit_at(sequence: tuple[Token, ...], at: int) -> tuple[Unit, int] | None:
    """Return the unit that begins at a token, and the token behind it; None where none does.

    >>> from bot.differing.tokens import tokens
    >>> unit_at(tokens("3 working days"), 1)
    (('working day', 1.0), 3)
    """
    if at < len(sequence) and sequence[at].text == "-":
        at += 1
    if at >= len(sequence):
        return None
    word = sequence[at].text
    if word in BEHIND:
        return (BEHIND[word], 1.0), at + 1
    if word in OWN_KIND and at + 1 < len(sequence) and sequence[at + 1].text in UNITS:
        base, factor = UNITS[sequence[at + 1].text]
        return (f"{word} {base}", factor), at + 2
    if word == "percentage" and at + 1 < len(sequence):
        return ("percentage point", 1.0), at + 2
    if word in UNITS:
        return UNITS[word], at + 1
    return None
