"""Whether two sentences say the same of the same subject, values set aside."""

from bot.differing.contents import Content
from bot.differing.goals import Goal
from bot.differing.labels import LABELS
from bot.differing.lexicon import concept, contrasts

__all__ = ["are_same"]

# Told of a part alone, these make another statement.
NARROWING = frozenset(
    concept(word)
    for word in """adult children senior weekend weekday vice deputy former acting
    honorary assistant join candidate partial replacement average region metropolitan
    greater suburb gained gain hire lay towards toward among
    including against third half share remaining extra additional""".split()
)
# "The annual fee" is a fee; "the deadline to register" is when to register.
SPANS = frozenset("year month week day hour deadline end begin".split())
# Half of what the question names must stand in both sentences, if the rest is merely left out.
COVERED = 0.5
MOST_FOREIGN = 2
# "When was it signed?" may be answered of many things: longer sentences than these are no match.
VAGUE = 3
MOST_OF_VAGUE = 4
# "Nine miners died": who did is no part of the name.
HAPPENING = frozenset(("die", "injure", "arrest"))
OVERLAP = 0.6


def are_same(goal: Goal, one: Content, other: Content, *, is_strict: bool) -> bool:
    """Say whether two sentences tell of the same thing.

    Parameters
    ----------
    goal
        what was asked.
    one, other
        the sentences without their values.
    is_strict
        true where the question does not say which kind of value it wants.
    """
    if contrasts(one.every, other.every) or _is_narrowed(goal, one, other):
        return False
    if not _are_told(goal, one, other):
        return False
    if _is_of_other(goal, one, other) or _is_of_other(goal, other, one):
        return False
    if _are_labelled_apart(goal, one, other):
        return False
    if not _names_meet(goal, one, other) or _are_modified(goal, one, other):
        return False
    if _are_tied(goal, one, other):
        return False
    # "It was signed" and "they signed it" may be said of two things.
    if goal.names - one.known - other.known and not _overlap(one, other, is_strict=True):
        return False
    if not goal.concepts or is_strict:
        return _overlap(one, other, is_strict=is_strict) and (
            not goal.concepts or _covers(goal, one, other)
        )
    return _covers(goal, one, other)


def _are_told(goal: Goal, one: Content, other: Content) -> bool:
    """Say whether each sentence itself says what is asked of a subject that its title names."""
    told = goal.concepts - one.title - other.title
    held = [bool(told & content.every) for content in (one, other)]
    return not told or all(held) or (goal.type != "who" and not any(held))


def _is_of_other(goal: Goal, own: Content, rest: Content) -> bool:
    """Say whether a sentence tells of something else than its title: "She heads the aquarium"."""
    subject = goal.concepts & own.title
    strange = own.concepts - rest.known - goal.modifiers
    is_asked = goal.type in ("who", "where") and bool(subject and strange)
    is_asked = is_asked and len((goal.concepts - own.title) & own.every) < 2
    return is_asked and not subject & own.every and not own.has_pronoun


def _is_narrowed(goal: Goal, one: Content, other: Content) -> bool:
    return bool(NARROWING & (one.every ^ other.every) - goal.modifiers)


def _are_labelled_apart(goal: Goal, one: Content, other: Content) -> bool:
    """Say whether numbers name two things, or another than the question does."""
    ignored = {goal.focus} | (LABELS if goal.type in ("where", "which place") else set[str]())
    wanted = goal.labels.items()
    return any(
        own.labels.get(word) != value for own in (one, other) for word, value in wanted
    ) or any(
        other.labels.get(word, value) != value
        for word, value in one.labels.items()
        if word not in ignored
    )


def _names_meet(goal: Goal, one: Content, other: Content) -> bool:
    named = (goal.modifiers - {goal.focus}) & (one.names | other.names) | goal.names
    if named & (one.known ^ other.known):
        return False
    return not (one.names - other.known and other.names - one.known)


def _are_modified(goal: Goal, one: Content, other: Content) -> bool:
    """Say whether a shared word has another word in front of it: "sick leave", "annual leave"."""
    heads = goal.modifiers | {one.first, other.first}
    strange = [
        {
            head
            for modifier, head in own.leading
            if head not in HAPPENING and _is_strange(goal, modifier, own, rest)
        }
        & rest.known - own.names
        for own, rest in ((one, other), (other, one))
    ]
    return bool(strange[0] & strange[1] or (strange[0] | strange[1]) & heads)


def _are_tied(goal: Goal, one: Content, other: Content) -> bool:
    """Say whether what is asked about only belongs to something else: "the road across the dam"."""
    return any(
        head in goal.concepts and head in rest.known and _is_strange(goal, governor, own, rest)
        for own, rest in ((one, other), (other, one))
        for head, governor in own.governing.items()
    )


def _is_strange(goal: Goal, meaning: str, own: Content, rest: Content) -> bool:
    return meaning not in rest.known | goal.modifiers | SPANS


def _covers(goal: Goal, one: Content, other: Content) -> bool:
    # What is counted stands beside the number: the rest must be told of it.
    told = goal.concepts - {goal.focus} if goal.type == "how many" else goal.concepts
    both = told & one.known & other.known
    if told and (len(both) < COVERED * len(told) or not both):
        return False
    foreign = [
        content.concepts - rest.known - goal.modifiers
        for content, rest in ((one, other), (other, one))
    ]
    # What neither says is left out, not replaced.
    missing = [
        goal.concepts & (a.known ^ b.known) - a.known for a, b in ((one, other), (other, one))
    ]
    if any(lacks and strange for lacks, strange in zip(missing, foreign, strict=True)):
        return False
    is_vague = not goal.names and len(goal.concepts) < VAGUE
    if is_vague and max(map(len, foreign)) > MOST_OF_VAGUE:
        return False
    return min(map(len, foreign)) <= MOST_FOREIGN


def _overlap(one: Content, other: Content, *, is_strict: bool) -> bool:
    """Say whether the shorter sentence is mostly held by the longer."""
    shared = len(one.concepts & other.concepts)
    if one.concepts - other.known and other.concepts - one.known and is_strict:
        return False
    return shared > 0 and shared >= OVERLAP * min(len(one.concepts), len(other.concepts))
