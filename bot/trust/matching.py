"""Signals of how the words that question and sentence share lie in both."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.trust.wording import SENTENCE, Asked, Text

__all__ = ["longest_run", "matching"]


def matching(asked: Sequence[Asked], question: Text, sentence: Text) -> Mapping[str, float]:
    """Return the signals.

    Parameters
    ----------
    asked
        the question's terms.
    question, sentence
        as words.
    """
    held = {word.stem for word in asked if word.place == SENTENCE}
    wanted = list(pairwise(word.stem for word in asked))
    content = [
        stem for stem, stop in zip(sentence.stems, sentence.is_stop, strict=True) if not stop
    ]
    beside = set(pairwise(content))
    both = [pair for pair in wanted if pair[0] in held and pair[1] in held]
    forms = set(zip(sentence.stems, sentence.words, strict=True))
    run = longest_run(question.stems, sentence.stems)
    return {
        "pairs held": len(both) / max(len(wanted), 1),
        "pairs side by side": sum(pair in beside for pair in both) / max(len(wanted), 1),
        "pairs apart": float(sum(p not in beside and p[::-1] not in beside for p in both)),
        "longest run": float(run),
        "longest run, share": run / max(len(question.stems), 1),
        "other endings": float(sum((w.stem, w.word) not in forms for w in asked if w.stem in held)),
    }


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest run of words that both hold.

    >>> longest_run("who set the bridge on fire".split(), "he set the old bridge on fire".split())
    3
    """
    best, before = 0, [0] * (len(other) + 1)
    for word in one:
        here = [0] * (len(other) + 1)
        for place, candidate in enumerate(other, 1):
            if word == candidate:
                here[place] = before[place - 1] + 1
                best = max(best, here[place])
        before = here
    return best
