"""What a sentence is about once its values and the words of who said it are set aside."""

import itertools
from dataclasses import dataclass

from bot.differing.labels import labels
from bot.differing.lexicon import ATTRIBUTING
from bot.differing.statements import title
from bot.differing.tokens import Token, is_content, tokens

__all__ = ["Content", "content"]

# "The union said", "Police in Minsk said": no longer than this many words.
LONGEST_ATTRIBUTION = 6
DETERMINERS = frozenset("the a an this that its their his her our your".split())
PRONOUNS = frozenset("it its they their them he his she her there".split())
TYING = frozenset("of for across to in on at over under around near behind outside with".split())
# Words between a preposition and the last word that it places.
PHRASE = 3
UNPLACED = frozenset(("from", "since", "of"))
PLACED = frozenset("in on at for with during to by after before if unless without".split())


@dataclass(frozen=True, slots=True)
class Content:
    """The concepts of a sentence.

    Attributes:
        concepts: what it is about.
        names: those written as names.
        every: concepts of light words too.
        title: concepts of the document's title.
        known: those of the sentence, of the title and of what stands between.
        has_pronoun: true where a word stands for what was named before.
        first: the first of them in the sentence; empty when there is none.
        leading: pairs of a concept and the one right behind it.
        governing: for each concept, the one that a preposition ties it to: "road across the dam".
        labels: what numbers name, as "ward 3"; each word once.
        placed: for concepts that stand behind a preposition, with two words at most between,
            that preposition.
    """

    concepts: frozenset[str]
    names: frozenset[str]
    every: frozenset[str]
    title: frozenset[str]
    known: frozenset[str]
    has_pronoun: bool
    first: str
    leading: frozenset[tuple[str, str]]
    governing: dict[str, str]
    labels: dict[str, str]
    placed: dict[str, str]


def content(
    text: str, spans: tuple[tuple[int, int], ...], kept: frozenset[str], context: str = ""
) -> Content:
    """Read a sentence without its values.

    Parameters
    ----------
    text
        the sentence.
    spans
        where its values stand, characters from 0.
    kept
        concepts of the question: who is named there is never set aside as a mere speaker.
    context
        what stands before the sentence.
    """
    sequence = tokens(text)
    spoken = _attributed(sequence, kept)
    left = [
        token
        for n, token in enumerate(sequence)
        if n not in spoken and not any(low <= token.start < high for low, high in spans)
    ]
    about = [token for token in left if is_content(token)]
    every = frozenset(token.concept for token in left if token.concept)
    before = _concepts(context)
    return Content(
        concepts=frozenset(token.concept for token in about),
        names=frozenset(t.concept for t in about if t.is_capital and _is_name(t, sequence)),
        every=every,
        title=_concepts(title(context)),
        known=every | before,
        has_pronoun=any(token.text in PRONOUNS for token in sequence),
        first=about[0].concept if about else "",
        leading=_leading(left),
        governing=_governing(left),
        labels=labels(text),
        placed=_placed(left),
    )


def _concepts(text: str) -> frozenset[str]:
    return frozenset(token.concept for token in tokens(text) if token.concept)


def _is_name(token: Token, sequence: tuple[Token, ...]) -> bool:
    """Say whether a capital means a name: not that of a sentence's first word alone."""
    if token.start != sequence[0].start:
        return True
    return len(sequence) > 1 and sequence[1].is_capital and is_content(sequence[1])


def _attributed(sequence: tuple[Token, ...], kept: frozenset[str]) -> set[int]:
    spoken: set[int] = set()
    for n, token in enumerate(sequence):
        if token.text not in ATTRIBUTING or token.text == "according":
            continue
        first = n
        while first > 0 and sequence[first - 1].kind in ("word", "ending"):
            first -= 1
        speaker = range(first, n + 1)
        if len(speaker) <= LONGEST_ATTRIBUTION + 1 and not any(
            sequence[i].concept in kept and sequence[i].is_capital for i in speaker
        ):
            spoken.update(speaker)
    return spoken


def _leading(left: list[Token]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (before.concept, token.concept)
        for before, token in itertools.pairwise(t for t in left if t.text not in ("'s", "'"))
        if is_content(before) and token.concept and before.end + 3 >= token.start
    )


def _governing(left: list[Token]) -> dict[str, str]:
    found: dict[str, str] = {}
    for n, token in enumerate(left):
        if token.text in TYING and n and _is_governor(left[n - 1], token):
            behind = [t for t in left[n + 1 : n + 5] if t.kind == "word"]
            for following in behind:
                if not following.concept and following.text not in DETERMINERS:
                    break
                if following.concept:
                    found.setdefault(following.concept, left[n - 1].concept)
    return found


def _is_governor(before: Token, tying: Token) -> bool:
    is_adjacent = before.end + 1 >= tying.start
    return is_content(before) and is_adjacent and not before.text.endswith("ed")


def _placed(left: list[Token]) -> dict[str, str]:
    found: dict[str, str] = {}
    preposition, since = "", 0
    for token in left:
        since += 1
        if token.text in PLACED:
            preposition, since = token.text, 0
        elif token.text in UNPLACED or since > PHRASE:
            preposition = ""
        if token.concept and preposition:
            found.setdefault(token.concept, preposition)
    return found
