"""Whether two amounts can both be right: rounding, limits, units that do not meet."""

from bot.differing.quantities import Quantity
from bot.differing.units import MONEY

__all__ = ["agree", "are_comparable"]

# "About 5,000" goes with what lies within a tenth; "more than 5,000" with a quarter more.
NEAR = 0.1
SOMEWHAT_MORE = 0.25
# A rounded amount is off by less than this share, and is at least this large.
ROUNDING = 0.05
ROUND_FROM = 100
# Amounts of one thing do not differ by more than this factor.
SAME_THING = 20
FACTORS_OF_TIME = frozenset(("minute", "day", "month", "second"))
# "A trip" is what a fare is paid for anyway.
ANY_USE = frozenset(("trip", "ride", "journey", "person", "people", "head", "visitor", ""))
ONE_WAY = {"above": 1, "least": 1, "below": -1, "most": -1}


def are_comparable(one: Quantity, other: Quantity) -> bool:
    """Say whether two amounts are told in the same unit, by the same measure."""
    pers = {per for per in (one.per, other.per) if per not in ANY_USE}
    is_move = (one.bound == "by") != (other.bound == "by")
    return (
        one.unit == other.unit
        and not is_move
        and len(pers) < 2
        and not _is_out_of_scale(one, other)
    )


def agree(one: Quantity, other: Quantity) -> bool:
    """Say whether comparable amounts can both be right.

    >>> from bot.differing.quantities import quantities
    >>> def first(text): return quantities(text)[0]
    >>> agree(first("1.2 million people"), first("1,214,300 people"))
    True
    >>> agree(first("more than 100 trees"), first("90 trees"))
    False
    """
    if one.value == other.value:
        return True
    low, high = sorted((one, other), key=lambda amount: amount.value)
    if one.bound and one.bound == other.bound and one.bound in ("most", "least", "below"):
        return one.bound == "below" and _is_near(low.value, high.value, NEAR)
    if "between" in (one.bound, other.bound):
        return high.value <= 2 * low.value
    if _is_left_open(low, high):
        return True
    if "about" in (one.bound, other.bound):
        return _is_near(low.value, high.value, NEAR)
    return _is_rounded(one, other) or _is_rounded(other, one)


def _is_out_of_scale(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((one.value, other.value))
    return one.unit in MONEY and low > 0 and high / low > SAME_THING


def _is_left_open(low: Quantity, high: Quantity) -> bool:
    """Say whether the lower amount is a floor near the higher one, or the reverse."""
    is_floor = ONE_WAY.get(low.bound) == 1
    is_ceiling = ONE_WAY.get(high.bound) == -1
    if low.bound == "least" and not high.bound:
        return _is_near(low.value, high.value, 0.3)
    return (is_floor or is_ceiling) and _is_near(low.value, high.value, SOMEWHAT_MORE)


def _is_near(low: float, high: float, share: float) -> bool:
    return high - low <= share * high


def _is_rounded(short: Quantity, long: Quantity) -> bool:
    """Say whether the one amount is the other with fewer digits."""
    digits = _digits(short.value)
    is_exact = short.value < ROUND_FROM and float(long.value).is_integer()
    is_price = short.unit in MONEY and short.value < 1000
    if is_exact or is_price or digits >= _digits(long.value):
        return False
    rounded = float(f"{long.value:.{max(digits, 1) - 1}e}")
    is_whole = short.value < ROUND_FROM and round(long.value, _decimals(short.value)) == short.value
    return (rounded == short.value or is_whole) and _is_near(
        min(short.value, long.value), max(short.value, long.value), ROUNDING
    )


def _digits(value: float) -> int:
    """Count significant digits, zeros at the end of whole numbers aside."""
    return len(f"{value:.10g}".replace(".", "").strip("0")) or 1


def _decimals(value: float) -> int:
    return len(f"{value:.10g}".partition(".")[2])
