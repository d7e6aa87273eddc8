"""Whether names stand for two things, and in the same place of their sentences."""

from bot.differing.goals import Goal
from bot.differing.labels import LABELS
from bot.differing.named import Named, mentioned
from bot.differing.statements import Statement

__all__ = ["are_in_one_slot", "are_named_apart", "is_shared"]


def are_in_one_slot(wanted: Goal, one: Named, other: Named) -> bool:
    """Say whether places are told alike: "in Rome" and "at the Capitol" may be the same."""
    if wanted.type != "where" or not (one.is_proper or other.is_proper):
        return True
    return (one.leading, one.is_proper) == (other.leading, other.is_proper)


def is_shared(wanted: Goal, names: list[Named], others: list[Named], other: Statement) -> bool:
    """Say whether the other sentence mentions one of the names too, wherever it stands."""
    every = [*others, *mentioned(other.text, wanted)]
    return not all(are_named_apart(a, b) for a in names for b in every)


def are_named_apart(one: Named, other: Named) -> bool:
    """Say whether two names cannot be those of the same, nor of a place and a place within it.

    >>> oslo, turin = (Named(0, 1, frozenset([word]), "in", True) for word in ("oslo", "turin"))
    >>> are_named_apart(oslo, turin)
    True
    """
    if one.words & other.words - LABELS - {"the", "of"}:
        return False
    if any(_are_initials(a, b) for a, b in ((one, other), (other, one))):
        return False
    return one.is_wide == other.is_wide


def _are_initials(short: Named, long: Named) -> bool:
    letters = "".join(sorted(word[0] for word in long.words if word not in ("of", "the")))
    return any("".join(sorted(word)) == letters for word in short.words)
