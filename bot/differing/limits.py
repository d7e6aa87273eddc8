"""Whether a value holds only for a part, a place or a time of what is asked about."""

import re

from bot.differing.contents import Content
from bot.differing.counted import Pair
from bot.differing.goals import Goal
from bot.differing.quantities import Quantity, quantities
from bot.differing.scope import days_between, is_happening
from bot.differing.statements import Statement
from bot.differing.tokens import tokens

__all__ = ["is_aged", "is_former", "is_limited", "is_local", "is_part"]

# "Closed for repairs" is closed.
FORMERLY = re.compile(r"\b(?:who was|had been|used to|was [^.,]{0,40} until)\b")
LIMITING = frozenset(("in", "on", "for", "during"))
# Where none of these stands in front of a number, it counts what the sentence is about.
FINITE = re.compile(r"\b(?:ha[sd]|have|is|are|was|were|will|can|may|must|[a-z]+(?:s|ed))\b")
# "In the village of Lis, ..."
OPENING = re.compile(
    r"(?:In|At|On|For|Among|Of|Near) (?!least|most)([^,\d]{3,40}), "
    r"|(Abroad|[A-Z][a-z]+ly) (?:the|its|a) "
)
Side = tuple[Statement, Content]


def is_aged(wanted: Goal, pair: Pair, one: Statement, other: Statement) -> bool:
    """Say whether an age has grown since: a least age has not."""
    is_age = "old" in wanted.modifiers and not any(amount.bound for amount in pair)
    return is_age and bool(days_between(one, other))


def is_former(statement: Statement) -> bool:
    """Say whether a sentence tells who held a post before: "who was minister until 2009"."""
    return bool(FORMERLY.search(statement.text))


def is_limited(wanted: Goal, one: Side, other: Side) -> bool:
    """Say whether one sentence adds where or for what its number holds: "on food"."""
    is_event_asked = is_happening(wanted)
    for (statement, own), (_, rest) in ((one, other), (other, one)):
        strange = own.concepts - rest.known - wanted.modifiers - own.title
        opening = OPENING.match(statement.text)
        if opening and strange & {token.concept for token in tokens(opening[1] or opening[2])}:
            return True
        if not is_event_asked and any(own.placed.get(word) in LIMITING for word in strange):
            return True
    return False


def is_part(wanted: Goal, statement: Statement, own: Content, rest: Content) -> bool:
    """Say whether a sentence opens with a number of which it tells something more.

    "Two lanes of the bridge are closed" does not count the lanes of the bridge.
    """
    amounts = quantities(statement.text)
    is_first = bool(amounts) and not FINITE.search(statement.text[: amounts[0].start])
    more = own.concepts - rest.known - wanted.modifiers
    told = wanted.concepts - own.title - {wanted.focus}
    is_first = is_first and statement.text[amounts[0].end :][:1] != "-"
    is_other = wanted.is_holding or not told & own.every
    is_flow = wanted.is_holding and _is_flow(statement.text, amounts, more)
    return wanted.type == "how many" and ((is_first and is_other and bool(more)) or is_flow)


def _is_flow(text: str, amounts: tuple[Quantity, ...], more: frozenset[str]) -> bool:
    """Say whether a number is what is done once: "closed 9 shops", unlike "runs 9 shops"."""
    before = tokens(text[: amounts[0].start])[-1:] if amounts else ()
    return any(token.concept in more and not token.text.endswith("s") for token in before)


def is_local(wanted: Goal, one: Content, other: Content) -> bool:
    """Say whether one sentence alone names a place: the head in Prague is another one."""
    if wanted.type != "who":
        return False
    only = (one.names & one.placed.keys()) ^ (other.names & other.placed.keys())
    return bool(only - wanted.modifiers - (one.known & other.known))
