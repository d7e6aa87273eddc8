"""Two amounts of the same thing that cannot both be right."""

from dataclasses import replace

from bot.differing.agreeing import agree, are_comparable
from bot.differing.contents import Content
from bot.differing.goals import Goal
from bot.differing.lexicon import contrasts, is_event, is_person
from bot.differing.quantities import Quantity

__all__ = ["Pair", "conflicting_amounts"]

Pair = tuple[Quantity, Quantity]


def conflicting_amounts(
    goal: Goal,
    one: tuple[tuple[Quantity, ...], Content],
    other: tuple[tuple[Quantity, ...], Content],
) -> Pair | None:
    """Return the pair of amounts that differ, or None where one of each agree.

    Parameters
    ----------
    goal
        what was asked.
    one, other
        the amounts of each sentence, and what it is about.
    """
    pairs = [
        (first, second)
        for first in _fitting(goal, *one)
        for second in _fitting(goal, *other)
        if are_comparable(first, second) and _are_alike(goal, (first, one[1]), (second, other[1]))
    ]
    if not pairs or any(agree(*pair) for pair in pairs):
        return None
    return max(pairs, key=lambda pair: _closeness(goal, pair))


def _fitting(goal: Goal, amounts: tuple[Quantity, ...], content: Content) -> list[Quantity]:
    """Return the amounts that answer; if there are none, those in any unit."""
    found = _answering(goal, amounts, content)
    if found or not goal.units or goal.type == "how many":
        return found
    return _answering(replace(goal, units=frozenset[str]()), amounts, content)


def _answering(goal: Goal, amounts: tuple[Quantity, ...], content: Content) -> list[Quantity]:
    return [
        amount
        for amount in amounts
        if (not goal.units or amount.unit in goal.units)
        and _counts_focus(goal, amount, content)
        and ("partial" not in amount.clause or "without" in amount.clause & goal.modifiers)
        and not contrasts(goal.modifiers, amount.clause | set(amount.nouns))
    ]


def _counts_focus(goal: Goal, amount: Quantity, content: Content) -> bool:
    if goal.type != "how many" or amount.unit or not amount.nouns:
        return True
    if goal.focus in amount.nouns or is_person(amount.nouns[0]):
        return True
    return is_person(goal.focus) or amount.nouns[0] in goal.modifiers


def _are_alike(goal: Goal, one: tuple[Quantity, Content], other: tuple[Quantity, Content]) -> bool:
    """Say whether two amounts count the same, as far as the words behind them tell."""
    first, second = one[0], other[0]
    if contrasts(first.clause, second.clause):
        return False
    if first.unit and first.unit != "percent":
        return True
    common = next((noun for noun in first.nouns if noun in second.nouns), None)
    if common is None:
        shared = goal.concepts & first.clause & second.clause
        if is_person(goal.focus) and any(is_event(meaning) for meaning in shared):
            return True
        return _are_implied(one, other) and _are_implied(other, one)
    before = {
        *first.nouns[: first.nouns.index(common)],
        *second.nouns[: second.nouns.index(common)],
    }
    known = one[1].every & other[1].every | goal.modifiers
    return all(noun in known or is_person(noun) for noun in before)


def _are_implied(one: tuple[Quantity, Content], other: tuple[Quantity, Content]) -> bool:
    """Say whether what the one counts stands in the other sentence, or is people or unsaid."""
    nouns = one[0].nouns
    return not nouns or is_person(nouns[0]) or nouns[0] in other[1].every


def _closeness(goal: Goal, pair: Pair) -> int:
    first, second = (amount.clause | set(amount.nouns) for amount in pair)
    return len(first & second) + len(first & goal.modifiers) + len(second & goal.modifiers)
