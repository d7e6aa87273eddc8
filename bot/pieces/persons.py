"""The people of a sentence: names, and those who are told by what they do."""

from bot.answers import Highlight
from bot.pieces.names import ADJECTIVE_ENDINGS, FUNCTION_WORDS, Run, names
from bot.pieces.roles import roles
from bot.pieces.sentence import Sentence

__all__ = ["persons"]

# What stands directly behind these is a place, unless nobody else is there.
_BEFORE_PLACES = frozenset("in at near from".split())


def persons(sentence: Sentence) -> tuple[Highlight, ...]:
    """Return the people, in order, disjoint; a role next to a name is one piece with it.

    >>> from bot.pieces.sentence import cut
    >>> found = persons(cut("In May the monk Zhi Guang met the officials."))
    >>> [person.value for person in found]
    ['monk Zhi Guang', 'officials']
    """
    found = _joined(sentence)
    people = [run for run in found if not _is_other(sentence, run)]
    return tuple(sentence.highlight(run.first, run.last, "person") for run in people or found)


def _is_other(sentence: Sentence, run: Run) -> bool:
    """Say whether a name is a place, a label, or an adjective: "in Oslo", "Article 3"."""
    if sentence.folded(run.first - 1) in _BEFORE_PLACES:
        return True
    following = sentence.folded(run.last + 1)
    if sentence.behind(run.last) != " " or not following:
        return False
    is_adjective = sentence.folded(run.last).endswith(ADJECTIVE_ENDINGS)
    is_noun = sentence.words[run.last + 1].text.islower() and following not in FUNCTION_WORDS
    return following[0].isdigit() or (is_adjective and is_noun)


def _joined(sentence: Sentence) -> list[Run]:
    joined: list[Run] = []
    for run in sorted([*names(sentence), *roles(sentence)]):
        if joined and _touch(sentence, joined[-1], run):
            joined[-1] = Run(joined[-1].first, max(run.last, joined[-1].last))
        else:
            joined.append(run)
    return joined


def _touch(sentence: Sentence, one: Run, other: Run) -> bool:
    apart = other.first - one.last
    return apart <= 0 or (apart == 1 and sentence.gap(other.first) == " ")
