"""Compare two sentences: the value that answers the question, where it differs."""

import re
from collections.abc import Callable, Sized
from dataclasses import replace

from bot.differing.aligned import are_aligned
from bot.differing.coinciding import conflicting_moments
from bot.differing.contents import Content, content
from bot.differing.counted import conflicting_amounts
from bot.differing.goals import Goal, goal
from bot.differing.limits import is_aged, is_former, is_limited, is_local, is_part
from bot.differing.moments import Moment, moments
from bot.differing.named import Named, named
from bot.differing.polarity import Pole, opposed
from bot.differing.quantities import Quantity, quantities
from bot.differing.sameness import are_same
from bot.differing.scope import are_apart, are_other_events, is_event_unplaced, is_weekly
from bot.differing.slots import are_in_one_slot, is_shared
from bot.differing.statements import Difference, Kind, Span, Statement
from bot.differing.subjects import are_other_subjects
from corpus.languages import detect_language
from retrieval.analysis import ENGLISH

__all__ = ["difference"]

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
# Questions of these types say which kind of value they want.
UNTYPED = frozenset(("other", "what", "what does", "which"))
# What these ask for may be any name: all that they say must be told.
LOOSE = UNTYPED | {"what is"}
ENDS = frozenset(("begin", "end", "open", "deadline"))
REPAIRS = frozenset("repair renov mainten traffic".split())
Value = Quantity | Moment | Named | Pole
Spans = tuple[tuple[int, int], ...]


def difference(
    question: str, one: Statement, other: Statement, *, language: str = ""
) -> Difference | None:
    """Return how two sentences of different documents differ on what is asked, or None.

    English is read; of other languages only sentences are compared that are equal but for their
    digits. In doubt there is no difference.

    Parameters
    ----------
    question
        as it is searched for.
    one, other
        sentences that may both answer it.
    language
        of the sentences, if known; a single one is often too short to tell.

    >>> one = Statement("a", None, "The bus fare is 3 dollars.")
    >>> found = difference("How much is the bus fare?", one,
    ...                    Statement("b", None, "The bus fare is 4 dollars."))
    >>> found.kind, found.one.value, found.other.value
    ('number', '3 dollars', '4 dollars')
    """
    if one.text == other.text or are_other_subjects(question, one, other):
        return None
    if not _is_english(question, one, other, language):
        return _other_digits(one, other)
    wanted = goal(question)
    for kind in wanted.kinds:
        if kind in VALUES and not all(VALUES[kind](statement) for statement in (one, other)):
            continue
        return COMPARED[kind](wanted, one, other)
    return None


def _is_english(question: str, one: Statement, other: Statement, language: str) -> bool:
    if language:
        return language in ENGLISH
    together = f"{question} {one.text} {other.text}"
    return any(detect_language(text) in ENGLISH for text in (together, one.text, other.text))


def _other_digits(one: Statement, other: Statement) -> Difference | None:
    if DIGITS.sub("0", one.text) != DIGITS.sub("0", other.text):
        return None
    pairs = zip(DIGITS.finditer(one.text), DIGITS.finditer(other.text), strict=True)
    first, second = next(pair for pair in pairs if pair[0].group() != pair[1].group())
    return _difference("number", one, first.span(), other, second.span())


def _number(wanted: Goal, one: Statement, other: Statement) -> Difference | None:
    contents = _contents(wanted, one, other, ((), ()))
    if is_part(wanted, one, *contents) or is_part(wanted, other, *contents[::-1]):
        return None
    pair = conflicting_amounts(
        wanted, (quantities(one.text), contents[0]), (quantities(other.text), contents[1])
    )
    if pair is None or are_apart(wanted, one, other):
        return None
    first, second = pair
    if is_aged(wanted, pair, one, other) or not _tell_same(wanted, contents, one, other, pair):
        return None
    if is_limited(wanted, (one, contents[0]), (other, contents[1])):
        return None
    return _difference("number", one, _span(first), other, _span(second))


def _date(wanted: Goal, one: Statement, other: Statement) -> Difference | None:
    pair = conflicting_moments(wanted, one, other)
    if pair is None or are_other_events(wanted, one, other):
        return None
    first, second = pair
    if first.kind == "time" and is_weekly(one) != is_weekly(other):
        return None
    # "Until May 3" says that it ends; "from May 3 to May 9", both.
    contents = _contents(wanted, one, other, ((), ()))
    said = wanted.concepts & ENDS
    told = [_tells_end(moment) for moment in pair]
    if any(told):
        wanted = replace(wanted, concepts=wanted.concepts - ENDS)
    if (
        any(told)
        and said
        and not all(
            is_told or said & side.every for is_told, side in zip(told, contents, strict=True)
        )
    ):
        return None
    if not _tell_same(wanted, contents, one, other, pair):
        return None
    if is_limited(wanted, (one, contents[0]), (other, contents[1])):
        return None
    return _difference("date", one, _span(first), other, _span(second))


