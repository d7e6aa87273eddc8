"""Signals of the words that the sentence, or all that stands near it, lacks."""

from collections.abc import Mapping, Sequence

from bot.trust.usual import Usual
from bot.trust.wording import NOWHERE, Asked, Text

__all__ = ["lacking"]

# Rarer words name what a question is about; the idf of a word in one of 400 sentences.
RARE = 6.0
# A word that this share of the answered questions lacks says nothing.
HARMLESS = 0.4
# Words that begin with the same five letters are taken for forms of one.
N_PREFIX = 5


def lacking(
    asked: Sequence[Asked], question: Text, sentence: Text, usual: Usual, *, nearest: int, name: str
) -> Mapping[str, float]:
    """Return the signals of the words that stand further off than a place.

    Parameters
    ----------
    asked
        the question's terms.
    question, sentence
        as words.
    usual
        how often words are missing though answered.
    nearest
        `SENTENCE` or `NEARBY`: how far a word may stand off and is not missing.
    name
        what this is called in the names of the signals.
    """
    mass = sum(word.weight for word in asked) or 1.0
    prefixes = {word[:N_PREFIX] for word in sentence.words if len(word) >= N_PREFIX}
    lost = [w for w in asked if w.place > nearest and w.word[:N_PREFIX] not in prefixes]
    held = {word.stem for word in asked if word.place <= nearest}
    behind = [word for word in lost if _stem(question, word.at - 1) in held]
    surprises = [usual.surprise(word.stem) for word in lost]
    found = {
        "share": len(lost) / max(len(asked), 1),
        "idf": sum(word.weight for word in lost) / mass,
        "surprise": sum(surprises),
        "surprise by idf": sum(w.weight * s for w, s in zip(lost, surprises, strict=True)) / mass,
        "names": sum(word.is_name for word in lost),
        "names by idf": sum(word.weight for word in lost if word.is_name) / mass,
        "rare": sum(word.weight > RARE for word in lost),
        "rarest": max((word.weight for word in lost), default=0.0),
        "behind one held": len(behind),
        "harmless": sum(usual.shares.get(word.stem, usual.other) > HARMLESS for word in lost),
        "nowhere": sum(word.place == NOWHERE for word in lost),
    }
    return {f"{name}: {what}": float(value) for what, value in found.items()}


def _stem(text: Text, at: int) -> str:
    return text.stems[at] if 0 <= at < len(text.stems) else ""
