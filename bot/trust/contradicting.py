"""Signals that a sentence says another thing than was asked: negations, opposites, numbers."""

from collections.abc import Mapping, Sequence

from bot.trust.opposites import opposites
from bot.trust.wording import NEARBY, SENTENCE, Asked, Text
from retrieval.hits import Hit
from retrieval.index import Index

__all__ = ["contradicting"]

NEGATIONS = frozenset(
    "not no never without nor neither cannot nobody none nothing isn aren doesn didn wasn".split()
)


def contradicting(
    index: Index, hit: Hit, asked: Sequence[Asked], question: Text, sentence: Text
) -> Mapping[str, float]:
    """Return the signals.

    Parameters
    ----------
    index
        what was searched.
    hit
        the best.
    asked
        the question's terms.
    question, sentence
        as words.
    """
    known = opposites()
    said, wanted = set(sentence.stems), set(question.stems)
    opposed = [w for w in asked if w.place > SENTENCE and known.get(w.stem, frozenset()) & said]
    further = [w for w in asked if w.place > NEARBY and w.stem in known and w not in opposed]
    is_negated, denies = _is_negated(question), _is_negated(sentence)
    has_number = any(word[:1].isdigit() and word not in wanted for word in sentence.words)
    other_numbers = sum(w.is_number and w.place > SENTENCE for w in asked) if has_number else 0
    return {
        "opposites": float(len(opposed)),
        "opposites nearby": float(sum(_opposed_nearby(index, hit, word.stem) for word in further)),
        "question alone negated": float(is_negated and not denies),
        "sentence alone negated": float(denies and not is_negated),
        "other numbers": float(other_numbers),
    }


def _is_negated(text: Text) -> bool:
    return any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in text.words)


def _opposed_nearby(index: Index, hit: Hit, stem: str) -> bool:
    return any(index.holds("paragraph", hit.passage, other) for other in sorted(opposites()[stem]))