def _tells_end(moment: Moment) -> bool:
    return moment.is_range or moment.before[-1:] in (("until",), ("by",))


def _name(wanted: Goal, one: Statement, other: Statement) -> Difference | None:
    bare = _contents(wanted, one, other, ((), ()))
    shared = bare[0].every & bare[1].every
    ones, others = (
        named(statement.text, wanted, shared, _times(statement)) for statement in (one, other)
    )
    if not ones or not others or not are_in_one_slot(wanted, ones[0], others[0]):
        return None
    if is_shared(wanted, ones, others, other) or is_shared(wanted, others, ones, one):
        return None
    if is_event_unplaced(wanted, one, other) or are_apart(wanted, one, other):
        return None
    if wanted.type in LOOSE and wanted.concepts - {wanted.focus} - (bare[0].known & bare[1].known):
        return None
    contents = _contents(wanted, one, other, (_spans(ones), _spans(others)))
    if is_local(wanted, *contents) or is_former(one) != is_former(other):
        return None
    if not _tell_same(wanted, contents, one, other, (ones[0], others[0])):
        return None
    return _difference("name", one, _span(ones[0]), other, _span(others[0]))


def _yes_or_no(wanted: Goal, one: Statement, other: Statement) -> Difference | None:
    found = opposed(one.text, other.text, wanted.modifiers)
    if found is None or are_apart(wanted, one, other):
        return None
    contents = _contents(wanted, one, other, ((_span(found[0]),), (_span(found[1]),)))
    wanted = replace(wanted, concepts=wanted.concepts - {pole.concept for pole in found})
    strange = [(a.concepts - b.known - wanted.modifiers) for a, b in (contents, contents[::-1])]
    lacking = [wanted.modifiers & (a.every - b.known) for a, b in (contents, contents[::-1])]
    others = [b.every - a.known - wanted.modifiers for a, b in (contents, contents[::-1])]
    if any(lacks and said for lacks, said in zip(lacking, others, strict=True)):
        return None
    if all(strange) or any(
        any(c.placed.get(word, "after") != "after" for word in s - REPAIRS)
        for s, c in zip(strange, contents, strict=True)
    ):
        return None
    if not _tell_same(wanted, contents, one, other, found):
        return None
    return _difference("yes or no", one, _span(found[0]), other, _span(found[1]))


# The first kind of which both sentences hold values is compared, and no other.
VALUES: dict[Kind, Callable[[Statement], Sized]] = {
    "number": lambda statement: quantities(statement.text),
    "date": lambda statement: moments(statement.text, statement.date),
}
COMPARED: dict[Kind, Callable[[Goal, Statement, Statement], Difference | None]] = {
    "number": _number,
    "date": _date,
    "name": _name,
    "yes or no": _yes_or_no,
}


def _contents(
    wanted: Goal, one: Statement, other: Statement, spans: tuple[Spans, Spans]
) -> tuple[Content, Content]:
    first, second = (
        content(
            statement.text,
            (*own, *_times(statement), *((q.start, q.end) for q in quantities(statement.text))),
            wanted.modifiers,
            statement.context,
        )
        for statement, own in ((one, spans[0]), (other, spans[1]))
    )
    return first, second


def _tell_same(
    wanted: Goal,
    contents: tuple[Content, Content],
    one: Statement,
    other: Statement,
    values: tuple[Value, Value],
) -> bool:
    sides = zip((one, other), contents, values, strict=True)
    first, second = ((said.text, held, (_span(value),)) for said, held, value in sides)
    is_strict = wanted.type in UNTYPED
    return are_same(wanted, *contents, is_strict=is_strict) or are_aligned(wanted, first, second)


def _times(statement: Statement) -> Spans:
    return tuple((m.start, m.end) for m in moments(statement.text, statement.date))


def _spans(found: list[Named]) -> Spans:
    return tuple((name.start, name.end) for name in found)


def _span(found: Value) -> tuple[int, int]:
    return found.start, found.end


def _difference(
    kind: Kind, one: Statement, first: tuple[int, int], other: Statement, second: tuple[int, int]
) -> Difference:
    return Difference(
        kind,
        Span(*first, one.text[slice(*first)]),
        Span(*second, other.text[slice(*second)]),
    )
